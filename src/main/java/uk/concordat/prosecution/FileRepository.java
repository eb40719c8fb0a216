package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.access.DataClass;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;
import uk.concordat.referral.FileReferral;

/**
 * Keeps files: what they are about and the checklist. Who is in them has repositories of its own.
 */
@ApplicationScoped
class FileRepository extends ProsecutionRepository {
  @Inject DefendantRepository defendants;
  @Inject ChargeRepository charges;

  /** Nobody else changes the referral or its file until this transaction ends. */
  void hold(FileReferral referral) {
    rows("select 1, 2 from hold_referral(?1)", referral.reference());
  }

  /** The file of a referral, as far as the database shows it. */
  Optional<Prosecution> of(UUID referral) {
    return rows(
            "select id, urn, kind, priority, submitted_at from prosecution where referral = ?1",
            referral)
        .stream()
        .findFirst()
        .map(
            row ->
                new Prosecution(
                    id(row[0]),
                    (String) row[1],
                    SubmissionKind.valueOf((String) row[2]),
                    Priority.valueOf((String) row[3]),
                    at(row[4]),
                    defendants.of(id(row[0])),
                    defendants.victims(id(row[0])),
                    charges.of(id(row[0])),
                    answers(id(row[0]))));
  }

  /** The checklist as it stands today. */
  List<FileItem> checklist() {
    return rows(
            "select code, label, hint, data_class, core from file_item where"
                + " days(valid_from, valid_to) @> now() order by position")
        .stream()
        .map(
            row ->
                new FileItem(
                    (String) row[0],
                    (String) row[1],
                    (String) row[2],
                    DataClass.valueOf((String) row[3]),
                    (Boolean) row[4]))
        .toList();
  }

  void start(FileReferral referral, FileContent content, Caller by, Instant now) {
    execute(
        "insert into prosecution (id, referral, agency, urn, kind, priority, started_by,"
            + " started_role, started_at) values (?1, ?2, ?3, cast(?4 as text), ?5, ?6, ?7, ?8, ?9)",
        Ids.next(),
        referral.id(),
        referral.from(),
        content.urn(),
        content.kind(),
        content.priority(),
        by.subject(),
        by.role(),
        now);
  }

  /** How many files it changed. */
  int change(Prosecution file, FileContent content) {
    return execute(
        "update prosecution set urn = cast(?2 as text), kind = ?3, priority = ?4 where id = ?1",
        file.id(),
        content.urn(),
        content.kind(),
        content.priority());
  }

  int submitted(Prosecution file, Instant now) {
    return execute(
        "update prosecution set submitted_at = coalesce(submitted_at, ?2) where id = ?1",
        file.id(),
        now);
  }

  void answer(FileReferral referral, Prosecution file, FileItem item, FileAnswer answer) {
    execute(
        "insert into file_answer (prosecution, referral, item, data_class, status, words, due_on)"
            + " values (?1, ?2, ?3, ?4, ?5, ?6, cast(?7 as date)) on conflict (prosecution, item) do"
            + " update set status = excluded.status, words = excluded.words, due_on ="
            + " excluded.due_on",
        file.id(),
        referral.id(),
        item.code(),
        item.dataClass(),
        answer.status(),
        answer.words(),
        answer.dueOn());
  }

  private List<FileAnswer> answers(UUID file) {
    return rows(
            "select item, status, words, due_on from file_answer where prosecution = ?1 order by"
                + " item",
            file)
        .stream()
        .map(
            row ->
                new FileAnswer(
                    (String) row[0],
                    FileAnswer.Status.valueOf((String) row[1]),
                    (String) row[2],
                    day(row[3])))
        .toList();
  }
}
