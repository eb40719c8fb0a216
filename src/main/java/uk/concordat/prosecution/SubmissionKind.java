package uk.concordat.prosecution;

/** What the police ask of prosecutors. */
public enum SubmissionKind {
  CHARGING_DECISION("A charging decision"),
  EARLY_ADVICE("Early advice");

  private final String label;

  SubmissionKind(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
