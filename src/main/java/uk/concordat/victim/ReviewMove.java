package uk.concordat.victim;

import static uk.concordat.victim.ReviewState.ASKED;
import static uk.concordat.victim.ReviewState.DECLINED;
import static uk.concordat.victim.ReviewState.INDEPENDENT;
import static uk.concordat.victim.ReviewState.OFFERED;
import static uk.concordat.victim.ReviewState.OVERTURNED;
import static uk.concordat.victim.ReviewState.UPHELD;
import static uk.concordat.victim.ReviewState.UPHELD_LOCALLY;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The moves of a review, one line a move from each state (ADR 39). */
public enum ReviewMove {
  ASK(Mover.TIMEKEEPER, EnumSet.of(OFFERED)),
  DECLINE(Mover.TIMEKEEPER, EnumSet.of(OFFERED)),
  UPHOLD(Mover.OTHER_DECIDER, EnumSet.of(ASKED, INDEPENDENT)),
  OVERTURN(Mover.OTHER_DECIDER, EnumSet.of(ASKED, INDEPENDENT)),
  GO_ON(Mover.TIMEKEEPER, EnumSet.of(UPHELD_LOCALLY)),
  WITHDRAW(Mover.TIMEKEEPER, EnumSet.of(ASKED, UPHELD_LOCALLY, INDEPENDENT));

  /** Who makes a move. */
  public enum Mover {
    /** Whoever works the Victims' Code clock, in the name of the person harmed. */
    TIMEKEEPER,
    /** Whoever decides such things there, but took none of the decisions so far. */
    OTHER_DECIDER
  }

  private final Mover mover;
  private final Set<ReviewState> from;

  ReviewMove(Mover mover, Set<ReviewState> from) {
    this.mover = mover;
    this.from = from;
  }

  /** The name in the API, for example {@code go-on}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The move of that name. */
  public static Optional<ReviewMove> of(String code) {
    return Arrays.stream(values()).filter(move -> move.code().equals(code)).findFirst();
  }

  /** Whose it is to make. */
  public Mover mover() {
    return mover;
  }

  /** Where it leads from there; empty where it is no move from there. */
  public Optional<ReviewState> from(ReviewState state) {
    if (!from.contains(state)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (this) {
          case ASK -> ASKED;
          case DECLINE -> DECLINED;
          case UPHOLD -> state == ASKED ? UPHELD_LOCALLY : UPHELD;
          case OVERTURN -> OVERTURNED;
          case GO_ON -> INDEPENDENT;
          case WITHDRAW -> ReviewState.WITHDRAWN;
        });
  }
}
