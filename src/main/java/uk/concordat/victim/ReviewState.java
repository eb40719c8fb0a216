package uk.concordat.victim;

/** Where a review of a decision stands that the person harmed may ask for (ADR 39). */
public enum ReviewState {
  /** They were told that they may ask. */
  OFFERED,
  /** They said that they do not. */
  DECLINED,
  /** They asked; whoever decided has it looked at by somebody else there. */
  ASKED,
  /** That found the decision right; they may go on. */
  UPHELD_LOCALLY,
  /** They went on, to somebody who took no part in it. */
  INDEPENDENT,
  /** The decision stands. */
  UPHELD,
  /** The decision falls. */
  OVERTURNED,
  /** They asked no more. */
  WITHDRAWN
}
