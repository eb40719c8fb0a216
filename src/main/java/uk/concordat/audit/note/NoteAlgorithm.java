package uk.concordat.audit.note;

/** What a key signs, as C2SP signed-note numbers it. A key of one kind is never used as another. */
public enum NoteAlgorithm {
  /** Ed25519 over the text of a note. */
  ED25519(1),
  /** Ed25519 of a witness over a time and the text of a checkpoint. */
  COSIGNATURE(4);

  private final byte code;

  NoteAlgorithm(int code) {
    this.code = (byte) code;
  }

  byte code() {
    return code;
  }

  static NoteAlgorithm of(byte code) {
    for (NoteAlgorithm each : values()) {
      if (each.code == code) {
        return each;
      }
    }
    throw new InvalidNoteException("Keys of kind %d are not known here".formatted(code));
  }
}
