package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.concordat.agency.StaffMember;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;
import uk.concordat.referral.CaseworkReferral;

/** Keeps whom the person harmed can turn to. */
@ApplicationScoped
class ContactOfficerRepository extends CaseworkRepository {

  /** Those of a referral, as far as the database shows them; newest first. */
  List<ContactOfficer> of(UUID referral) {
    return rows(
            "select s.username, c.name, c.role, c.reach, c.since, c.until from contact_officer c left"
                + " join staff s on s.subject = c.officer where c.referral = ?1 order by c.since"
                + " desc, c.id desc",
            referral)
        .stream()
        .map(
            row ->
                new ContactOfficer(
                    (String) row[0],
                    (String) row[1],
                    (String) row[2],
                    (String) row[3],
                    at(row[4]),
                    at(row[5])))
        .toList();
  }

  /** Whether a colleague could be it (function {@code contactable}). */
  boolean contactable(CaseworkReferral referral, StaffMember officer) {
    return (Boolean) one("select contactable(?1, ?2)", referral.id(), officer.subject());
  }

  /** Names another; false where somebody was faster. */
  boolean name(
      CaseworkReferral referral, StaffMember officer, String reach, Caller by, Instant now) {
    execute(
        "update contact_officer set until = ?2 where referral = ?1 and until is null",
        referral.id(),
        now);
    return execute(
            "insert into contact_officer (id, referral, agency, officer, name, role, reach, since,"
                + " named_by) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) on conflict do nothing",
            Ids.next(),
            referral.id(),
            referral.to(),
            officer.subject(),
            officer.displayName(),
            officer.role(),
            reach,
            now,
            by.subject())
        == 1;
  }
}
