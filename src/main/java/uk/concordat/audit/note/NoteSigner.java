package uk.concordat.audit.note;

import java.util.List;

/** A private key that signs notes. */
public final class NoteSigner {
  private final SigningKey key;

  private NoteSigner(SigningKey key) {
    this.key = key;
  }

  /** Draws a key. */
  public static NoteSigner generate(String name) {
    return new NoteSigner(SigningKey.generate(name, NoteAlgorithm.ED25519));
  }

  /**
   * Reads a key as {@link #secret()} wrote it.
   *
   * @throws InvalidNoteException where that is no such key
   */
  public static NoteSigner parse(String secret) {
    return new NoteSigner(SigningKey.parse(secret.strip(), NoteAlgorithm.ED25519));
  }

  /** Its name. */
  public String name() {
    return verifier().name();
  }

  /** The public key that goes with it. */
  public NoteVerifier verifier() {
    return key.verifier();
  }

  /** The private key as text, for where secrets are kept. */
  public String secret() {
    return key.secret();
  }

  /**
   * Signs a text.
   *
   * @param text whole lines
   * @return the note
   */
  public String sign(String text) {
    SignedNote.checkText(text);
    var signature = new NoteSignature(name(), verifier().id(), key.sign(text));
    return new SignedNote(text, List.of(signature)).toString();
  }

  /** Names the public key; the private one must not get into a log. */
  @Override
  public String toString() {
    return verifier().toString();
  }
}
