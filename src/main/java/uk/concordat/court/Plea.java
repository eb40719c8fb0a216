package uk.concordat.court;

/** How somebody pleaded to a charge. */
public enum Plea {
  GUILTY("Guilty"),
  NOT_GUILTY("Not guilty"),
  NONE("No plea was entered");

  private final String label;

  Plea(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
