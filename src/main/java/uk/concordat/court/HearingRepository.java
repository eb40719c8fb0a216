package uk.concordat.court;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;
import uk.concordat.prosecution.ProsecutedFiles;

/** Keeps hearings. */
@ApplicationScoped
class HearingRepository extends CourtRepository {

  /** All courts, of every period. */
  List<Court> courts() {
    return rows("select code, label, valid_from, valid_to from court order by position").stream()
        .map(row -> new Court((String) row[0], (String) row[1], day(row[2]), day(row[3])))
        .toList();
  }

  List<Hearing> of(UUID file) {
    return rows(
            "select h.id, h.number, c.label, h.kind, h.on_day, cast(h.at_time as text),"
                + " array_to_string(h.defendants, ','), h.outcome, h.reason from hearing h join"
                + " court c on c.code = h.court where h.prosecution = ?1 order by h.on_day,"
                + " h.at_time, h.number",
            file)
        .stream()
        .map(
            row ->
                new Hearing(
                    id(row[0]),
                    number(row[1]),
                    (String) row[2],
                    HearingKind.valueOf((String) row[3]),
                    day(row[4]),
                    LocalTime.parse((String) row[5]),
                    ids((String) row[6]),
                    constant(HearingOutcome.class, row[7]),
                    constant(Adjournment.class, row[8])))
        .toList();
  }

  private static Set<UUID> ids(String joined) {
    return Arrays.stream(joined.split(",")).map(UUID::fromString).collect(Collectors.toSet());
  }

  /** Adds one, with the next number. */
  void add(ProsecutedFiles.Seen seen, int number, HearingContent content, Caller by, Instant now) {
    execute(
        "insert into hearing (id, prosecution, referral, agency, number, court, kind, on_day,"
            + " at_time, defendants, set_by, set_role, set_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7,"
            + " cast(?8 as date), cast(?9 as time), cast(string_to_array(?10, ',') as uuid[]), ?11,"
            + " ?12, ?13)",
        Ids.next(),
        seen.file().id(),
        seen.referral().id(),
        seen.referral().to(),
        number,
        content.court(),
        content.kind(),
        content.on(),
        content.at(),
        content.defendants().stream().map(UUID::toString).collect(Collectors.joining(",")),
        by.subject(),
        by.role(),
        now);
  }

  /** Says what came of it; false where somebody did already, or the database refuses it. */
  boolean said(UUID id, HearingOutcome outcome, Adjournment reason, Caller by, Instant now) {
    return execute(
            "update hearing set outcome = ?2, reason = cast(?3 as text), said_by = ?4, said_role ="
                + " ?5, said_at = ?6 where id = ?1 and outcome is null",
            id,
            outcome,
            reason,
            by.subject(),
            by.role(),
            now)
        == 1;
  }
}
