package uk.concordat.document.workshop;

import java.util.regex.Pattern;
import uk.concordat.kernel.InvalidInput;

/**
 * What the fields of a part of a Word document tell Word to do, as it puts them together from their
 * pieces: one that starts a program (DDE), or fetches something from elsewhere, is refused as a
 * macro is. A field in a field begins with a mark.
 */
final class FieldCodes {
  private static final char BEGIN = '\u0013';

  /** Characters of one field with those in it; Word's own are some hundred. */
  private static final int MOST = 1_000_000;

  private static final String NAMED = "(?is)(?:^|[\\s\"\u0013\u201c\u201d])";

  /** Where another field makes up what this one does, that is not known. */
  private static final Pattern STARTS =
      Pattern.compile(NAMED + "(?:DDE(?:AUTO)?|DATABASE)(?![\\w/.-])|\u0013\\s*\u0013");

  private static final Pattern INCLUDES =
      Pattern.compile(
          "(?is)(?:"
              + NAMED
              + "(?:INCLUDE(?:TEXT|PICTURE)?|IMPORT|LINK)|(?:^|\u0013)\\s*RD)(?=[^\\w])(.*)");

  private static final Pattern ELSEWHERE =
      Pattern.compile("(?is)(?:^|[\\s\"\u201c\u201d])(?:[a-z][a-z0-9+.-]+:|[/\\\\]{2})|\u0013");

  private final StringBuilder code = new StringBuilder();
  private int depth;

  /** A field begins, perhaps in another. */
  void begin() {
    if (depth++ == 0) {
      end();
    }
    add(String.valueOf(BEGIN));
  }

  /**
   * Its code goes on.
   *
   * @throws InvalidInput {@code unreadable} where it is longer than any
   */
  void add(String text) {
    if (code.length() + text.length() > MOST) {
      throw new InvalidInput("file", "unreadable");
    }
    code.append(text);
  }

  /** A field ends; the outermost is looked at. */
  void close() {
    depth = Math.max(0, depth - 1);
    if (depth == 0) {
      end();
    }
  }

  /**
   * Looks at what there is of one.
   *
   * @throws InvalidInput {@code macros}
   */
  void end() {
    String said = code.toString();
    code.setLength(0);
    var includes = INCLUDES.matcher(said);
    if (STARTS.matcher(said).find()
        || includes.find() && ELSEWHERE.matcher(includes.group(1)).find()) {
      throw new InvalidInput("file", "macros");
    }
  }
}
