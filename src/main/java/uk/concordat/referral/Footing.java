package uk.concordat.referral;

/**
 * Why this may be shared in law.
 *
 * @param purpose code of list {@code purpose}
 * @param lawfulBasis code of list {@code lawful-basis}
 * @param condition code of list {@code condition}: strands are special category or sensitive data
 */
public record Footing(String purpose, String lawfulBasis, String condition) {
  static final Footing EMPTY = new Footing(null, null, null);
}
