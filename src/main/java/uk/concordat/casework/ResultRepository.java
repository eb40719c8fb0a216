package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;
import uk.concordat.referral.CaseworkReferral;

/** Keeps to which file a referral led, and what of it was passed on. */
@ApplicationScoped
class ResultRepository extends CaseworkRepository {

  /** What was passed on, newest first, as far as the database shows it. */
  List<PassedResult> of(UUID referral) {
    return rows(
            "select outcome, outcome_on, passed_at from passed_result where referral = ?1 order by"
                + " number desc",
            referral)
        .stream()
        .map(row -> new PassedResult((String) row[0], day(row[1]), at(row[2])))
        .toList();
  }

  /** References of the referrals to prosecutors to which it led, as far as they are shown. */
  List<String> files(UUID referral) {
    return rows(
            "select r.reference, l.linked_at from referral_file l join referral r on r.id = l.file"
                + " where l.referral = ?1 order by l.linked_at",
            referral)
        .stream()
        .map(row -> (String) row[0])
        .toList();
  }

  /** Whether whoever started it is there, and the person harmed did not object. */
  boolean reaches(UUID referral) {
    return Boolean.TRUE.equals(one("select result_reaches(?1)", referral));
  }

  /** Whether prosecutors authorised a charge in a file to which it led; null where none is. */
  Boolean authorised(UUID referral) {
    return (Boolean) one("select charge_authorised(?1)", referral);
  }

  void link(CaseworkReferral referral, CaseworkReferral file, Caller by, Instant now) {
    execute(
        "insert into referral_file (referral, file, agency, linked_by, linked_role, linked_at) values"
            + " (?1, ?2, ?3, ?4, ?5, ?6)",
        referral.id(),
        file.id(),
        referral.to(),
        by.subject(),
        by.role(),
        now);
  }

  void pass(CaseworkReferral referral, String outcome, LocalDate on, Caller by, Instant now) {
    execute(
        "insert into passed_result (id, referral, agency, number, outcome, outcome_on, passed_by,"
            + " passed_role, passed_at) values (?1, ?2, ?3, (select 1 + count(*) from passed_result"
            + " where referral = ?2), ?4, cast(?5 as date), ?6, ?7, ?8)",
        Ids.next(),
        referral.id(),
        referral.to(),
        outcome,
        on,
        by.subject(),
        by.role(),
        now);
  }

  /** Keeps that the person harmed objects; false where that was said already. */
  boolean object(CaseworkReferral referral, Caller by, Instant now) {
    return execute(
            "insert into result_objection (referral, agency, said_by, said_role, said_at) select ?1,"
                + " ?2, ?3, ?4, ?5 where not exists (select from result_objection where referral ="
                + " ?1)",
            referral.id(),
            referral.to(),
            by.subject(),
            by.role(),
            now)
        == 1;
  }
}
