package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;
import uk.concordat.referral.FileReferral;
import uk.concordat.victim.EventKind;

/** Keeps who is suspected and who was harmed, each part in the table of its class. */
@ApplicationScoped
class DefendantRepository extends ProsecutionRepository {

  /** Those of a file, as much of each as the database shows. */
  List<Defendant> of(UUID file) {
    return rows(
            "select d.id, d.number, d.state, d.state_since, d.decided_by, i.name, i.date_of_birth,"
                + " r.pnc_id, r.held, r.custody_until, c.on_day from defendant d left join defendant_identity i"
                + " on i.defendant = d.id left join defendant_record r on r.defendant = d.id left"
                + " join decision_carried_out c on c.defendant = d.id where d.prosecution = ?1 order by"
                + " d.number",
            file)
        .stream()
        .map(DefendantRepository::defendant)
        .toList();
  }

  private static Defendant defendant(Object[] row) {
    return new Defendant(
        id(row[0]),
        (int) number(row[1]),
        ReviewState.valueOf((String) row[2]),
        at(row[3]),
        id(row[4]),
        day(row[10]),
        row[5] == null ? null : new Defendant.Identity((String) row[5], day(row[6])),
        row[8] == null
            ? null
            : new Defendant.Custody((String) row[7], Held.valueOf((String) row[8]), day(row[9])));
  }

  /** Adds somebody, with the next number. */
  void add(FileReferral referral, Prosecution file, DefendantContent content, Instant now) {
    UUID id = Ids.next();
    execute(
        "insert into defendant (id, prosecution, referral, number, state_since) values (?1, ?2, ?3,"
            + " ?4, ?5)",
        id,
        file.id(),
        referral.id(),
        file.defendants().stream().mapToInt(Defendant::number).max().orElse(0) + 1,
        now);
    execute(
        "insert into defendant_identity (defendant, prosecution, referral, name, date_of_birth)"
            + " values (?1, ?2, ?3, ?4, cast(?5 as date))",
        id,
        file.id(),
        referral.id(),
        content.name(),
        content.dateOfBirth());
    execute(
        "insert into defendant_record (defendant, prosecution, referral, pnc_id, held,"
            + " custody_until) values (?1, ?2, ?3, cast(?4 as text), ?5, cast(?6 as date))",
        id,
        file.id(),
        referral.id(),
        content.pncId(),
        content.held(),
        content.custodyUntil());
  }

  /** Writes down anew who it is; false where the database does not let it be changed. */
  boolean change(UUID defendant, DefendantContent content) {
    return execute(
                "update defendant_identity set name = ?2, date_of_birth = cast(?3 as date) where"
                    + " defendant = ?1",
                defendant,
                content.name(),
                content.dateOfBirth())
            == 1
        && execute(
                "update defendant_record set pnc_id = cast(?2 as text), held = ?3, custody_until ="
                    + " cast(?4 as date) where defendant = ?1",
                defendant,
                content.pncId(),
                content.held(),
                content.custodyUntil())
            == 1;
  }

  /** Says on which day the police did what was decided. */
  void carriedOut(
      FileReferral referral,
      Prosecution file,
      Defendant one,
      EventKind event,
      LocalDate on,
      Caller by,
      Instant now) {
    execute(
        "insert into decision_carried_out (defendant, prosecution, referral, agency, kind, on_day,"
            + " said_by, said_at) values (?1, ?2, ?3, ?4, ?5, cast(?6 as date), ?7, ?8)",
        one.id(),
        file.id(),
        referral.id(),
        referral.from(),
        event,
        on,
        by.subject(),
        now);
  }

  /** Corrects that day, and keeps which it was; false where the database refuses it. */
  boolean correct(Defendant one, LocalDate on, String reason, Instant now) {
    return (Boolean)
        one(
            "select correct_carried_out(?1, cast(?2 as date), cast(?3 as date), ?4, cast(?5 as"
                + " timestamptz))",
            one.id(),
            one.carriedOut(),
            on,
            reason,
            now);
  }

  /** The days that were corrected, oldest first, as far as the database shows them. */
  List<CorrectedDay> corrected(UUID file) {
    return rows(
            "select d.number, v.was_day, v.reason, v.corrected_at from decision_carried_out_version"
                + " v join defendant d on d.id = v.defendant where v.prosecution = ?1 order by"
                + " v.corrected_at, d.number",
            file)
        .stream()
        .map(
            row -> new CorrectedDay((int) number(row[0]), day(row[1]), (String) row[2], at(row[3])))
        .toList();
  }

  boolean remove(UUID defendant) {
    return execute("delete from defendant where id = ?1", defendant) == 1;
  }

  /** Who was harmed besides the person of the referral. */
  List<FileVictim> victims(UUID file) {
    return rows(
            "select v.id, v.number, v.name, v.died, v.spokesperson, n.safe_contact from file_victim v"
                + " left join file_victim_needs n on n.victim = v.id where v.prosecution = ?1 order by"
                + " v.number",
            file)
        .stream()
        .map(
            row ->
                new FileVictim(
                    id(row[0]),
                    (int) number(row[1]),
                    (String) row[2],
                    (Boolean) row[3],
                    (String) row[4],
                    (String) row[5]))
        .toList();
  }

  void add(FileReferral referral, Prosecution file, VictimContent content) {
    UUID id = Ids.next();
    execute(
        "insert into file_victim (id, prosecution, referral, number, name, died, spokesperson) values"
            + " (?1, ?2, ?3, ?4, ?5, ?6, cast(?7 as text))",
        id,
        file.id(),
        referral.id(),
        file.victims().stream().mapToInt(FileVictim::number).max().orElse(1) + 1,
        content.name().strip(),
        content.died(),
        content.spokesperson());
    if (content.safeContact() != null) {
      tellSafely(referral, file, id, content.safeContact());
    }
  }

  /** Writes down anew who was harmed; false where the database does not let it be changed. */
  boolean change(
      FileReferral referral, Prosecution file, FileVictim before, VictimContent content) {
    boolean changed =
        execute(
                "update file_victim set name = ?2, died = ?3, spokesperson = cast(?4 as text) where"
                    + " id = ?1",
                before.id(),
                content.name().strip(),
                content.died(),
                content.spokesperson())
            == 1;
    if (changed && before.safeContact() != null) {
      execute("delete from file_victim_needs where victim = ?1", before.id());
    }
    if (changed && content.safeContact() != null) {
      tellSafely(referral, file, before.id(), content.safeContact());
    }
    return changed;
  }

  private void tellSafely(
      FileReferral referral, Prosecution file, UUID victim, String safeContact) {
    execute(
        "insert into file_victim_needs (victim, prosecution, referral, safe_contact) values (?1,"
            + " ?2, ?3, ?4)",
        victim,
        file.id(),
        referral.id(),
        safeContact);
  }

  /** Whether special measures or a personal statement of theirs were written down. */
  boolean careOf(Prosecution file, FileVictim victim) {
    return (Boolean) one("select care_of(?1, ?2)", file.id(), victim.number());
  }

  boolean removeVictim(UUID victim) {
    return execute("delete from file_victim where id = ?1", victim) == 1;
  }
}
