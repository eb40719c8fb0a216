package uk.concordat.access;

import java.time.Instant;

/**
 * A time during which something holds.
 *
 * @param from its first instant; null for ever since
 * @param to the first instant after it; null for good
 */
public record Period(Instant from, Instant to) {
  /** For ever. */
  public static final Period ALWAYS = new Period(null, null);

  /** Whether it holds then. */
  public boolean contains(Instant instant) {
    return (from == null || !instant.isBefore(from)) && (to == null || instant.isBefore(to));
  }
}
