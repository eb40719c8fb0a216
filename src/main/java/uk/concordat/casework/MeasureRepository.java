package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;
import uk.concordat.referral.CaseworkReferral;

/** Keeps the measures of the safety plan. */
@ApplicationScoped
class MeasureRepository extends CaseworkRepository {

  /** Those of a referral, as far as the database shows them; in their order. */
  List<Measure> of(UUID referral) {
    return rows(
            "select number, version, kind, detail, owner_agency, owner, due_on, status, outcome,"
                + " readable, shared_on from plan_measure where referral = ?1 order by number",
            referral)
        .stream()
        .map(
            row ->
                new Measure(
                    (int) number(row[0]),
                    (int) number(row[1]),
                    (String) row[2],
                    (String) row[3],
                    (String) row[4],
                    (String) row[5],
                    day(row[6]),
                    Measure.Status.valueOf((String) row[7]),
                    (String) row[8],
                    (Boolean) row[9],
                    day(row[10])))
        .toList();
  }

  /** Adds one; false where somebody was faster. */
  boolean add(
      CaseworkReferral referral, int number, MeasureContent content, Caller by, Instant now) {
    return execute(
            "insert into plan_measure (id, referral, agency, number, version, kind, detail,"
                + " owner_agency, owner, due_on, status, readable, changed_by, changed_role,"
                + " changed_at) values (?1, ?2, ?3, ?4, 1, ?5, ?6, ?7, cast(?8 as text), cast(?9 as"
                + " date), 'OPEN', ?10, ?11, ?12, ?13) on conflict do nothing",
            Ids.next(),
            referral.id(),
            referral.to(),
            number,
            content.kind(),
            content.detail(),
            content.agency(),
            content.owner(),
            content.dueOn(),
            content.readable(),
            by.subject(),
            by.role(),
            now)
        == 1;
  }

  /** Keeps what became of one; false where somebody was faster. */
  boolean change(
      CaseworkReferral referral, Measure measure, MeasureChange change, Caller by, Instant now) {
    return execute(
            "update plan_measure set version = version + 1, status = ?4, outcome = cast(?5 as text),"
                + " shared_on = cast(?6 as date), readable = ?10, changed_by = ?7, changed_role = ?8,"
                + " changed_at = ?9 where referral = ?1 and number = ?2 and version = ?3",
            referral.id(),
            measure.number(),
            measure.version(),
            change.status(),
            change.outcome(),
            change.sharedOn(),
            by.subject(),
            by.role(),
            now,
            change.readable())
        == 1;
  }
}
