package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;
import uk.concordat.referral.CaseworkReferral;

/** Keeps what came of crimes, and which of them were recorded twice. */
@ApplicationScoped
class CrimeOutcomeRepository extends CaseworkRepository {

  /** The types of today, in their order. */
  List<PoliceOutcomeType> types() {
    return rows(
            "select type, label, outcome_group, suspect, positive, parent, chosen from"
                + " police_outcome_type where days(valid_from, valid_to) @> now() order by position")
        .stream()
        .map(
            row ->
                new PoliceOutcomeType(
                    (String) row[0],
                    (String) row[1],
                    (String) row[2],
                    PoliceOutcomeType.Suspect.valueOf((String) row[3]),
                    (Boolean) row[4],
                    (String) row[5],
                    (Boolean) row[6]))
        .toList();
  }

  /** What a type needs of a crime, in its order: some of it only where that is hate. */
  List<OutcomeField> fields(String type, UUID crime) {
    return rows(
            "select field, kind, label, hint from outcome_field where outcome in ('POLICE_' ||"
                + " cast(?1 as text), 'CRIME_' || cast(?1 as text)) and days(valid_from, valid_to) @> now() and (not hate_only or"
                + " exists (select from crime_strand s where s.crime = ?2)) order by position",
            type,
            crime)
        .stream()
        .map(
            row ->
                new OutcomeField(
                    (String) row[0],
                    OutcomeField.Kind.valueOf((String) row[1]),
                    (String) row[2],
                    (String) row[3]))
        .toList();
  }

  /** The outcomes of a crime, as far as the database shows them; newest first. */
  List<CrimeOutcome> of(UUID crime) {
    return rows(
            "select o.id, o.suspect, o.number, o.type, (select t.label from police_outcome_type t where"
                + " t.type = o.type order by t.valid_from desc limit 1), o.outcome_on, o.reason, not exists (select from"
                + " crime_outcome n where n.crime = o.crime and n.suspect is not distinct from"
                + " o.suspect and n.number > o.number), o.recorded_role, o.recorded_at from"
                + " crime_outcome o where o.crime = ?1 order by o.recorded_at desc, o.id desc",
            crime)
        .stream()
        .map(
            row ->
                new CrimeOutcome(
                    id(row[0]),
                    (Integer) row[1],
                    (int) number(row[2]),
                    (String) row[3],
                    (String) row[4],
                    day(row[5]),
                    (String) row[6],
                    (Boolean) row[7],
                    (String) row[8],
                    at(row[9]),
                    details(id(row[0]))))
        .toList();
  }

  private Map<String, String> details(UUID outcome) {
    Map<String, String> details = new HashMap<>();
    rows("select field, value from crime_outcome_detail where outcome = ?1", outcome)
        .forEach(row -> details.put((String) row[0], (String) row[1]));
    return details;
  }

  /** What was said of the crime being recorded twice; the newest first. */
  List<CrimeMerge> merges(UUID crime) {
    return rows(
            "select into_crime, reason, merged_role, merged_at from crime_merge where crime = ?1"
                + " order by number desc",
            crime)
        .stream()
        .map(row -> new CrimeMerge(id(row[0]), (String) row[1], (String) row[2], at(row[3])))
        .toList();
  }

  /** The number of the police outcome that the sender was told of and that stands. */
  Optional<String> told(UUID referral) {
    return Optional.ofNullable((String) one("select told_outcome(?1)", referral));
  }

  /** Records one, which supersedes the one of that suspect that stands. */
  void add(
      CaseworkReferral referral, UUID crime, CrimeOutcomeContent content, Caller by, Instant now) {
    UUID id = Ids.next();
    String suspect = content.suspect() == null ? null : content.suspect().toString();
    execute(
        "insert into crime_outcome (id, crime, referral, agency, suspect, number, type, outcome_on,"
            + " reason, recorded_by, recorded_role, recorded_at) values (?1, ?2, ?3, ?4,"
            + " cast(cast(?5 as text) as integer), (select 1 + count(*) from crime_outcome where crime"
            + " = ?2 and suspect is not distinct from cast(cast(?5 as text) as integer)), ?6, cast(?7"
            + " as date), cast(?8 as text), ?9, ?10, ?11)",
        id,
        crime,
        referral.id(),
        referral.to(),
        suspect,
        content.type(),
        content.outcomeOn(),
        content.reason(),
        by.subject(),
        by.role(),
        now);
    content
        .details()
        .forEach(
            (field, value) ->
                execute(
                    "insert into crime_outcome_detail (outcome, referral, agency, field, value) values"
                        + " (?1, ?2, ?3, ?4, ?5)",
                    id,
                    referral.id(),
                    referral.to(),
                    field,
                    value));
  }

  /**
   * Says that a crime was recorded twice, or was not.
   *
   * @param into the one that counts; null where it is one of its own after all
   */
  void merge(
      CaseworkReferral referral, UUID crime, UUID into, String reason, Caller by, Instant now) {
    execute(
        "insert into crime_merge (crime, referral, agency, number, into_crime, reason, merged_by,"
            + " merged_role, merged_at) values (?1, ?2, ?3, (select 1 + count(*) from crime_merge where"
            + " crime = ?1), cast(cast(?4 as text) as uuid), ?5, ?6, ?7, ?8)",
        crime,
        referral.id(),
        referral.to(),
        into == null ? null : into.toString(),
        reason,
        by.subject(),
        by.role(),
        now);
  }
}
