package uk.concordat.kernel;

/**
 * The modulus-23 check letter that the Police National Computer uses and our references borrow: it
 * catches one mistyped digit or two swapped ones read over the telephone.
 */
final class CheckLetter {
  private static final String LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY";

  private CheckLetter() {}

  static char of(long number) {
    return LETTERS.charAt((int) (number % LETTERS.length()));
  }
}
