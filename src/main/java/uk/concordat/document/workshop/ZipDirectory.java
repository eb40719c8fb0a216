package uk.concordat.document.workshop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The directory of a ZIP that can be read in one way only: it is the end of the file, and before it
 * lie, from the first byte and without a gap, just the parts that it lists, each headed by what it
 * says of them. So it does not matter whether a program reads the directory or the heads.
 */
final class ZipDirectory {
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LISTED = 0x02014b50;
  private static final int LISTED_LENGTH = 46;
  private static final int HEAD = 0x04034b50;
  private static final int HEAD_LENGTH = 30;
  private static final int TAIL = 0x08074b50;
  private static final int TAIL_LENGTH = 12;

  /** Only how it was packed, that a tail follows, and that its name is UTF-8. */
  private static final int KNOWN_FLAGS = 0x080e;

  private static final int HAS_TAIL = 0x0008;
  private static final int DEFLATED = 8;

  private final byte[] zip;
  private final ByteBuffer at;

  ZipDirectory(byte[] zip) {
    this.zip = zip;
    at = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Its parts.
   *
   * @throws IOException where it can be read in two ways, or in none
   */
  List<ZipPart> parts() throws IOException {
    try {
      return listed();
    } catch (IndexOutOfBoundsException cut) {
      throw new IOException(cut);
    }
  }

  private List<ZipPart> listed() throws IOException {
    int end = zip.length - END_LENGTH;
    sound(at.getInt(end) == END && at.getInt(end + 4) == 0 && at.getShort(end + 20) == 0);
    int count = number(end + 10);
    sound(number(end + 8) == count);
    int start = at.getInt(end + 16);
    sound(start >= 0 && at.getInt(end + 12) == end - start);
    List<Integer> entries = new ArrayList<>();
    int entry = start;
    for (int i = 0; i < count; i++) {
      sound(at.getInt(entry) == LISTED);
      entries.add(entry);
      entry += LISTED_LENGTH + number(entry + 28) + number(entry + 30) + number(entry + 32);
    }
    sound(entry == end);
    entries.sort(Comparator.comparing(each -> at.getInt(each + 42)));
    return inOrder(entries, start);
  }

  private List<ZipPart> inOrder(List<Integer> entries, int start) throws IOException {
    List<ZipPart> parts = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int next = 0;
    for (int entry : entries) {
      sound(at.getInt(entry + 42) == next && at.getInt(next) == HEAD);
      ZipPart part = part(entry, next);
      sound(names.add(part.name().toLowerCase(Locale.ROOT)));
      parts.add(part);
      next = part.data() + part.packed();
      sound(next <= start);
      if ((number(entry + 8) & HAS_TAIL) != 0) {
        next += at.getInt(next) == TAIL ? Integer.BYTES : 0;
        sound(same(entry + 16, next));
        next += TAIL_LENGTH;
      }
    }
    sound(next == start);
    return parts;
  }

  private ZipPart part(int entry, int head) throws IOException {
    int flags = number(entry + 8);
    int method = number(entry + 10);
    sound((flags & ~KNOWN_FLAGS) == 0 && (method == 0 || method == DEFLATED));
    sound(number(head + 6) == flags && number(head + 8) == method);
    sound(same(entry + 16, head + 14) || (flags & HAS_TAIL) != 0 && nothing(head + 14));
    String name = name(entry + LISTED_LENGTH, number(entry + 28));
    sound(name.equals(name(head + HEAD_LENGTH, number(head + 26))));
    int packed = at.getInt(entry + 20);
    int size = at.getInt(entry + 24);
    sound(packed >= 0 && size >= 0);
    int data = head + HEAD_LENGTH + number(head + 26) + number(head + 28);
    return new ZipPart(name, method == DEFLATED, at.getInt(entry + 16), data, packed, size);
  }

  /** Check sum, packed and unfolded size. */
  private boolean same(int one, int other) {
    return at.getInt(one) == at.getInt(other)
        && at.getInt(one + 4) == at.getInt(other + 4)
        && at.getInt(one + 8) == at.getInt(other + 8);
  }

  private boolean nothing(int place) {
    return at.getInt(place) == 0 && at.getInt(place + 4) == 0 && at.getInt(place + 8) == 0;
  }

  private String name(int place, int length) {
    return new String(zip, place, length, StandardCharsets.UTF_8);
  }

  private int number(int place) {
    return Short.toUnsignedInt(at.getShort(place));
  }

  private static void sound(boolean holds) throws IOException {
    if (!holds) {
      throw new IOException("a ZIP that can be read in two ways");
    }
  }
}
