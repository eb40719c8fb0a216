package uk.concordat.audit.export;

/** Something in the ledger does not fit the tree that was signed. */
public class TamperedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Of the message, which names the first entry that does not fit. */
  public TamperedException(String message) {
    super(message);
  }

  static TamperedException at(long leaf, String what) {
    return new TamperedException("Entry %d %s".formatted(leaf, what));
  }
}
