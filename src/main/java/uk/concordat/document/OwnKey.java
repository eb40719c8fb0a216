package uk.concordat.document;

import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * The key of one document, by which its pieces are sealed and opened, each for its place among all.
 *
 * @param count how many pieces it has
 */
record OwnKey(SecretKey secret, UUID document, int count) {
  /** Bytes of a piece; the last one may have fewer. */
  static final int PIECE = 1024 * 1024;

  /** How many pieces a document of that size has. */
  static int count(long size) {
    return (int) ((size + PIECE - 1) / PIECE);
  }

  /** A piece of the content, sealed. */
  byte[] close(byte[] content, int number) {
    int from = number * PIECE;
    int to = Math.min(content.length, from + PIECE);
    return new Seal(secret).close(content, from, to, place(number));
  }

  /**
   * A piece as it was.
   *
   * @throws BrokenSeal where it was changed, or is another
   */
  byte[] open(byte[] sealed, int number) {
    return new Seal(secret).open(sealed, place(number));
  }

  private String place(int number) {
    return "%s/%d/%d".formatted(document, number, count);
  }
}
