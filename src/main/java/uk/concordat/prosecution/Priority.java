package uk.concordat.prosecution;

/** How soon prosecutors decide, by the Director's Guidance on Charging (domain.md 3.1). */
public enum Priority {
  RED("Red: the suspect is held"),
  GREEN_PRIORITY("Green priority"),
  GREEN("Green");

  private final String label;

  Priority(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
