package uk.concordat.audit.witness;

/** How the program ends. */
enum Outcome {
  /** All fits. */
  CONSISTENT(0),
  /** Nothing could be said: the log was not reached, or a file could not be read or written. */
  NOT_REACHED(1),
  /** The program was started wrongly. */
  USAGE(2),
  /** The history is not the one that was there before, or not what was signed. */
  TAMPERED(3);

  private final int code;

  Outcome(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
