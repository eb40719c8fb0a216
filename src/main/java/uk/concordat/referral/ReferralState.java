package uk.concordat.referral;

/** Where a referral stands. */
public enum ReferralState {
  DRAFT("Draft"),
  SUBMITTED("New"),
  RECEIVED("Decision needed"),
  INFO_REQUESTED("Question asked"),
  ACCEPTED("Accepted"),
  IN_PROGRESS("Being worked on"),
  ON_HOLD("On hold"),
  OUTCOME_RECORDED("Outcome recorded"),
  CLOSED("Closed"),
  WITHDRAWN("Withdrawn"),
  REJECTED("Rejected"),
  REDIRECTED("Redirected"),
  DUPLICATE("Duplicate"),
  CANCELLED_IN_ERROR("Cancelled in error");

  private final String label;

  ReferralState(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
