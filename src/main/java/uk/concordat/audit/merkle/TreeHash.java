package uk.concordat.audit.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 as RFC 9162 2.1.1 hashes a tree: a leaf can never be taken for a node. */
public final class TreeHash {
  /** How many bytes a hash has. */
  public static final int LENGTH = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private TreeHash() {}

  /** The hash of the tree without leaves. */
  public static byte[] empty() {
    return sha256().digest();
  }

  /** The hash of a leaf. */
  public static byte[] leaf(byte[] data) {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    return digest.digest(data);
  }

  /** The hash of a node above two others. */
  public static byte[] node(byte[] left, byte[] right) {
    MessageDigest digest = sha256();
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }

  /**
   * Two shorter or longer values could be cut at another place and give the same node, so whatever
   * comes from outside is asked this first.
   */
  static boolean isHash(byte[] value) {
    return value.length == LENGTH;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
