package uk.concordat.prosecution;

/** Whether somebody who is suspected is held. */
public enum Held {
  CUSTODY("In custody"),
  BAIL("On bail"),
  UNDER_INVESTIGATION("Released under investigation"),
  VOLUNTARY("Attended voluntarily");

  private final String label;

  Held(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
