package uk.concordat.referral;

/** As what search found something; in the order in which it comes. */
public enum Matched {
  /** The reference, or its beginning. */
  REFERENCE("Reference"),
  /** A crime number, an NHS number, a postcode, a telephone number. */
  NUMBER("Number or postcode"),
  /** The name as it is written. */
  NAME("Name"),
  /** A name that begins like it, or sounds like it. */
  NAME_LIKE("Similar name"),
  /** Words in the text. */
  WORDS("Words");

  private final String label;

  Matched(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
