package uk.concordat.referral;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import uk.concordat.kernel.InvalidInput;

/**
 * A place in a list: the sort value and identity of a row, and the way to go from it.
 *
 * @param key the sort value as text
 */
record Cursor(ListQuery.Sort sort, boolean forward, String key, UUID id) {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendOffset("+HH:mm", "+00")
          .toFormatter(Locale.ROOT);

  String encode() {
    String text = sort + "|" + (forward ? ">" : "<") + "|" + id + "|" + key;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static Cursor decode(String text, ListQuery.Sort sort) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 4);
      var cursor =
          new Cursor(
              ListQuery.Sort.valueOf(parts[0]),
              parts[1].equals(">"),
              parts[3],
              UUID.fromString(parts[2]));
      if (cursor.sort == sort && cursor.comparable()) {
        return cursor;
      }
    } catch (IllegalArgumentException
        | DateTimeException
        | ArrayIndexOutOfBoundsException notOurs) {
      // falls through: whatever is wrong with it, it is no cursor of this list
    }
    throw new InvalidInput("cursor", "invalid");
  }

  /** Whether the database can compare the key: a time as it writes it, or a text it can hold. */
  private boolean comparable() {
    if (!sort.ofTime()) {
      return key.indexOf('\0') < 0;
    }
    return key.equals("infinity") || TIME.parse(key) != null;
  }
}
