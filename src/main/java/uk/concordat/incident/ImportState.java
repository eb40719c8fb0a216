package uk.concordat.incident;

/** What has become of a file. */
public enum ImportState {
  READY("Ready to be logged"),
  REFUSED("Not logged: something is wrong"),
  COMMITTED("Logged");

  private final String label;

  ImportState(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
