package uk.concordat.api;

import java.util.UUID;

/** Reads the identity in an address; what is none names nothing. */
final class PathIds {
  private static final UUID NONE = new UUID(0, 0);

  private PathIds() {}

  static UUID read(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException none) {
      return NONE;
    }
  }
}
