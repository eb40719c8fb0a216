package uk.concordat.referral;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Whether the news of an outcome is owed, as domain.md 7.2 has it (move 15: "victim told or timer
 * opened"; move 16: no timer of the Victims' Code runs), worked out event by event and not from
 * what is kept.
 */
final class ModelNews {
  private final boolean owable;
  private Instant since;
  private boolean outcome;
  private boolean given;

  /** Of a referral whose receiver sees how contact is safe, or does not and owes nothing. */
  ModelNews(boolean owable) {
    this.owable = owable;
  }

  /** The work begins, or begins again: what was said before is of something else. */
  void begins(Instant now) {
    since = now;
    outcome = false;
    given = false;
  }

  void recorded() {
    outcome = true;
  }

  /** A contact of the receiver about the outcome, at a minute. */
  void said(String result, Instant at) {
    if (since == null || at.isBefore(since.truncatedTo(ChronoUnit.MINUTES))) {
      return;
    }
    given = given || result.equals("TOLD") || (result.equals("EXEMPT") && outcome);
  }

  boolean owed() {
    return owable && !given;
  }
}
