package uk.concordat.document.workshop;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** A ZIP written byte by byte, so that each may be wrong. */
final class ZipFiles {
  private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
  private final ByteArrayOutputStream listed = new ByteArrayOutputStream();
  private int count;

  /** A part that the directory and its head call the same. */
  ZipFiles part(String name, byte[] content) {
    return part(name, name, content);
  }

  /** A part that the directory calls otherwise than its head. */
  ZipFiles part(String name, String head, byte[] content) {
    list(name, content, parts.size());
    return hidden(head, content);
  }

  /** A part that lies elsewhere than the directory says. */
  ZipFiles misplaced(String name, byte[] content, int offset) {
    list(name, content, offset);
    return hidden(name, content);
  }

  /** A part that the directory does not list. */
  ZipFiles hidden(String name, byte[] content) {
    byte[] named = name.getBytes(StandardCharsets.UTF_8);
    parts.writeBytes(
        little(30)
            .putInt(0x04034b50)
            .putShort((short) 20)
            .putInt(0)
            .putInt(0)
            .putInt(sum(content))
            .putInt(content.length)
            .putInt(content.length)
            .putShort((short) named.length)
            .putShort((short) 0)
            .array());
    parts.writeBytes(named);
    parts.writeBytes(content);
    return this;
  }

  /** Bytes that belong to no part. */
  ZipFiles gap(byte[] bytes) {
    parts.writeBytes(bytes);
    return this;
  }

  private void list(String name, byte[] content, int offset) {
    byte[] named = name.getBytes(StandardCharsets.UTF_8);
    count++;
    listed.writeBytes(
        little(46)
            .putInt(0x02014b50)
            .putInt(20 | 20 << 16)
            .putInt(0)
            .putInt(0)
            .putInt(sum(content))
            .putInt(content.length)
            .putInt(content.length)
            .putShort((short) named.length)
            .putShort((short) 0)
            .putInt(0)
            .putShort((short) 0)
            .putInt(0)
            .putInt(offset)
            .array());
    listed.writeBytes(named);
  }

  byte[] written() {
    var zip = new ByteArrayOutputStream();
    zip.writeBytes(parts.toByteArray());
    zip.writeBytes(listed.toByteArray());
    zip.writeBytes(
        little(22)
            .putInt(0x06054b50)
            .putInt(0)
            .putShort((short) count)
            .putShort((short) count)
            .putInt(listed.size())
            .putInt(parts.size())
            .putShort((short) 0)
            .array());
    return zip.toByteArray();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int sum(byte[] content) {
    var sum = new CRC32();
    sum.update(content);
    return (int) sum.getValue();
  }
}
