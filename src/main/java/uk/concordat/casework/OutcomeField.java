package uk.concordat.casework;

/**
 * Something that an outcome needs besides its words (domain.md 2.1), as it stands today.
 *
 * @param field its name in the API
 * @param label the words for it in the portal
 * @param hint more words, or null
 */
public record OutcomeField(String field, Kind kind, String label, String hint) {
  /** What is written into it. */
  public enum Kind {
    LINE,
    PARAGRAPH,
    DAY,
    /** A unique reference number of the criminal justice system. */
    URN,
    /** An age under that of criminal responsibility, in whole years. */
    AGE_UNDER_TEN,
    /** An age from that of criminal responsibility to 17, in whole years. */
    AGE_YOUTH,
    /** An age of 18 or over, in whole years. */
    AGE_ADULT
  }
}
