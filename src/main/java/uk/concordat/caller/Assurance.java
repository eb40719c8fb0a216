package uk.concordat.caller;

import java.time.Instant;

/**
 * How sure the identity provider is of the caller.
 *
 * @param session the session of the identity provider, the token's {@code sid}; empty where it does
 *     not say
 * @param level the token's {@code acr}; empty where it has none, and for pages, whose proofs are
 *     kept in the database
 * @param since when they proved it, the token's {@code auth_time}; null where it does not say
 */
public record Assurance(String session, String level, Instant since) {
  /** None at all. */
  public static final Assurance NONE = new Assurance("", "", null);
}
