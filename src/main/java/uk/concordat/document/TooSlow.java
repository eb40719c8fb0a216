package uk.concordat.document;

/** A file was sent so slowly that its place is given to somebody else; nothing of it is kept. */
public class TooSlow extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooSlow() {
    super("a file was sent too slowly", null, false, false);
  }
}
