package uk.concordat.audit.note;

/** What was read is no note, key or checkpoint, or nobody who is trusted has signed it. */
public class InvalidNoteException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  InvalidNoteException(String message) {
    super(message);
  }
}
