package uk.concordat.document;

/** A helper ended in the middle of a job; says why, as the code of a refusal. */
class HelperLost extends Exception {
  private static final long serialVersionUID = 1L;
  private final String code;

  HelperLost(String code) {
    super(code);
    this.code = code;
  }

  String code() {
    return code;
  }
}
