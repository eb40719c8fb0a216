package uk.concordat.document;

/** What is known of viruses in a document. */
public enum Scan {
  CLEAN("No virus found"),
  NOT_SCANNED("Not scanned for viruses");

  private final String label;

  Scan(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
