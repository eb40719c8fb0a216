package uk.concordat.journey;

/**
 * What a case comes through, in the order in which stages of the same instant stand. Which room
 * tells of one is that of its {@link JourneySource}.
 */
public enum JourneyStage {
  REPORTED("The first agency began its referral"),
  SENT("Sent to the next agency"),
  RECEIVED("Received"),
  ACCEPTED("Taken on"),
  SUBMITTED("File submitted to prosecutors"),
  RETURNED("Back with the police"),
  RESUBMITTED("File submitted again"),
  DECIDED("Prosecutors decided"),
  REOPENED("The decision was overturned"),
  CHARGED("Charged"),
  DISPOSED("Dealt with out of court"),
  HEARD("A hearing was held"),
  ADJOURNED("A hearing was adjourned"),
  ENDED("The case at court ended");

  private final String label;

  JourneyStage(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
