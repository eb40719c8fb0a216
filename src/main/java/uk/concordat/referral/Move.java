package uk.concordat.referral;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.concordat.access.Action;

/** The moves a referral can make: the whole state machine, one line a move. */
public enum Move {
  SUBMIT(ReferralState.DRAFT, ReferralState.SUBMITTED, Action.REFERRAL_SUBMIT, "Sent"),
  ACKNOWLEDGE(
      ReferralState.SUBMITTED, ReferralState.RECEIVED, Action.REFERRAL_ACKNOWLEDGE, "Acknowledged"),
  ACCEPT(ReferralState.RECEIVED, ReferralState.ACCEPTED, Action.REFERRAL_DECIDE, "Accepted"),
  REJECT(ReferralState.RECEIVED, ReferralState.REJECTED, Action.REFERRAL_DECIDE, "Rejected");

  private final ReferralState from;
  private final ReferralState to;
  private final Action action;
  private final String label;

  Move(ReferralState from, ReferralState to, Action action, String label) {
    this.from = from;
    this.to = to;
    this.action = action;
    this.label = label;
  }

  /** The name in the API, for example {@code accept}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The move of that name in the API. */
  public static Optional<Move> of(String code) {
    return Arrays.stream(values()).filter(move -> move.code().equals(code)).findFirst();
  }

  /** The moves out of a state, whoever may make them. */
  public static List<Move> from(ReferralState state) {
    return Arrays.stream(values()).filter(move -> move.from == state).toList();
  }

  ReferralState fromState() {
    return from;
  }

  ReferralState toState() {
    return to;
  }

  /** The action it needs. */
  public Action action() {
    return action;
  }

  /** The words for it in the history. */
  public String label() {
    return label;
  }
}
