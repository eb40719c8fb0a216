package uk.concordat.referral;

import static uk.concordat.referral.Guard.ADVICE;
import static uk.concordat.referral.Guard.ASSIGNEE;
import static uk.concordat.referral.Guard.MAY_LEAVE;
import static uk.concordat.referral.Guard.NEVER_SENT;
import static uk.concordat.referral.Guard.NOT_OWN;
import static uk.concordat.referral.Guard.NO_CONFLICT;
import static uk.concordat.referral.Guard.ONWARD;
import static uk.concordat.referral.Guard.OTHER;
import static uk.concordat.referral.Guard.OUTCOME;
import static uk.concordat.referral.Guard.QUESTION;
import static uk.concordat.referral.Guard.REASON;
import static uk.concordat.referral.Guard.REVIEW_DATE;
import static uk.concordat.referral.Guard.SECOND_PAIR_OF_EYES;
import static uk.concordat.referral.ReferralState.ACCEPTED;
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
 * The moves a referral can make: the state machine (domain.md 7.2), one line a move; that it was
 * sent in error and is cancelled is not in it yet. {@link Referral} refuses what is not here,
 * {@link ReferralGate} says whose it is to make, and both doors offer what they answer.
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
  CLOSE("Closed", any(OUTCOME_RECORDED), CLOSED, Mover.MANAGER, SECOND_PAIR_OF_EYES),
  REOPEN("Opened again", any(CLOSED), IN_PROGRESS, Mover.MANAGER, REASON),
  ASSIGN("Assigned to a colleague", assigned(), null, Mover.MANAGER, ASSIGNEE);

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

  /** The name in the API, for example {@code accept}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The move of that name that somebody can ask the API for; {@code discard} leaves nothing to
   * answer, and time passes by itself.
   */
  public static Optional<Move> of(String code) {
    return Arrays.stream(values())
        .filter(move -> move != DISCARD && move != TIME_OUT && move.code().equals(code))
        .findFirst();
  }

  /** The moves out of a state, whoever may make them. */
  public static List<Move> from(ReferralState state) {
    return Arrays.stream(values()).filter(move -> move.leaves(state)).toList();
  }

  /** Whether it can be made from that state. */
  boolean leaves(ReferralState state) {
    return from.contains(state);
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
