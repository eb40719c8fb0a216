package uk.concordat.casework;

/**
 * What somebody answered to one factor of the risk.
 *
 * @param factor code of the list {@code risk-factor}
 * @param note more words, or null
 */
public record RiskAnswer(String factor, Is answer, String note) {
  /** Whether a factor is there. */
  public enum Is {
    YES("Yes"),
    NO("No"),
    NOT_KNOWN("Not known");

    private final String label;

    Is(String label) {
      this.label = label;
    }

    /** The words for it in the portal. */
    public String label() {
      return label;
    }
  }
}
