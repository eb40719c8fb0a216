package uk.concordat.audit.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key that signs notes (C2SP signed-note, Ed25519). Never printed. */
public final class NoteSigner {
  private static final Pattern TEXT =
      Pattern.compile("PRIVATE\\+KEY\\+([^+\\s]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");

  private final byte[] seed;
  private final NoteVerifier verifier;

  private NoteSigner(String name, byte[] seed) {
    this.seed = seed;
    verifier = new NoteVerifier(name, Seed.publicKey(seed));
  }

  /** A new key of that name, which has neither spaces nor plus signs. */
  public static NoteSigner generate(String name) {
    byte[] seed = new byte[Ed25519.KEY];
    new SecureRandom().nextBytes(seed);
    return new NoteSigner(name, seed);
  }

  /**
   * Reads a private key: {@code PRIVATE+KEY+}name, number and seed, parted by plus signs.
   *
   * @throws IllegalArgumentException where it is none; what it was is not told
   */
  public static NoteSigner parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    byte[] bytes = parts.matches() ? Base64.getDecoder().decode(parts.group(3)) : new byte[0];
    if (bytes.length != Ed25519.KEY + 1 || bytes[0] != NoteVerifier.ALGORITHM) {
      throw new IllegalArgumentException("This is no private key for notes");
    }
    var signer = new NoteSigner(parts.group(1), Arrays.copyOfRange(bytes, 1, bytes.length));
    if (!KeyHash.text(signer.verifier.hash()).equals(parts.group(2))) {
      throw new IllegalArgumentException("The number of the private key is not that of its key");
    }
    return signer;
  }

  /** Whose it is. */
  public String name() {
    return verifier.name();
  }

  /** The key that checks what this one signs. */
  public NoteVerifier verifier() {
    return verifier;
  }

  /**
   * Signs a text.
   *
   * @param text lines, each with its line feed
   * @return the note: the text, an empty line and the signature
   */
  public String sign(String text) {
    byte[] signature =
        Ed25519.sign(Ed25519.privateKey(seed), text.getBytes(StandardCharsets.UTF_8));
    byte[] numbered =
        ByteBuffer.allocate(Integer.BYTES + Ed25519.SIGNATURE)
            .putInt(verifier.hash())
            .put(signature)
            .array();
    return "%s\n\u2014 %s %s\n"
        .formatted(text, name(), Base64.getEncoder().encodeToString(numbered));
  }

  /** The secret, as {@link #parse} reads it. */
  public String secret() {
    byte[] tagged = new byte[Ed25519.KEY + 1];
    tagged[0] = NoteVerifier.ALGORITHM;
    System.arraycopy(seed, 0, tagged, 1, Ed25519.KEY);
    return "PRIVATE+KEY+%s+%s+%s"
        .formatted(
            name(), KeyHash.text(verifier.hash()), Base64.getEncoder().encodeToString(tagged));
  }

  @Override
  public String toString() {
    return "NoteSigner[" + name() + "]";
  }
}
