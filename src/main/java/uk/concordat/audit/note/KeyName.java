package uk.concordat.audit.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How a key is named: by words that people know and by a number that follows from the key. */
final class KeyName {
  private KeyName() {}

  /** The first four bytes of a hash over name, kind and public key. */
  static int id(String name, NoteAlgorithm algorithm, byte[] publicKey) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(algorithm.code());
      return ByteBuffer.wrap(digest.digest(publicKey)).getInt();
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  static String checked(String name) {
    if (name.isEmpty() || name.codePoints().anyMatch(KeyName::forbidden)) {
      throw new InvalidNoteException("A name of a key has no space and no plus");
    }
    return name;
  }

  private static boolean forbidden(int character) {
    return character == '+'
        || Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character);
  }
}
