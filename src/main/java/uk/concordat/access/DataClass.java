package uk.concordat.access;

/** Compartments of a record, each with an audience of its own. */
public enum DataClass {
  D1("Reference, status and strand"),
  D2("Who was harmed"),
  D4("Needs, wishes and safe contact"),
  D5("What happened"),
  D16("Feedback to the sender");

  private final String label;

  DataClass(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
