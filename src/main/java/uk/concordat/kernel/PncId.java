package uk.concordat.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number under which the Police National Computer knows a person: year, seven digits and a
 * check letter of the two last digits of the year and those seven (domain.md 5.3).
 *
 * @param text for example {@code 2016/0000123B}
 */
public record PncId(String text) {
  private static final Pattern SHAPE =
      Pattern.compile("((?:19|20)?[0-9]{2})(?:/([0-9]{1,7})|([0-9]{7}))([A-HJ-NP-RT-Z])");
  private static final int THIS_CENTURY = 50;

  /**
   * Reads a number however it was spaced, with a year of four digits or two, zeros after the slash
   * left out or not; empty where it is none, or the letter is wrong. Years of two digits are 1950
   * to 2049.
   */
  public static Optional<PncId> parse(String given) {
    Matcher read = SHAPE.matcher(given.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
    if (!read.matches()) {
      return Optional.empty();
    }
    String year = read.group(1);
    int inCentury = Integer.parseInt(year.substring(year.length() - 2));
    long serial = Long.parseLong(read.group(2) == null ? read.group(3) : read.group(2));
    if (CheckLetter.of(inCentury * 10_000_000L + serial) != read.group(4).charAt(0)) {
      return Optional.empty();
    }
    String full = year.length() == 4 ? year : (inCentury < THIS_CENTURY ? "20" : "19") + year;
    return Optional.of(new PncId("%s/%07d%s".formatted(full, serial, read.group(4))));
  }
}
