package uk.concordat.prosecution;

import static uk.concordat.prosecution.ReviewState.CHARGE_AUTHORISED;
import static uk.concordat.prosecution.ReviewState.FINALISED;
import static uk.concordat.prosecution.ReviewState.INADEQUATE;
import static uk.concordat.prosecution.ReviewState.NFA;
import static uk.concordat.prosecution.ReviewState.OVERTURNED;
import static uk.concordat.prosecution.ReviewState.PENDING;
import static uk.concordat.prosecution.ReviewState.PREPARING;
import static uk.concordat.prosecution.ReviewState.PROSECUTION;
import static uk.concordat.prosecution.ReviewState.REFERRED;
import static uk.concordat.prosecution.ReviewState.RESUBMITTED;
import static uk.concordat.prosecution.ReviewState.TRIAGED;
import static uk.concordat.prosecution.ReviewState.UNDER_REVIEW;
import static uk.concordat.prosecution.ReviewState.VRR_REQUESTED;
import static uk.concordat.prosecution.Reviewer.POLICE;
import static uk.concordat.prosecution.Reviewer.PROSECUTOR;
import static uk.concordat.prosecution.Reviewer.REVIEW;
import static uk.concordat.prosecution.Reviewer.UNIT;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The moves of the review of one defendant: the state machine (domain.md 3.1, 7.2), one line a
 * move. Those that are the file's are made for every defendant who is there; the others for one.
 */
public enum ReviewMove {
  // label, from, to, who, whether it is the file's, what has to be said with it
  SUBMIT("Submitted", any(PREPARING), REFERRED, POLICE, true, Saying.NOTHING),
  SEND_BACK(
      "Sent back: the file is not complete", any(REFERRED), INADEQUATE, UNIT, true, Saying.ITEMS),
  TAKE_IN("Taken in", any(REFERRED), TRIAGED, UNIT, true, Saying.NOTHING),
  BEGIN(
      "Review begun",
      any(TRIAGED, RESUBMITTED, OVERTURNED),
      UNDER_REVIEW,
      PROSECUTOR,
      true,
      Saying.NOTHING),
  EARLY_ADVICE(
      "Early advice given",
      any(UNDER_REVIEW),
      ReviewState.EARLY_ADVICE,
      PROSECUTOR,
      true,
      Saying.ITEMS),
  ACTION_PLAN(
      "Action plan", any(UNDER_REVIEW), ReviewState.ACTION_PLAN, PROSECUTOR, true, Saying.PLAN),
  PENDING_RESPONSE_FURTHER_INVESTIGATION(
      "Back to the police for further investigation",
      any(UNDER_REVIEW),
      PENDING,
      PROSECUTOR,
      true,
      Saying.ITEMS),
  RESUBMIT("Submitted again", asked(), RESUBMITTED, POLICE, true, Saying.NOTHING),
  CHARGE_FULL_CODE(
      "Charge authorised: Full Code Test",
      any(UNDER_REVIEW, OVERTURNED),
      CHARGE_AUTHORISED,
      PROSECUTOR,
      false,
      Saying.DECISION),
  CHARGE_THRESHOLD(
      "Charge authorised: Threshold Test",
      any(UNDER_REVIEW, OVERTURNED),
      CHARGE_AUTHORISED,
      PROSECUTOR,
      false,
      Saying.DECISION),
  NFA_EVIDENTIAL(
      "No further action: the evidence is not enough",
      any(UNDER_REVIEW),
      NFA,
      PROSECUTOR,
      false,
      Saying.DECISION),
  NFA_PUBLIC_INTEREST(
      "No further action: not in the public interest",
      any(UNDER_REVIEW),
      NFA,
      PROSECUTOR,
      false,
      Saying.DECISION),
  OUT_OF_COURT_DISPOSAL(
      "Out of court disposal",
      any(UNDER_REVIEW),
      ReviewState.OUT_OF_COURT,
      PROSECUTOR,
      false,
      Saying.DECISION),
  ADMIN_FINALISED(
      "Closed without a legal decision",
      unanswered(),
      ReviewState.ADMIN_FINALISED,
      PROSECUTOR,
      false,
      Saying.DECISION),
  REQUEST_REVIEW(
      "The victim asked for a review",
      any(NFA, ReviewState.UPHELD),
      VRR_REQUESTED,
      REVIEW,
      false,
      Saying.NOTHING),
  UPHOLD(
      "The decision stands", any(VRR_REQUESTED), ReviewState.UPHELD, REVIEW, false, Saying.NOTHING),
  OVERTURN(
      "The decision was overturned", any(VRR_REQUESTED), OVERTURNED, REVIEW, false, Saying.NOTHING),
  WITHDRAW_REVIEW(
      "The victim asks for no review any more",
      any(VRR_REQUESTED),
      NFA,
      REVIEW,
      false,
      Saying.NOTHING),
  /** They stay where they are: who was charged by the Threshold Test stays charged. */
  APPLY_FULL_CODE(
      "Full Code Test applied after the charge",
      any(CHARGE_AUTHORISED, PROSECUTION),
      null,
      PROSECUTOR,
      false,
      Saying.DECISION),
  PROSECUTE(
      "A first hearing was set",
      any(CHARGE_AUTHORISED),
      PROSECUTION,
      PROSECUTOR,
      false,
      Saying.COURT),
  STOP(
      "The case was stopped",
      any(CHARGE_AUTHORISED, PROSECUTION),
      FINALISED,
      PROSECUTOR,
      false,
      Saying.COURT),
  FINALISE(
      "The court's result was recorded",
      any(PROSECUTION),
      FINALISED,
      PROSECUTOR,
      false,
      Saying.COURT);

