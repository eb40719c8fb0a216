package uk.concordat.incident;

/** Whether an incident is still being written down. */
public enum IncidentState {
  DRAFT("Draft"),
  LOGGED("Logged");

  private final String label;

  IncidentState(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
