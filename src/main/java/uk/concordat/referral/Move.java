package uk.concordat.referral;

import static uk.concordat.referral.Guard.ADVICE;
import static uk.concordat.referral.Guard.ASSIGNEE;
import static uk.concordat.referral.Guard.FILE_OVER;
import static uk.concordat.referral.Guard.HARMED_TOLD;
import static uk.concordat.referral.Guard.MAY_LEAVE;
import static uk.concordat.referral.Guard.NEVER_SENT;
import static uk.concordat.referral.Guard.NOTHING_OWED;
import static uk.concordat.referral.Guard.NOT_OWN;
import static uk.concordat.referral.Guard.NOT_OWN_RECALL;
import static uk.concordat.referral.Guard.NO_CONFLICT;
import static uk.concordat.referral.Guard.ONWARD;
import static uk.concordat.referral.Guard.OTHER;
import static uk.concordat.referral.Guard.OUTCOME;
import static uk.concordat.referral.Guard.QUESTION;
import static uk.concordat.referral.Guard.REASON;
import static uk.concordat.referral.Guard.RECALLED;
import static uk.concordat.referral.Guard.REVIEW_DATE;
import static uk.concordat.referral.Guard.SECOND_PAIR_OF_EYES;
import static uk.concordat.referral.ReferralState.ACCEPTED;
import static uk.concordat.referral.ReferralState.CANCELLED_IN_ERROR;
import static uk.concordat.referral.ReferralState.CLOSED;
import static uk.concordat.referral.ReferralState.DRAFT;
import static uk.concordat.referral.ReferralState.INFO_REQUESTED;
import static uk.concordat.referral.ReferralState.IN_PROGRESS;
import static uk.concordat.referral.ReferralState.ON_HOLD;
import static uk.concordat.referral.ReferralState.OUTCOME_RECORDED;
import static uk.concordat.referral.ReferralState.RECEIVED;
import static uk.concordat.referral.ReferralState.REDIRECTED;
import static uk.concordat.referral.ReferralState.REJECTED;
import static uk.concordat.referral.ReferralState.SUBMITTED;
import static uk.concordat.referral.ReferralState.WITHDRAWN;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The moves a referral can make: the state machine (domain.md 7.2), one line a move. {@link
 * Referral} refuses what is not here, {@link ReferralGate} says whose it is to make, and both doors
 * offer what they answer.
 */
public enum Move {
  // label, from, to (stays where it is, or is gone, without one), who, guards
  DISCARD("Discarded", any(DRAFT), null, Mover.DRAFTER, NEVER_SENT),
  SUBMIT("Sent", any(DRAFT), SUBMITTED, Mover.DRAFTER, MAY_LEAVE, NO_CONFLICT),
  WITHDRAW(
      "Withdrawn", any(SUBMITTED, RECEIVED, INFO_REQUESTED), WITHDRAWN, Mover.FOLLOWER, REASON),
  ACKNOWLEDGE("Acknowledged", any(SUBMITTED), RECEIVED, Mover.TRIAGER, NO_CONFLICT),
  ASK("Question asked", any(RECEIVED), INFO_REQUESTED, Mover.DECIDER, QUESTION),
  ANSWER("Question answered", any(INFO_REQUESTED), RECEIVED, Mover.FOLLOWER, Guard.ANSWER),
  TIME_OUT("Question not answered in time", any(INFO_REQUESTED), RECEIVED, Mover.CLOCK),
  ACCEPT("Accepted", any(RECEIVED), ACCEPTED, Mover.DECIDER, NOT_OWN, ASSIGNEE),
  REJECT("Rejected", any(RECEIVED), REJECTED, Mover.DECIDER, NOT_OWN, REASON, ADVICE),
  REDIRECT("Redirected", any(RECEIVED), REDIRECTED, Mover.DECIDER, NOT_OWN, ONWARD),
  DUPLICATE(
      "Found to be a duplicate", any(RECEIVED), ReferralState.DUPLICATE, Mover.DECIDER, OTHER),
  START("Work begun", any(ACCEPTED), IN_PROGRESS, Mover.ASSIGNEE),
  HOLD("Put on hold", any(IN_PROGRESS), ON_HOLD, Mover.WORKER, REASON, REVIEW_DATE),
  RESUME("Resumed", any(ON_HOLD), IN_PROGRESS, Mover.WORKER),
  RECORD_OUTCOME(
      "Outcome recorded", any(IN_PROGRESS), OUTCOME_RECORDED, Mover.RECORDER, OUTCOME, REASON),
  CLOSE(
      "Closed",
      any(OUTCOME_RECORDED),
      CLOSED,
      Mover.MANAGER,
      SECOND_PAIR_OF_EYES,
      HARMED_TOLD,
      NOTHING_OWED,
      FILE_OVER),
  REOPEN("Opened again", any(CLOSED), IN_PROGRESS, Mover.MANAGER, REASON),
  ASSIGN("Assigned to a colleague", assigned(), null, Mover.MANAGER, ASSIGNEE),
  AMEND("Amended after it was sent", amendable(), null, Mover.AMENDER, REASON),
  RECALL("Recalled: it should not have been sent", sent(), null, Mover.LEAD, REASON),
  CANCEL(
      "Cancelled in error", sent(), CANCELLED_IN_ERROR, Mover.GOVERNANCE, RECALLED, NOT_OWN_RECALL),
  REINSTATE("Goes on after a recall", sent(), null, Mover.GOVERNANCE, RECALLED, NOT_OWN_RECALL);

