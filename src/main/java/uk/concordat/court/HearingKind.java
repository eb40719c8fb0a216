package uk.concordat.court;

/** What a hearing is for. */
public enum HearingKind {
  FIRST("First hearing"),
  PLEA("Plea and trial preparation"),
  TRIAL("Trial"),
  NEWTON("Newton hearing"),
  SENTENCE("Sentence"),
  MENTION("Mention");

  private final String label;

  HearingKind(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
