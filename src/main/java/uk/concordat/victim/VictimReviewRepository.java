package uk.concordat.victim;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.kernel.Ids;

/** Reads reviews, and has a function of the database move them, which asks again who may. */
@ApplicationScoped
class VictimReviewRepository extends VictimRepository {

  /** Those of the caller's agency about a referral, in the order in which they were offered. */
  List<Review> of(UUID referral) {
    Map<Object, List<ReviewStep>> steps =
        rows(
                "select review, move, to_state, happened_at, late, words, actor, actor_role from"
                    + " victim_review_move where referral = ?1 and agency = caller_agency() order by"
                    + " at, id",
                referral)
            .collect(
                Collectors.groupingBy(
                    row -> row[0],
                    Collectors.mapping(VictimReviewRepository::step, Collectors.toList())));
    return rows(
            "select v.id, v.event, d.number, v.decided_by, v.told_at, v.state, v.since, v.version"
                + " from victim_review v left join defendant d on d.id = v.defendant where"
                + " v.referral = ?1 and v.agency = caller_agency() order by v.decided_at, v.id",
            referral)
        .map(
            row ->
                new Review(
                    (UUID) row[0],
                    EventKind.valueOf((String) row[1]),
                    row[2] == null ? null : number(row[2]),
                    (UUID) row[3],
                    at(row[4]),
                    ReviewState.valueOf((String) row[5]),
                    at(row[6]),
                    number(row[7]),
                    steps.getOrDefault(row[0], List.of())))
        .toList();
  }

  /**
   * Makes a move; false where the database refuses it, or somebody was faster.
   *
   * @param happened when it was said or decided
   * @param late whether it is an ask after the time that they were told
   * @param words what was decided and why; null where nothing was
   * @param due by when what comes next is due; null where nothing is
   * @param calendar the version of the bank holidays by which that was reckoned
   */
  boolean move(
      Review review,
      ReviewMove move,
      Instant happened,
      boolean late,
      String words,
      Instant now,
      Instant due,
      long calendar) {
    return (Boolean)
        one(
            "select move_review(?1, ?2, ?3, cast(?4 as timestamptz), ?5, cast(?6 as text), cast(?7 as"
                + " timestamptz), ?8, cast(?9 as timestamptz), ?10)",
            review.id(),
            (int) review.version(),
            move,
            happened,
            late,
            words,
            now,
            Ids.next(),
            due,
            calendar);
  }

  private static ReviewStep step(Object[] row) {
    return new ReviewStep(
        ReviewMove.valueOf((String) row[1]),
        ReviewState.valueOf((String) row[2]),
        at(row[3]),
        (Boolean) row[4],
        (String) row[5],
        (UUID) row[6],
        (String) row[7]);
  }
}
