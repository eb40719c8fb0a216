package uk.concordat.referral;

import java.util.List;
import java.util.Optional;
import uk.concordat.access.Access;
import uk.concordat.access.Action;
import uk.concordat.access.Participation;
import uk.concordat.caller.Caller;

/** Who makes a move: somebody of one side, whom the gate permits any of these actions. */
public enum Mover {
  /** Whoever drafts it. */
  DRAFTER(Side.SENDER, Action.REFERRAL_SUBMIT),
  /** Whoever answers for it at the agency that sent it. */
  FOLLOWER(Side.SENDER, Action.REFERRAL_FOLLOW),
  /** Whoever takes in what arrives. */
  TRIAGER(Side.RECEIVER, Action.REFERRAL_ACKNOWLEDGE),
  /** Whoever decides on what arrived. */
  DECIDER(Side.RECEIVER, Action.REFERRAL_DECIDE),
  /** The colleague to whom it is assigned. */
  ASSIGNEE(Side.RECEIVER, Action.REFERRAL_WORK),
  /** The same, or their manager. */
  WORKER(Side.RECEIVER, Action.REFERRAL_WORK, Action.REFERRAL_ASSIGN),
  /** Whoever records what came of it: police, prosecution and services each their own. */
  RECORDER(
      Side.RECEIVER,
      Action.OUTCOME_POLICE_RECORD,
      Action.OUTCOME_CPS_RECORD,
      Action.OUTCOME_SERVICE_RECORD),
  /** Whoever assigns work. */
  MANAGER(Side.RECEIVER, Action.REFERRAL_ASSIGN),
  /** Whoever may correct what was sent. */
  AMENDER(Side.SENDER, Action.REFERRAL_AMEND),
  /** Whoever leads where it was sent from. */
  LEAD(Side.SENDER, Action.REFERRAL_RECALL),
  /** Information governance of the agency that sent it ({@link RecallService}). */
  GOVERNANCE(Side.SENDER, Action.BREACH_DECIDE),
  /** Whoever works the Victims' Code clock, at either agency. */
  TIMEKEEPER(Side.EITHER, Action.TIMER_MANAGE),
  /** Nobody: time passes ({@link Deadlines}). */
  CLOCK(Side.NEITHER, Action.REFERRAL_CLOCK);

  private enum Side {
    SENDER,
    RECEIVER,
    EITHER,
    NEITHER
  }

  private final Side side;
  private final List<Action> actions;

  Mover(Side side, Action... actions) {
    this.side = side;
    this.actions = List.of(actions);
  }

  /** The actions of which one is needed. */
  public List<Action> actions() {
    return actions;
  }

  /** The action by which the caller may make such a move; empty where they may not. */
  Optional<Action> permitted(Caller caller, Participation record, Access access) {
    boolean sends = caller.agency().equals(record.fromAgency());
    boolean receives = caller.agency().equals(record.toAgency());
    boolean theirs =
        switch (side) {
          case SENDER -> sends;
          case RECEIVER -> receives;
          case EITHER -> sends || receives;
          case NEITHER -> false;
        };
    return actions.stream().filter(action -> theirs && access.permits(action)).findFirst();
  }
}
