package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts outcomes among the crimes that the database shows the caller. A crime that is written down
 * for several referrals has one number and is one; of one that was merged nothing counts.
 */
@ApplicationScoped
class OutcomeCountRepository extends CaseworkRepository {
  private static final String STANDING =
      "with known as (select c.id, c.reference, c.recorded_on from crime c join crime_detail d on"
          + " d.crime = c.id where c.agency = ?1 and merged_into(c.id) is null), counted as (select"
          + " reference, min(recorded_on) as recorded_on from known group by reference), last as"
          + " (select distinct on (k.reference, o.suspect) k.reference, o.suspect, o.type,"
          + " o.outcome_on from crime_outcome o join known k on k.id = o.crime where not exists"
          + " (select from crime_outcome n where n.crime = o.crime and n.suspect is not distinct from"
          + " o.suspect and n.number > o.number) order by k.reference, o.suspect, o.recorded_at desc,"
          + " o.id desc), standing as (select * from last where type <> '0') ";
  private static final String RECORDED =
      "c.recorded_on between cast(?2 as date) and cast(?3 as date)";
  private static final String ASSIGNED =
      "s.outcome_on between cast(?2 as date) and cast(?3 as date)";

  /** How often each type stands. */
  Map<String, Long> counts(String force, OutcomeBasis basis, LocalDate from, LocalDate to) {
    return rows(
            STANDING
                + "select s.type, count(*) from standing s join counted c on c.reference = s.reference"
                + " where "
                + (basis == OutcomeBasis.RECORDED ? RECORDED : ASSIGNED)
                + " group by s.type",
            force,
            from,
            to)
        .stream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> number(row[1])));
  }

  /** How many crimes were recorded in the period. */
  long recorded(String force, LocalDate from, LocalDate to) {
    return number(
        one(STANDING + "select count(*) from counted c where " + RECORDED, force, from, to));
  }

  /** Of those, how many have no outcome. */
  long unassigned(String force, LocalDate from, LocalDate to) {
    return number(
        one(
            STANDING
                + "select count(*) from counted c where "
                + RECORDED
                + " and not exists (select from standing s where s.reference = c.reference)",
            force,
            from,
            to));
  }

  /** How many crimes had an outcome assigned in the period. */
  long assigned(String force, LocalDate from, LocalDate to) {
    return number(
        one(
            STANDING + "select count(distinct s.reference) from standing s where " + ASSIGNED,
            force,
            from,
            to));
  }
}
