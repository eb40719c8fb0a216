package uk.concordat.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of a file that is being sent.
 *
 * @param length how many they say there are; negative where they do not
 * @param time how long they may take
 */
public record Incoming(InputStream stream, long length, UploadTime time) {
  private static final int SOME = 64 * 1024;

  /**
   * Reads them, and no more than one byte beyond what is taken. Where they say how many there are,
   * they lie in memory once.
   *
   * @throws TooSlow where they take longer than they may; a sender who falls silent for good is
   *     given up by whatever waits for the bytes, the container's connection
   */
  public byte[] read() throws IOException {
    boolean said = length >= 0 && length <= DocumentLimits.FILE_BYTES;
    int most = said ? Math.toIntExact(length) : DocumentLimits.FILE_BYTES + 1;
    byte[] bytes = new byte[said ? most : SOME];
    var clock = new Pace(time);
    int filled = 0;
    while (filled < most) {
      if (filled == bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.min(most, 2 * bytes.length));
      }
      int read = some(bytes, filled, clock);
      if (read < 0) {
        break;
      }
      filled += read;
    }
    return filled == bytes.length ? bytes : Arrays.copyOf(bytes, filled);
  }

  private int some(byte[] bytes, int filled, Pace clock) throws IOException {
    try {
      int read = stream.read(bytes, filled, Math.min(SOME, bytes.length - filled));
      clock.came();
      return read;
    } catch (IOException waitedInVain) {
      clock.came();
      throw waitedInVain;
    }
  }
}
