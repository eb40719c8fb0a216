package uk.concordat.document;

/** A virus scanner is set up and did not answer: nothing is kept unscanned then. */
public class ScannerAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ScannerAway(String what) {
    super(what);
  }
}
