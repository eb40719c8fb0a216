package uk.concordat.court;

/** What a court orders beside the sentence. */
public enum CourtOrder {
  RESTRAINING("Restraining order"),
  CRIMINAL_BEHAVIOUR("Criminal behaviour order"),
  COMPENSATION("Compensation"),
  OTHER("Another order");

  private final String label;

  CourtOrder(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
