package uk.concordat.document;

/** Too many files are worked on now: in a moment there is room again. */
public class Busy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Busy() {
    super("every helper has work", null, false, false);
  }
}
