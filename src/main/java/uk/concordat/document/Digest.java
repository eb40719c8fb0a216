package uk.concordat.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what is read piece by piece. */
final class Digest {
  private final MessageDigest sha256;

  Digest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  static String of(byte[] content) {
    var digest = new Digest();
    digest.add(content);
    return digest.text();
  }

  void add(byte[] piece) {
    sha256.update(piece);
  }

  /** In hexadecimal; once. */
  String text() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
