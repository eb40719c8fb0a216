package uk.concordat.prosecution;

import uk.concordat.access.Action;
import uk.concordat.referral.FileReferral;

/** Who makes a move of the review: somebody whose role has the action, and whose the record is. */
public enum Reviewer {
  /** Whoever puts the file together at the force. */
  POLICE(Action.FILE_PREPARE),
  /** The same, of what they did once it was decided; also after the referral was closed. */
  CARRYING_OUT(Action.FILE_PREPARE),
  /** Whoever takes in what arrives at the unit. */
  UNIT(Action.FILE_TRIAGE),
  /** The prosecutor to whom it is assigned. */
  PROSECUTOR(Action.REVIEW_DECIDE),
  /** Nobody here: it follows from the right to review of whoever was harmed (ADR 39). */
  REVIEW(Action.REVIEW_DECIDE);

  private final Action action;

  Reviewer(Action action) {
    this.action = action;
  }

  /** What the role has to have. */
  public Action action() {
    return action;
  }

  /** Whether the record is the caller's for this. */
  boolean reaches(FileReferral referral) {
    return switch (this) {
      case POLICE -> referral.prepares();
      case CARRYING_OUT -> referral.carriesOut();
      case UNIT -> referral.triages();
      case PROSECUTOR -> referral.reviews();
      case REVIEW -> false;
    };
  }
}
