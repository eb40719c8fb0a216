package uk.concordat.document.workshop;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A part of a ZIP, as both its directory and the head of the part say.
 *
 * @param data where its bytes begin
 * @param packed how many they are
 * @param size how many they unfold into
 */
record ZipPart(String name, boolean deflated, int crc, int data, int packed, int size) {
  private static final int SOME = 64 * 1024;

  /**
   * Unfolds it.
   *
   * @throws IOException where it is not what was said of it, to the byte
   */
  void unfold(byte[] zip, OutputStream to) throws IOException {
    var sum = new CRC32();
    if (deflated) {
      inflate(zip, to, sum);
    } else {
      sound(packed == size);
      sum.update(zip, data, size);
      to.write(zip, data, size);
    }
    sound((int) sum.getValue() == crc);
  }

  private void inflate(byte[] zip, OutputStream to, CRC32 sum) throws IOException {
    var inflater = new Inflater(true);
    try {
      inflater.setInput(zip, data, packed);
      byte[] some = new byte[SOME];
      while (!inflater.finished()) {
        int read = inflater.inflate(some);
        sound(inflater.getBytesWritten() <= size && (read > 0 || inflater.finished()));
        sum.update(some, 0, read);
        to.write(some, 0, read);
      }
      sound(inflater.getBytesRead() == packed && inflater.getBytesWritten() == size);
    } catch (DataFormatException broken) {
      throw new IOException(broken);
    } finally {
      inflater.end();
    }
  }

  private static void sound(boolean holds) throws IOException {
    if (!holds) {
      throw new IOException("a part is not what is said of it");
    }
  }
}
