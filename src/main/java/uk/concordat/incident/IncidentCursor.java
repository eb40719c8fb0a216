package uk.concordat.incident;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import uk.concordat.kernel.InvalidInput;

/**
 * A place in a list: the identity of a row, which sorts by age, and the way to go from it.
 *
 * @param holder whose list it is a place in
 */
record IncidentCursor(UUID holder, boolean forward, UUID id) {

  String encode() {
    String text = "INCIDENT|" + holder + "|" + (forward ? ">" : "<") + "|" + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws InvalidInput where it is no cursor of this list
   */
  static IncidentCursor decode(String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 4);
      if (parts.length == 4 && parts[0].equals("INCIDENT")) {
        return new IncidentCursor(
            UUID.fromString(parts[1]), parts[2].equals(">"), UUID.fromString(parts[3]));
      }
    } catch (IllegalArgumentException notOurs) {
      // falls through: whatever is wrong with it, it is no cursor of this list
    }
    throw new InvalidInput("cursor", "invalid");
  }
}
