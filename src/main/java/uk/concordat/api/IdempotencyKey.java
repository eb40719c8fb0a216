package uk.concordat.api;

import java.util.regex.Pattern;
import uk.concordat.kernel.InvalidInput;

/** The header by which a creation can be repeated safely. */
final class IdempotencyKey {
  static final String HEADER = "Idempotency-Key";

  private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private IdempotencyKey() {}

  /**
   * What was sent as the key; null for none.
   *
   * @throws InvalidInput where it is not 1 to 200 visible characters
   */
  static String checked(String key) {
    if (key != null && !SHAPE.matcher(key).matches()) {
      throw new InvalidInput(HEADER, "invalid");
    }
    return key;
  }
}
