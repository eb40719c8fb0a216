package uk.concordat.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An NHS number, checked by modulus 11 (NHS Data Dictionary): the first nine digits are weighted 10
 * down to 2, and the tenth is eleven less the remainder of their sum. Ten equal digits are
 * nobody's.
 *
 * @param digits ten digits without spaces, as stored
 */
public record NhsNumber(String digits) {
  private static final Pattern TEN_DIGITS = Pattern.compile("[0-9]{10}");
  private static final Pattern ALL_EQUAL = Pattern.compile("([0-9])\\1{9}");
  private static final int MODULUS = 11;

  /** Reads a number however it was spaced or hyphenated; empty where it is none. */
  public static Optional<NhsNumber> parse(String given) {
    String bare = given.replaceAll("[\\s-]", "");
    return TEN_DIGITS.matcher(bare).matches() && !ALL_EQUAL.matcher(bare).matches() && checks(bare)
        ? Optional.of(new NhsNumber(bare))
        : Optional.empty();
  }

  /** As it is read out and printed: three, three and four digits. */
  public String spaced() {
    return digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
  }

  /** A remainder of 1 would need a check digit of ten, so such a number is never given out. */
  private static boolean checks(String bare) {
    int sum = 0;
    for (int place = 0; place < 9; place++) {
      sum += Character.digit(bare.charAt(place), 10) * (10 - place);
    }
    int check = (MODULUS - sum % MODULUS) % MODULUS;
    return check == Character.digit(bare.charAt(9), 10);
  }
}
