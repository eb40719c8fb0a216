package uk.concordat.prosecution;

/** Which of the files at the caller's unit the desk shows. */
public enum DeskView {
  UNIT("All of the unit"),
  MINE("Yours"),
  UNASSIGNED("Nobody's yet"),
  WITH_POLICE("Back with the police");

  private final String label;

  DeskView(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
