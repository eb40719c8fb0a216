package uk.concordat.kernel;

/** How soon the receiver must act; the times are dated reference data. */
public enum Urgency {
  URGENT("Risk to life"),
  HIGH("High risk"),
  STANDARD("Standard");

  private final String label;

  Urgency(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
