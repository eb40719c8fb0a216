package uk.concordat.codelist;

/**
 * One entry of a pick list.
 *
 * @param list name of the list, such as {@code lawful-basis}
 * @param code what is stored
 * @param label what is read
 * @param hint more words, or null
 * @param appliesTo the data-protection regime it belongs to, or null for all
 */
public record CodeValue(String list, String code, String label, String hint, String appliesTo) {

  /** Whether it may be chosen under the regime. */
  public boolean appliesTo(String regime) {
    return appliesTo == null || appliesTo.equals(regime);
  }
}
