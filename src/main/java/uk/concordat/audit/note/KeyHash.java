package uk.concordat.audit.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The number by which a note names a key beside its name. */
final class KeyHash {
  private KeyHash() {}

  /**
   * The first four bytes of SHA-256 of name, line feed and key.
   *
   * @param key the algorithm's byte and the public key
   */
  static int of(String name, byte[] key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest.digest(key)).getInt();
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  static String text(int hash) {
    return "%08x".formatted(hash);
  }
}
