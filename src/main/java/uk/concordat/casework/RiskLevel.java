package uk.concordat.casework;

/** How great the risk to the person harmed is, least first. */
public enum RiskLevel {
  STANDARD("Standard"),
  MEDIUM("Medium"),
  HIGH("High");

  private final String label;

  RiskLevel(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
