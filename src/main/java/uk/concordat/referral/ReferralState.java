package uk.concordat.referral;

/** Where a referral stands. */
public enum ReferralState {
  DRAFT("Draft"),
  SUBMITTED("New"),
  RECEIVED("Decision needed"),
  ACCEPTED("Accepted"),
  REJECTED("Rejected");

  private final String label;

  ReferralState(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
