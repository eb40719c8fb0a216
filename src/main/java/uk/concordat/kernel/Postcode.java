package uk.concordat.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A postcode in capitals with one space. The NHS pseudo-postcodes for no fixed abode and for an
 * unknown address are accepted although they break Royal Mail's rule.
 *
 * @param text for example {@code AL99 9ZZ}
 */
public record Postcode(String text) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(GIR 0AA|ZZ99 3[VW]Z|[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9]([0-9]|[ABEHMNPRV-Y])?|[0-9][A-HJKPS-UW])"
              + " [0-9][ABD-HJLNP-UW-Z]{2})");

  /** Reads a postcode however it was spaced; empty where it is none. */
  public static Optional<Postcode> parse(String given) {
    String bare = given.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    if (bare.length() < 5) {
      return Optional.empty();
    }
    String spaced = bare.substring(0, bare.length() - 3) + " " + bare.substring(bare.length() - 3);
    return SHAPE.matcher(spaced).matches() ? Optional.of(new Postcode(spaced)) : Optional.empty();
  }
}
