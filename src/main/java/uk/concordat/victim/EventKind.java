package uk.concordat.victim;

/** Something of which the person harmed has to be told, or from which a right of theirs runs. */
public enum EventKind {
  REPORTED("It was reported to the police"),
  NOT_PURSUED("The police take no further action"),
  SUSPECT_ARRESTED("A suspect was arrested"),
  SUSPECT_INTERVIEWED("A suspect was interviewed"),
  SUSPECT_RELEASED("A suspect was released"),
  SUSPECT_BAILED("A suspect was bailed"),
  BAIL_CHANGED("Bail was changed"),
  BAIL_BREACHED("Bail was breached"),
  SUSPECT_CHARGED("A suspect was charged"),
  OUT_OF_COURT("It was dealt with out of court"),
  CPS_NOT_CHARGED("The CPS decided not to charge"),
  CPS_STOPPED("The CPS stopped the case"),
  CPS_ALTERED("The CPS changed a charge substantially"),
  HEARING_SET("A hearing was set"),
  HEARING_HELD("A hearing was held"),
  COURT_BAILED("The court gave bail with conditions"),
  VERDICT("There was a verdict"),
  SENTENCE("There was a sentence"),
  APPEAL_LODGED("An appeal was lodged"),
  APPEAL_LISTED("An appeal was listed"),
  APPEAL_DECIDED("An appeal was decided"),
  COMPLAINED("They complained"),
  REVIEW_OFFERED("They were told that they may ask for a review"),
  REVIEW_ASKED("They asked for a review"),
  REVIEW_WENT_ON("They asked for an independent review"),
  REVIEW_DECIDED("Their review was decided");

  private final String label;

  EventKind(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }
}
