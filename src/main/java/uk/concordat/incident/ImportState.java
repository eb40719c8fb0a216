package uk.concordat.incident;

/** What has become of a file. */
public enum ImportState {
  READING("Being read and checked"),
  INTERRUPTED("Not read to its end"),
  READY("Ready to be logged"),
  REFUSED("Not logged: something is wrong"),
  LOGGING("Being logged"),
  COMMITTED("Logged");

  private final String label;

  ImportState(String label) {
    this.label = label;
  }

  /**
   * What a file is in, seen from outside.
   *
   * @param step what was being done with it when somebody last said so
   * @param alive whether that was a moment ago
   */
  static ImportState of(ImportState stored, ImportStep step, boolean alive) {
    return switch (stored) {
      case READING -> alive ? READING : INTERRUPTED;
      case READY -> alive && step == ImportStep.LOGGING ? LOGGING : READY;
      default -> stored;
    };
  }

  /** Whether somebody is at work on it. */
  public boolean working() {
    return this == READING || this == LOGGING;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