  private static final Set<String> ELSEWHERE =
      Set.of("DISCARD", "TIME_OUT", "AMEND", "CANCEL", "REINSTATE");

  private final String label;
  private final Set<ReferralState> from;
  private final ReferralState to;
  private final Mover mover;
  private final List<Guard> guards;

  Move(String label, Set<ReferralState> from, ReferralState to, Mover mover, Guard... guards) {
    this.label = label;
    this.from = from;
    this.to = to;
    this.mover = mover;
    this.guards = List.of(guards);
  }

  private static Set<ReferralState> any(ReferralState first, ReferralState... others) {
    return EnumSet.of(first, others);
  }

  /** The states in which it lies with somebody. */
  private static Set<ReferralState> assigned() {
    return EnumSet.of(ACCEPTED, IN_PROGRESS, ON_HOLD, OUTCOME_RECORDED);
  }

  /** Somebody works with it, here or where it went on to. */
  private static Set<ReferralState> amendable() {
    return EnumSet.of(
        SUBMITTED,
        RECEIVED,
        INFO_REQUESTED,
        ACCEPTED,
        IN_PROGRESS,
        ON_HOLD,
        OUTCOME_RECORDED,
        REDIRECTED);
  }

  /** Every state of a referral that was sent, until it is cancelled in error. */
  private static Set<ReferralState> sent() {
    return EnumSet.complementOf(EnumSet.of(DRAFT, CANCELLED_IN_ERROR));
  }

  /** The name in the API, for example {@code accept}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The move of that name that can be asked for of the referral itself; {@code discard} leaves
   * nothing to answer, time passes by itself, a recall is decided on where it is ({@link
   * RecallService}), and what is amended is more than a move says ({@link AmendmentService}).
   */
  public static Optional<Move> of(String code) {
    return Arrays.stream(values())
        .filter(move -> !ELSEWHERE.contains(move.name()) && move.code().equals(code))
        .findFirst();
  }

  /** The moves out of a state, whoever may make them. */
  static List<Move> from(ReferralState state, boolean recalled) {
    return Arrays.stream(values()).filter(move -> move.leaves(state, recalled)).toList();
  }

  /** Whether it can be made from that state; while it is recalled, only what ends that can. */
  boolean leaves(ReferralState state, boolean recalled) {
    return from.contains(state) && guardedBy(RECALLED) == recalled;
  }

  /** Where it leads from that state. */
  ReferralState target(ReferralState state) {
    return to == null ? state : to;
  }

  /** Who makes it. */
  public Mover mover() {
    return mover;
  }

  boolean guardedBy(Guard guard) {
    return guards.contains(guard);
  }

  /** The dated list of its reasons, for example {@code reject-reason}. */
  public String reasons() {
    return code() + "-reason";
  }

  /** The words for it in the history. */
  public String label() {
    return label;
  }
}
