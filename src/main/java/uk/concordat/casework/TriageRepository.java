package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;
import uk.concordat.kernel.Strand;
import uk.concordat.kernel.Urgency;
import uk.concordat.referral.CaseworkReferral;

/** Keeps the triages of a referral. */
@ApplicationScoped
class TriageRepository extends CaseworkRepository {

  /** Those of a referral, as far as the database shows them; newest first. */
  List<Triage> of(UUID referral) {
    return rows(
            "select number, hate_related, strands, urgency, reason, red_flags, next_step,"
                + " triaged_role, triaged_at from triage where referral = ?1 order by number desc",
            referral)
        .stream()
        .map(
            row ->
                new Triage(
                    (int) number(row[0]),
                    (Boolean) row[1],
                    strands((String) row[2]),
                    Urgency.valueOf((String) row[3]),
                    (String) row[4],
                    split((String) row[5]),
                    (String) row[6],
                    (String) row[7],
                    at(row[8])))
        .toList();
  }

  /** Adds one; false where somebody was faster. */
  boolean add(
      CaseworkReferral referral, int number, TriageContent content, Caller by, Instant now) {
    return execute(
            "insert into triage (id, referral, agency, number, hate_related, strands, urgency,"
                + " reason, red_flags, next_step, triaged_by, triaged_role, triaged_at) values (?1,"
                + " ?2, ?3, ?4, ?5, ?6, ?7, cast(?8 as text), ?9, ?10, ?11, ?12, ?13) on conflict"
                + " do nothing",
            Ids.next(),
            referral.id(),
            referral.to(),
            number,
            content.hateRelated(),
            content.strands().stream().map(Strand::name).collect(Collectors.joining(",")),
            content.urgency(),
            content.reason(),
            String.join(",", content.redFlags()),
            content.nextStep(),
            by.subject(),
            by.role(),
            now)
        == 1;
  }

  private static List<String> split(String codes) {
    return codes.isEmpty() ? List.of() : List.of(codes.split(","));
  }

  private static Set<Strand> strands(String codes) {
    return Arrays.stream(codes.split(","))
        .filter(code -> !code.isEmpty())
        .map(Strand::valueOf)
        .collect(Collectors.toSet());
  }
}
