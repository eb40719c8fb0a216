package uk.concordat.audit.note;

import java.nio.ByteBuffer;
import java.time.Instant;

/** The private key of a witness: it says when it saw a checkpoint that fits all earlier ones. */
public final class Cosigner {
  private final SigningKey key;

  private Cosigner(SigningKey key) {
    this.key = key;
  }

  /** Draws a key. */
  public static Cosigner generate(String name) {
    return new Cosigner(SigningKey.generate(name, NoteAlgorithm.COSIGNATURE));
  }

  /**
   * Reads a key as {@link #secret()} wrote it.
   *
   * @throws InvalidNoteException where that is no such key
   */
  public static Cosigner parse(String secret) {
    return new Cosigner(SigningKey.parse(secret.strip(), NoteAlgorithm.COSIGNATURE));
  }

  /** The public key that goes with it. */
  public NoteVerifier verifier() {
    return key.verifier();
  }

  /** The private key as text, for where secrets are kept. */
  public String secret() {
    return key.secret();
  }

  /** The same checkpoint with this signature under it. */
  public SignedNote cosign(SignedNote checkpoint, Instant now) {
    long time = now.getEpochSecond();
    byte[] signature = key.sign(message(time, checkpoint.text()));
    byte[] bytes =
        ByteBuffer.allocate(Long.BYTES + signature.length).putLong(time).put(signature).array();
    return checkpoint.with(new NoteSignature(verifier().name(), verifier().id(), bytes));
  }

  /** What is signed; the first line keeps it apart from everything else that is. */
  static String message(long time, String text) {
    return "cosignature/v1\ntime %s\n%s".formatted(Long.toUnsignedString(time), text);
  }

  /** Names the public key; the private one must not get into a log. */
  @Override
  public String toString() {
    return verifier().toString();
  }
}
