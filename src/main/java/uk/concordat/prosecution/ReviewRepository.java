package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;
import uk.concordat.referral.FileReferral;

/** Keeps the review of a file: its moves, what was asked of the police, and the consent. */
@ApplicationScoped
class ReviewRepository extends ProsecutionRepository {

  /** Whether something that prosecutors asked was not answered, readable to the caller or not. */
  boolean unanswered(Prosecution file) {
    return (Boolean) one("select unanswered(?1)", file.id());
  }

  @Inject DecisionRepository decisions;

  /** Moves somebody on; false where the database refuses it. */
  boolean move(
      FileReferral referral,
      Prosecution file,
      Defendant one,
      ReviewMove move,
      Caller by,
      Instant now) {
    ReviewState to = move.target(one.state());
    if (to == one.state()) {
      return execute("update defendant set decided_by = ?2 where id = ?1", one.id(), by.subject())
          == 1;
    }
    boolean moved =
        execute(
                "update defendant set state = ?2, state_since = ?3, decided_by = case when ?4 then"
                    + " cast(?5 as uuid) else decided_by end where id = ?1",
                one.id(),
                to,
                now,
                move.decides(),
                by.subject().toString())
            == 1;
    execute(
        "insert into review_move (id, prosecution, referral, defendant, move, from_state, to_state,"
            + " actor, actor_role, agency, at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,"
            + " ?11)",
        Ids.next(),
        file.id(),
        referral.id(),
        one.id(),
        move,
        one.state(),
        to,
        by.subject(),
        by.role(),
        by.agency(),
        now);
    return moved;
  }

  /** What was asked of the police, as far as the database shows it. */
  List<ActionItem> asked(UUID file) {
    return rows(
            "select number, move, item, words, due_on, asked_at, done, done_at from action_item"
                + " where prosecution = ?1 order by number",
            file)
        .stream()
        .map(
            row ->
                new ActionItem(
                    (int) number(row[0]),
                    ReviewMove.valueOf((String) row[1]),
                    (String) row[2],
                    (String) row[3],
                    day(row[4]),
                    at(row[5]),
                    (String) row[6],
                    at(row[7])))
        .toList();
  }

  void ask(
      FileReferral referral,
      Prosecution file,
      int number,
      ReviewMove move,
      Asked asked,
      Caller by,
      Instant now) {
    execute(
        "insert into action_item (id, prosecution, referral, agency, move, number, item, words,"
            + " due_on, asked_by, asked_at) values (?1, ?2, ?3, ?4, ?5, ?6, cast(?7 as text), ?8,"
            + " cast(?9 as date), ?10, ?11)",
        Ids.next(),
        file.id(),
        referral.id(),
        referral.to(),
        move,
        number,
        asked.item(),
        asked.words(),
        asked.dueOn(),
        by.subject(),
        now);
  }

  /** Says what was done about it; false where it was said already, or the database refuses it. */
  boolean done(Prosecution file, int number, String words, Caller by, Instant now) {
    return execute(
            "update action_item set done = ?3, done_by = ?4, done_at = ?5 where prosecution = ?1 and"
                + " number = ?2 and done is null",
            file.id(),
            number,
            words,
            by.subject(),
            now)
        == 1;
  }

  /** Where the consent of the Attorney General stands; null where it was not asked for. */
  Consent consent(UUID file) {
    return rows("select status, on_day from attorney_consent where prosecution = ?1", file).stream()
        .map(row -> new Consent(Consent.Status.valueOf((String) row[0]), day(row[1])))
        .findFirst()
        .orElse(null);
  }

  void consent(FileReferral referral, Prosecution file, Consent consent, Caller by, Instant now) {
    boolean changed =
        execute(
                "update attorney_consent set status = ?2, on_day = cast(?3 as date), changed_by ="
                    + " ?4, changed_at = ?5 where prosecution = ?1",
                file.id(),
                consent.status(),
                consent.on(),
                by.subject(),
                now)
            == 1;
    if (!changed) {
      execute(
          "insert into attorney_consent (prosecution, referral, agency, status, on_day, changed_by,"
              + " changed_at) values (?1, ?2, ?3, ?4, cast(?5 as date), ?6, ?7)",
          file.id(),
          referral.id(),
          referral.to(),
          consent.status(),
          consent.on(),
          by.subject(),
          now);
    }
  }

  List<Decision> decisions(UUID file, boolean advice) {
    return decisions.of(file, advice);
  }
}
