package uk.concordat.referral;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the agency that received a referral has said to the person harmed of what came of it.
 *
 * @param moves of the referral that matter here: the work begun or opened again, an outcome
 *     recorded
 * @param said contacts of that agency about the outcome
 */
record OutcomeNews(List<Made> moves, List<Said> said) {

  /** A move and when it was made. */
  record Made(Move move, Instant at) {
    boolean opens() {
      return move == Move.START || move == Move.REOPEN;
    }
  }

  /**
   * A contact.
   *
   * @param at when it was, known by the minute
   * @param loggedAt when it was written down, known exactly
   */
  record Said(Contact.Result result, Instant at, Instant loggedAt) {}

  /**
   * Whether they were told since the work began, or was opened again last; or it was said why they
   * are not told, once there was an outcome (domain.md 7.2, moves 15 and 16).
   */
  boolean given() {
    return opened().filter(since -> said.stream().anyMatch(one -> counts(one, since))).isPresent();
  }

  private Optional<Instant> opened() {
    return moves.stream().filter(Made::opens).map(Made::at).max(Comparator.naturalOrder());
  }

  private boolean counts(Said one, Instant opened) {
    boolean since =
        !one.loggedAt().isBefore(opened)
            && !one.at().isBefore(opened.truncatedTo(ChronoUnit.MINUTES));
    return since
        && switch (one.result()) {
          case TOLD -> true;
          case EXEMPT -> recorded(opened, one.loggedAt());
          case TRIED -> false;
        };
  }

  /** Whether an outcome was recorded between the two. */
  private boolean recorded(Instant opened, Instant by) {
    return moves.stream()
        .filter(made -> made.move() == Move.RECORD_OUTCOME)
        .anyMatch(made -> made.at().isAfter(opened) && !made.at().isAfter(by));
  }
}
