package uk.concordat.court;

/** What came of a hearing. */
public enum HearingOutcome {
  HELD("It was held"),
  ADJOURNED("It was adjourned");

  private final String label;

  HearingOutcome(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
