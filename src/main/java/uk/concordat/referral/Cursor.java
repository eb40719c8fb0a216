package uk.concordat.referral;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import uk.concordat.kernel.InvalidInput;

/**
 * A place in a list: the sort value and identity of a row, and the way to go from it.
 *
 * @param key the sort value as text
 */
record Cursor(ListQuery.Sort sort, boolean forward, String key, UUID id) {

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
      if (cursor.sort == sort
          && (!sort.ofTime() || cursor.key.matches("[0-9T:. Z+-]{4,40}|infinity"))) {
        return cursor;
      }
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
      // falls through: whatever is wrong with it, it is no cursor of this list
    }
    throw new InvalidInput("cursor", "invalid");
  }
}