  /** What has to be said with a move. */
  public enum Saying {
    NOTHING,
    /** At least one thing that the police are asked for, or told. */
    ITEMS,
    /** The same, each with the day by which it is needed. */
    PLAN,
    /** The tests, hostility, and why, in words for the police. */
    DECISION,
    /** A hearing, or a result: the room of the court makes it. */
    COURT
  }

  private final String label;
  private final Set<ReviewState> from;
  private final ReviewState to;
  private final Reviewer reviewer;
  private final boolean ofFile;
  private final Saying saying;

  ReviewMove(
      String label,
      Set<ReviewState> from,
      ReviewState to,
      Reviewer reviewer,
      boolean ofFile,
      Saying saying) {
    this.label = label;
    this.from = from;
    this.to = to;
    this.reviewer = reviewer;
    this.ofFile = ofFile;
    this.saying = saying;
  }

  private static Set<ReviewState> any(ReviewState first, ReviewState... others) {
    return EnumSet.of(first, others);
  }

  /** The police were asked for something. */
  private static Set<ReviewState> asked() {
    return EnumSet.of(INADEQUATE, ReviewState.EARLY_ADVICE, ReviewState.ACTION_PLAN, PENDING);
  }

  /** The same, or nothing is left to be asked. */
  private static Set<ReviewState> unanswered() {
    Set<ReviewState> states = asked();
    states.add(UNDER_REVIEW);
    return states;
  }

  /** The name in the API, for example {@code take-in}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The move of that name. */
  public static Optional<ReviewMove> of(String code) {
    return Arrays.stream(values()).filter(move -> move.code().equals(code)).findFirst();
  }

  /** The moves out of a state, whoever may make them. */
  static List<ReviewMove> from(ReviewState state) {
    return Arrays.stream(values()).filter(move -> move.leaves(state)).toList();
  }

  /** Whether it can be made from that state. */
  boolean leaves(ReviewState state) {
    return from.contains(state);
  }

  /** Where it leads from there; where it stands already where the move leaves it there. */
  public ReviewState target(ReviewState state) {
    return to == null ? state : to;
  }

  /** Whether it authorises charges. */
  public boolean charges() {
    return to == CHARGE_AUTHORISED || this == APPLY_FULL_CODE;
  }

  /** Who makes it. */
  public Reviewer reviewer() {
    return reviewer;
  }

  /** Whether it is made for every defendant who is there, not for one. */
  public boolean ofFile() {
    return ofFile;
  }

  /** What has to be said with it. */
  public Saying saying() {
    return saying;
  }

  /** Whether the decision that stands is the caller's with it. */
  boolean decides() {
    return saying == Saying.DECISION;
  }

  /** The words for it in the history. */
  public String label() {
    return label;
  }
}
