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
 * @param holder whose list it is a place in
 * @param key the sort value as text
 */
record Cursor(UUID holder, ListQuery.Sort sort, boolean forward, String key, UUID id) {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendOffset("+HH:mm", "+00")
          .toFormatter(Locale.ROOT);

  String encode() {
    String text = holder + "|" + sort + "|" + (forward ? ">" : "<") + "|" + id + "|" + key;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static Cursor decode(String text, ListQuery.Sort sort) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 5);
      var cursor =
          new Cursor(
              UUID.fromString(parts[0]),
              ListQuery.Sort.valueOf(parts[1]),
              parts[2].equals(">"),
              parts[4],
              UUID.fromString(parts[3]));
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
