package uk.concordat.document;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;
import uk.concordat.kernel.InvalidInput;

/**
 * What the compressed streams of a PDF unfold into, counted and not kept: before the parser, which
 * keeps it, is let near them.
 */
record Inflated(byte[] bytes) {
  private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
  private static final int ZLIB = 0x78;
  private static final int NESTED = 3;

  /**
   * @throws InvalidInput {@code inflates} where it is too much
   */
  void withinLimits() {
    long left = DocumentLimits.INFLATED_BYTES;
    for (int at = next(0); at >= 0; at = next(at)) {
      left -= size(at, left);
      if (left < 0) {
        throw new InvalidInput("file", "inflates");
      }
    }
  }

  /** Where the content of the next stream begins; negative where there is none. */
  private int next(int from) {
    for (int at = from; at < bytes.length - STREAM.length; at++) {
      int found = 0;
      while (found < STREAM.length && bytes[at + found] == STREAM[found]) {
        found++;
      }
      if (found == STREAM.length) {
        int content = at + STREAM.length;
        while (content < bytes.length && (bytes[content] == '\r' || bytes[content] == '\n')) {
          content++;
        }
        return content;
      }
    }
    return -1;
  }

  private long size(int at, long most) {
    long size = 0;
    byte[] some = new byte[64 * 1024];
    try {
      InputStream stream =
          new BufferedInputStream(new ByteArrayInputStream(bytes, at, bytes.length - at));
      int depth = 0;
      while (depth < NESTED && zlib(stream)) {
        stream = new BufferedInputStream(new InflaterInputStream(stream));
        depth++;
      }
      if (depth > 0) {
        for (int read = stream.read(some); read >= 0 && size <= most; read = stream.read(some)) {
          size += read;
        }
      }
    } catch (IOException endedOrBroken) {
      return size; // what was unfolded until then counts
    }
    return size;
  }

  private static boolean zlib(InputStream stream) throws IOException {
    stream.mark(2);
    int first = stream.read();
    int second = stream.read();
    stream.reset();
    return (first & 0x0f) == (ZLIB & 0x0f) && second >= 0 && (first * 256 + second) % 31 == 0;
  }
}
