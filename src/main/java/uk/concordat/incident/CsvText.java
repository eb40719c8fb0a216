package uk.concordat.incident;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a file as text. UTF-8 with or without a byte-order mark; what is no UTF-8 is what
 * Excel writes here, Windows-1252: a text in that with any accent in it is no UTF-8.
 */
record CsvText(byte[] bytes) {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int MARK = 3;
  private static final int WINDOW = 8_192;

  Reader reader() {
    int from = marked() ? MARK : 0;
    return new InputStreamReader(
        new ByteArrayInputStream(bytes, from, bytes.length - from),
        utf8() ? StandardCharsets.UTF_8 : WINDOWS);
  }

  /** Whether it is in a charset that leaves zero bytes between letters: no CSV that we read. */
  boolean binary() {
    for (byte each : bytes) {
      if (each == 0) {
        return true;
      }
    }
    return false;
  }

  private boolean marked() {
    return bytes.length >= MARK
        && bytes[0] == (byte) 0xef
        && bytes[1] == (byte) 0xbb
        && bytes[2] == (byte) 0xbf;
  }

  private boolean utf8() {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(WINDOW);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isOverflow()) {
      out.clear();
      result = decoder.decode(in, out, true);
    }
    return !result.isError();
  }
}
