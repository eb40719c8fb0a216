package uk.concordat.platform.security;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import uk.concordat.caller.Assurance;

/** Reads what a good token says of how and when somebody proved who they are. */
final class Claims {
  private Claims() {}

  static Assurance assurance(Map<String, Object> claims) {
    return new Assurance(text(claims, "sid"), text(claims, "acr"), instant(claims, "auth_time"));
  }

  static String text(Map<String, Object> claims, String name) {
    Object claim = claims.get(name);
    return claim == null ? "" : claim.toString();
  }

  private static Instant instant(Map<String, Object> claims, String name) {
    Object claim = claims.get(name);
    if (claim instanceof Number seconds) {
      return Instant.ofEpochSecond(seconds.longValue());
    }
    return claim instanceof Date date ? date.toInstant() : null;
  }
}
