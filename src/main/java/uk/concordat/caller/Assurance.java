package uk.concordat.caller;

import java.time.Instant;

/**
 * How sure the identity provider is of the caller.
 *
 * @param level the token's {@code acr}; empty where it has none
 * @param since when they proved it, the token's {@code auth_time}; null where it does not say
 */
public record Assurance(String level, Instant since) {
  /** None at all. */
  public static final Assurance NONE = new Assurance("", null);
}
