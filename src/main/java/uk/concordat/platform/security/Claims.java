package uk.concordat.platform.security;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import uk.concordat.caller.Assurance;

/** Reads what a good token says of its holder besides who they are: their proof, their address. */
final class Claims {
  private Claims() {}

  static Assurance assurance(Map<String, Object> claims) {
    return new Assurance(text(claims, "sid"), text(claims, "acr"), instant(claims, "auth_time"));
  }

  /**
   * The address that Keycloak verified; empty where there is none, null where the token was not
   * asked for it.
   */
  static String email(Map<String, Object> claims) {
    if (!List.of(text(claims, "scope").split(" ")).contains("email")) {
      return null;
    }
    return text(claims, "email_verified").equals("true") ? text(claims, "email") : "";
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
