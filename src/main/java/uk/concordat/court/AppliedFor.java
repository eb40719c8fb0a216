package uk.concordat.court;

/** Whether a heavier sentence was asked for because of hostility. */
public enum AppliedFor {
  YES("Yes"),
  NO("No"),
  NOT_APPLICABLE("Not applicable");

  private final String label;

  AppliedFor(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
