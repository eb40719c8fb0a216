package uk.concordat.audit.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with signatures under it (C2SP signed-note), as it was sent; nobody has checked it yet.
 *
 * @param text what is signed: lines, each with its line feed
 * @param signatures under it, in their order
 */
public record SignedNote(String text, List<Line> signatures) {
  private static final Pattern LINE = Pattern.compile("\u2014 ([^+\\s]+) ([A-Za-z0-9+/=]+)");
  private static final int MOST = 1 << 20;

  /**
   * One signature.
   *
   * @param name of whoever is said to have signed
   * @param hash number of the key
   * @param signature what was made with it
   */
  public record Line(String name, int hash, byte[] signature) {}

  /** Copies the list. */
  public SignedNote {
    signatures = List.copyOf(signatures);
  }

  /**
   * Takes a note apart.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static SignedNote parse(String note) {
    int end = note.lastIndexOf("\n\n");
    if (end < 0
        || end + 2 == note.length()
        || !note.endsWith("\n")
        || note.length() > MOST
        || unprintable(note)) {
      throw new IllegalArgumentException("This is no signed note");
    }
    List<Line> signatures = new ArrayList<>();
    for (String line : note.substring(end + 2, note.length() - 1).split("\n", -1)) {
      signatures.add(line(line));
    }
    return new SignedNote(note.substring(0, end + 1), signatures);
  }

  private static Line line(String text) {
    Matcher parts = LINE.matcher(text);
    byte[] bytes = parts.matches() ? Base64.getDecoder().decode(parts.group(2)) : new byte[0];
    if (bytes.length <= Integer.BYTES) {
      throw new IllegalArgumentException("A line under the note is no signature");
    }
    return new Line(
        parts.group(1),
        ByteBuffer.wrap(bytes).getInt(),
        Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
  }

  private static boolean unprintable(String note) {
    return note.chars().anyMatch(c -> c < ' ' && c != '\n' || c == 0xFFFD);
  }

  /**
   * Whether one of the keys signed it. A signature of an unknown key says nothing; a wrong one of a
   * known key spoils the note.
   */
  public boolean signedBy(List<NoteVerifier> keys) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    boolean signed = false;
    for (Line line : signatures) {
      for (NoteVerifier key : keys) {
        if (key.name().equals(line.name()) && key.hash() == line.hash()) {
          if (!key.verify(message, line.signature())) {
            return false;
          }
          signed = true;
        }
      }
    }
    return signed;
  }
}
