package uk.concordat.stack;

/**
 * Whether this run measures the product, so that it must work as in production: commits reach the
 * disk although the data are thrown away, and Java compiles as well as it can.
 */
final class Measuring {
  private static final String PROPERTY = "concordat.measuring";

  private Measuring() {}

  static boolean on() {
    return Boolean.getBoolean(PROPERTY);
  }
}
