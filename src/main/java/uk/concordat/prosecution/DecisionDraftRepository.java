package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.concordat.caller.Caller;
import uk.concordat.referral.FileReferral;

/** Keeps what prosecutors typed of a decision; the database shows each their own only. */
@ApplicationScoped
class DecisionDraftRepository extends ProsecutionRepository {

  private static final int FIRST_ANSWER = 7;

  /** The caller's own on that defendant. */
  Optional<DecisionDraft> find(UUID defendant, UUID writer) {
    List<Object[]> rows =
        rows(
            "select x.kept_at, a.key, a.value from decision_draft x left join lateral"
                + " jsonb_each_text(x.answers) a on true where x.defendant = ?1 and x.writer = ?2",
            defendant,
            writer);
    Map<String, String> answers = new HashMap<>();
    rows.stream()
        .filter(row -> row[1] != null)
        .forEach(row -> answers.put((String) row[1], (String) row[2]));
    return rows.stream().findFirst().map(row -> new DecisionDraft(answers, at(row[0])));
  }

  /** Keeps it, in the place of what the writer had kept before. */
  void keep(
      FileReferral referral,
      Prosecution file,
      UUID defendant,
      Map<String, String> answers,
      Caller by,
      Instant now) {
    List<Object> values =
        new ArrayList<>(
            List.of(defendant, by.subject(), file.id(), referral.id(), by.agency(), now));
    answers.forEach((field, text) -> values.addAll(List.of(field, text)));
    String places =
        IntStream.range(0, 2 * answers.size())
            .mapToObj(place -> "cast(?" + (FIRST_ANSWER + place) + " as text)")
            .collect(Collectors.joining(", "));
    execute(
        "insert into decision_draft (defendant, writer, prosecution, referral, agency, kept_at,"
            + " answers) values (?1, ?2, ?3, ?4, ?5, ?6, jsonb_build_object("
            + places
            + ")) on conflict (defendant, writer) do update set answers = excluded.answers,"
            + " kept_at = excluded.kept_at",
        values.toArray());
  }
}
