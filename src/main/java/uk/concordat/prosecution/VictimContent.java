package uk.concordat.prosecution;

/**
 * What is written down of somebody who was harmed besides the person of the referral.
 *
 * @param died null where it is not said
 * @param spokesperson for the family of somebody who died, or null
 * @param safeContact how they, or whoever speaks for the family, are told safely, or null
 */
public record VictimContent(String name, Boolean died, String spokesperson, String safeContact) {
  /** What is blank was not said. */
  public VictimContent {
    spokesperson = said(spokesperson);
    safeContact = said(safeContact);
  }

  private static String said(String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
