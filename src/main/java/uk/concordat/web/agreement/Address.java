package uk.concordat.web.agreement;

/** What an address says of the agreement it is about. */
final class Address {
  private Address() {}

  /** A version; what is no number is one that never was. */
  static int number(String v) {
    return v != null && v.matches("[1-9]\\d{0,8}") ? Integer.parseInt(v) : 0;
  }
}
