package uk.concordat.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A unique property reference number: a whole number of at most twelve digits. Zeros in front of it
 * mean nothing and are dropped.
 *
 * @param text for example {@code 100000000001}
 */
public record Uprn(String text) {
  private static final Pattern SHAPE = Pattern.compile("[0-9]{1,12}");

  /** Reads a number however it was spaced; empty where it is none. */
  public static Optional<Uprn> parse(String given) {
    String bare = given.replaceAll("\\s", "");
    String number = bare.replaceFirst("^0+", "");
    return SHAPE.matcher(bare).matches() && !number.isEmpty()
        ? Optional.of(new Uprn(number))
        : Optional.empty();
  }
}
