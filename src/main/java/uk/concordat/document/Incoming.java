package uk.concordat.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of a file that is being sent.
 *
 * @param length how many they say there are; negative where they do not
 */
public record Incoming(InputStream stream, long length) {

  /**
   * Reads them, and no more than one byte beyond what is taken. Where they say how many there are,
   * they lie in memory once.
   */
  public byte[] read() throws IOException {
    if (length < 0 || length > DocumentLimits.FILE_BYTES) {
      return stream.readNBytes(DocumentLimits.FILE_BYTES + 1);
    }
    byte[] bytes = new byte[Math.toIntExact(length)];
    int read = stream.readNBytes(bytes, 0, bytes.length);
    return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
  }
}
