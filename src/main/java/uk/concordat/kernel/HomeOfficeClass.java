package uk.concordat.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The class and sub-class of an offence in the Home Office's counting, three digits and two
 * (domain.md 5.3). Zeros in front that were left out are put there.
 *
 * @param text for example {@code 008/55}
 */
public record HomeOfficeClass(String text) {
  private static final Pattern SHAPE = Pattern.compile("[0-9]{1,3}/[0-9]{2}");

  /** Reads a class however it was spaced; empty where it is none. */
  public static Optional<HomeOfficeClass> parse(String given) {
    String bare = given.replaceAll("\\s", "");
    return SHAPE.matcher(bare).matches()
        ? Optional.of(new HomeOfficeClass("0".repeat(6 - bare.length()) + bare))
        : Optional.empty();
  }
}
