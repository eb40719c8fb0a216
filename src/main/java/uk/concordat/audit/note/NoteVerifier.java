package uk.concordat.audit.note;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A public key that checks notes (C2SP signed-note, Ed25519).
 *
 * @param name of whoever signs
 * @param key its 32 bytes
 */
public record NoteVerifier(String name, byte[] key) {
  static final byte ALGORITHM = 1;

  private static final Pattern TEXT =
      Pattern.compile("([^+\\s]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");

  /**
   * Reads a verifier key: name, number and key, parted by plus signs.
   *
   * @throws IllegalArgumentException where it is none, or its number is not that of its key
   */
  public static NoteVerifier parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException("This is no verifier key");
    }
    byte[] bytes = Base64.getDecoder().decode(parts.group(3));
    if (bytes.length != Ed25519.KEY + 1 || bytes[0] != ALGORITHM) {
      throw new IllegalArgumentException("This is no verifier key of Ed25519");
    }
    var verifier = new NoteVerifier(parts.group(1), Arrays.copyOfRange(bytes, 1, bytes.length));
    if (!KeyHash.text(verifier.hash()).equals(parts.group(2))) {
      throw new IllegalArgumentException("The number of the verifier key is not that of its key");
    }
    return verifier;
  }

  /** By what a note names the key beside its name. */
  public int hash() {
    return KeyHash.of(name, tagged());
  }

  boolean verify(byte[] message, byte[] signature) {
    PublicKey publicKey = Ed25519.publicKey(key);
    return Ed25519.verify(publicKey, message, signature);
  }

  private byte[] tagged() {
    byte[] tagged = new byte[Ed25519.KEY + 1];
    tagged[0] = ALGORITHM;
    System.arraycopy(key, 0, tagged, 1, Ed25519.KEY);
    return tagged;
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return "%s+%s+%s"
        .formatted(name, KeyHash.text(hash()), Base64.getEncoder().encodeToString(tagged()));
  }
}
