package uk.concordat.agreement;

/** Where a version of an agreement stands. */
public enum AgreementStatus {
  PROPOSED("Waiting for signature"),
  ACTIVE("In force"),
  REFUSED("Refused"),
  WITHDRAWN("Withdrawn"),
  SUPERSEDED("Replaced by a newer version"),
  ENDED("Ended");

  private final String label;

  AgreementStatus(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
