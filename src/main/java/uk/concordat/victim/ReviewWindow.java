package uk.concordat.victim;

import java.time.Instant;

/**
 * Until when the person harmed may ask for a review of a decision (domain.md 3.5).
 *
 * @param askBy the end of the time that they are told
 * @param latest until when it is accepted all the same
 */
public record ReviewWindow(Instant askBy, Instant latest) {

  /** How an ask at some instant is answered. */
  public enum Answer {
    IN_TIME,
    /** Accepted, and said to be late. */
    LATE,
    /** Not accepted any more. */
    REFUSED
  }

  /** What is answered to somebody who asks then; the end of a day is no longer in it. */
  public Answer at(Instant asked) {
    if (asked.isBefore(askBy)) {
      return Answer.IN_TIME;
    }
    return asked.isBefore(latest) ? Answer.LATE : Answer.REFUSED;
  }

  /** Whether nobody can ask any more of what was offered. */
  public boolean lapsed(ReviewState state, Instant now) {
    return state == ReviewState.OFFERED && at(now) == Answer.REFUSED;
  }
}
