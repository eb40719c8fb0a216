package uk.concordat.api;

import java.util.UUID;
import uk.concordat.kernel.NotFound;

/** Reads the identity in an address; what is none names nothing. */
final class PathIds {
  private PathIds() {}

  static UUID read(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException none) {
      throw new NotFound();
    }
  }
}
