package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.referral.CaseworkReferral;

/** Reads what outcomes need today, and keeps what was said with one. */
@ApplicationScoped
class OutcomeRepository extends CaseworkRepository {

  /** What an outcome needs, in its order: some of it only where it is hate (function is_hate). */
  List<OutcomeField> fields(String outcome, UUID referral) {
    return rows(
            "select field, kind, label, hint from outcome_field where outcome = ?1 and"
                + " days(valid_from, valid_to) @> now() and (not hate_only or is_hate(?2)) order by"
                + " position",
            outcome,
            referral)
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

  /** When the last of the crimes was recorded; empty where there is none. */
  Optional<LocalDate> recordedOn(UUID referral) {
    return Optional.ofNullable(
        day(one("select max(recorded_on) from crime where referral = ?1", referral)));
  }

  /** Keeps what was said with the outcome that was just recorded. */
  void keep(CaseworkReferral referral, Map<String, String> details) {
    UUID move =
        id(
            one(
                "select m.id from referral_move m where m.referral = ?1 and m.move ="
                    + " 'RECORD_OUTCOME' order by m.at desc, m.id desc limit 1",
                referral.id()));
    details.forEach(
        (field, value) ->
            execute(
                "insert into outcome_detail (move, referral, agency, field, value) values (?1, ?2,"
                    + " ?3, ?4, ?5)",
                move,
                referral.id(),
                referral.to(),
                field,
                value));
  }

  /** The outcomes of a referral, as far as the database shows them; newest first. */
  List<RecordedOutcome> of(UUID referral) {
    return rows(
            "select m.id, f.reason, m.at, not exists (select from referral_move n where n.referral ="
                + " m.referral and n.move in ('RECORD_OUTCOME', 'REOPEN') and (n.at, n.id) > (m.at,"
                + " m.id)) from referral_move m left join referral_feedback f on f.move = m.id where"
                + " m.referral = ?1 and m.move = 'RECORD_OUTCOME' order by m.at desc, m.id desc",
            referral)
        .stream()
        .map(
            row ->
                new RecordedOutcome(
                    (String) row[1], (Boolean) row[3], at(row[2]), details(id(row[0]))))
        .toList();
  }

  private Map<String, String> details(UUID move) {
    Map<String, String> details = new HashMap<>();
    rows("select field, value from outcome_detail where move = ?1", move)
        .forEach(row -> details.put((String) row[0], (String) row[1]));
    return details;
  }
}
