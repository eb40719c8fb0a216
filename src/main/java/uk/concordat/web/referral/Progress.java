package uk.concordat.web.referral;

import uk.concordat.referral.Clocked;
import uk.concordat.referral.ReferralState;

/**
 * How far along a referral is, in words and steps.
 *
 * @param done how many of the four steps are done: sent, acknowledged, decided, worked on
 * @param waiting what is next, for those who wait for it
 * @param deciding what is next, for those who do it
 */
record Progress(ReferralState state, int done, String waiting, String deciding) {

  private static final String OUTCOME = "Next: tell the person harmed what came of it";
  private static final String CONTACT = "Next: first contact with the person harmed";

  /**
   * How far it is.
   *
   * @param clock the time limit that runs; null where none does
   * @param outcomeOwed whether the person harmed is told of the outcome first
   */
  static Progress of(ReferralState state, Clocked clock, boolean outcomeOwed) {
    boolean contact = firstContact(clock);
    return switch (state) {
      case DRAFT -> same(state, 0, "Next: check your answers and send it");
      case SUBMITTED -> new Progress(state, 1, "Next: they acknowledge it", "Next: acknowledge it");
      case RECEIVED ->
          new Progress(state, 2, "Next: they decide", "Next: decide whether to take this on");
      case INFO_REQUESTED ->
          new Progress(state, 2, "Next: the sender answers a question", "Next: answer a question");
      case ACCEPTED -> same(state, 3, contact ? CONTACT : "Next: start the work");
      case IN_PROGRESS ->
          same(state, 3, contact ? CONTACT : "Next: the work goes on until there is an outcome");
      case ON_HOLD -> same(state, 3, "On hold: it is looked at again by the day below");
      case OUTCOME_RECORDED -> same(state, 4, outcomeOwed ? OUTCOME : "Next: close it");
      case CLOSED -> same(state, 4, "Closed: the work is done");
      case WITHDRAWN -> same(state, 1, "Closed: the sender took it back");
      case REJECTED -> same(state, 3, "Closed: it was not taken on");
      case REDIRECTED -> same(state, 3, "Closed here: it went on to another agency");
      case DUPLICATE -> same(state, 3, "Closed: another referral is about the same");
      case CANCELLED_IN_ERROR -> same(state, 3, "Closed: it should not have been sent");
    };
  }

  /** Whether the person harmed is still to be told for the first time. */
  static boolean firstContact(Clocked clock) {
    return clock != null && clock.step().equals("FIRST_CONTACT");
  }

  private static Progress same(ReferralState state, int done, String next) {
    return new Progress(state, done, next, next);
  }

  String next(boolean theirs) {
    return theirs ? deciding : waiting;
  }

  /** {@code done}, {@code here} or null. */
  String step(int step) {
    if (step <= done) {
      return "done";
    }
    boolean open = step < 4 ? state != ReferralState.WITHDRAWN : takenOn();
    return step == done + 1 && open ? "here" : null;
  }

  boolean takenOn() {
    return switch (state) {
      case ACCEPTED, IN_PROGRESS, ON_HOLD, OUTCOME_RECORDED, CLOSED -> true;
      default -> false;
    };
  }

  /** The decision in a word or two. */
  String decision() {
    if (takenOn()) {
      return "Decided";
    }
    return done < 3 && state != ReferralState.WITHDRAWN ? "Decide" : state.label();
  }
}
