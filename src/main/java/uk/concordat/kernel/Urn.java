package uk.concordat.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A unique reference number of the criminal justice system, the only one that police, prosecutors
 * and courts share: force, unit, serial number and year (domain.md 5.3).
 *
 * @param text eleven characters, for example {@code 41ZZ0000126}
 */
public record Urn(String text) {
  private static final Pattern SHAPE = Pattern.compile("[0-9]{2}[A-Z0-9]{2}[0-9]{7}");

  /** Reads a number however it was spaced or parted by slashes; empty where it is none. */
  public static Optional<Urn> parse(String given) {
    String bare = given.replaceAll("[\\s/]", "").toUpperCase(Locale.ROOT);
    return SHAPE.matcher(bare).matches() ? Optional.of(new Urn(bare)) : Optional.empty();
  }
}
