package uk.concordat.court;

/** What was found on a charge. */
public enum Verdict {
  GUILTY("Guilty"),
  NOT_GUILTY("Not guilty"),
  NOT_PROCEEDED("Not proceeded with");

  private final String label;

  Verdict(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
