package uk.concordat.referral;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A page of a document as a picture, to be sent.
 *
 * @param size in bytes
 */
public record ShownPage(String mediaType, long size, Bytes bytes) {

  /** The bytes of the picture. */
  @FunctionalInterface
  interface Bytes {
    void send(OutputStream out) throws IOException;
  }

  /** Writes the picture. */
  public void send(OutputStream out) throws IOException {
    bytes.send(out);
  }
}
