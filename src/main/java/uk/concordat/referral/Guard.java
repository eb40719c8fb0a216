package uk.concordat.referral;

/** What a move needs besides the right state and the right person. */
enum Guard {
  /** It has never been sent. */
  NEVER_SENT,
  /** It is complete, agreed to or answered for, and covered by agreements ({@link SubmitGuard}). */
  MAY_LEAVE,
  /** The person declares that they know nobody in it. */
  NO_CONFLICT,
  /** Another person than the one who sent it. */
  NOT_OWN,
  /** A colleague who would find it. */
  ASSIGNEE,
  /** A code of the move's own list, and why in words. */
  REASON,
  /** What the other side can do next, in words. */
  ADVICE,
  /** A day after today and at most 28 days ahead. */
  REVIEW_DATE,
  /** A question, and the day by which it should be answered. */
  QUESTION,
  /** The answer, which an agreement in force lets through. */
  ANSWER,
  /** Another agency, a footing for it, and the sender's agreement where it is not safeguarding. */
  ONWARD,
  /** Another referral that the person sees. */
  OTHER,
  /** An outcome of the kind that the person may record, and what it means in words. */
  OUTCOME,
  /** It is recalled: everything else waits until that is decided on. */
  RECALLED,
  /** Another person than the one who recalled it. */
  NOT_OWN_RECALL,
  /**
   * Somebody else than whoever worked on it, where it was more than of standard urgency or the risk
   * was found to be high.
   */
  SECOND_PAIR_OF_EYES,
  /** The person harmed was told what came of it, or why they are not is logged. */
  HARMED_TOLD,
  /** Nothing is open that the agency owes the person harmed under the Victims' Code. */
  NOTHING_OWED,
  /** Nobody in the file that it brings is still being reviewed or before the court. */
  FILE_OVER
}
