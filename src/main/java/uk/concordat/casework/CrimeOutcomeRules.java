package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.concordat.casework.PoliceOutcomeType.Suspect;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.referral.Findings;

/** The validation rules of police outcomes (domain.md 2.1); types and fields are dated data. */
@ApplicationScoped
class CrimeOutcomeRules {
  private static final int PARAGRAPH = 2_000;
  private static final int MOST_SUSPECTS = 99;

  /** Those that say that nobody was identified. */
  private static final Set<String> NOBODY = Set.of("14", "18");

  private static final Set<String> CHARGED = Set.of("1", "1A");

  @Inject OutcomeRules fields;

  /**
   * Collects what is wrong with an outcome of a crime.
   *
   * @param type null where it is of none
   * @param needs what the type needs, of that crime
   */
  Findings findings(
      Crime crime, CrimeOutcomeContent content, PoliceOutcomeType type, List<OutcomeField> needs) {
    var findings = new Findings();
    findings.required(content.type(), "type");
    findings.add(content.type() != null && (type == null || !type.chosen()), "type", "unknown");
    findings.required(content.outcomeOn(), "outcomeOn");
    suspect(crime, content, type, findings);
    List<CrimeOutcome> before =
        crime.detail().outcomes().stream().filter(content::sameSuspect).toList();
    if (before.isEmpty()) {
      findings.add(content.reason() != null, "reason", "nothing-superseded");
      findings.add(
          PoliceOutcomeType.NOT_ASSIGNED.equals(content.type()), "type", "nothing-to-reopen");
    } else {
      findings.required(content.reason(), "reason");
    }
    findings.typed(PARAGRAPH, content.reason(), "reason");
    if (type != null) {
      Map<String, String> details = new HashMap<>(content.details());
      findings.add(details.containsKey(OutcomeRules.DECIDED), "details", "not-of-this-outcome");
      if (content.outcomeOn() != null) {
        details.put(OutcomeRules.DECIDED, content.outcomeOn().toString());
      }
      fields
          .check(needs, details, Optional.of(crime.recordedOn()))
          .all()
          .forEach(error -> findings.add(true, error.field(), error.code()));
    }
    return findings;
  }

  /** Somebody has to be identified, or nobody, as the type says and as the other outcomes say. */
  private static void suspect(
      Crime crime, CrimeOutcomeContent content, PoliceOutcomeType type, Findings findings) {
    Integer suspect = content.suspect();
    findings.add(
        suspect != null && (suspect < 1 || suspect > MOST_SUSPECTS), "suspect", "out-of-range");
    if (type == null) {
      return;
    }
    findings.add(type.suspect() == Suspect.IDENTIFIED && suspect == null, "suspect", "required");
    findings.add(type.suspect() == Suspect.NOT_IDENTIFIED && suspect != null, "suspect", "nobody");
    Stream<CrimeOutcome> others =
        crime.detail().outcomes().stream()
            .filter(CrimeOutcome::assigned)
            .filter(one -> !content.sameSuspect(one));
    boolean closes = !PoliceOutcomeType.NOT_ASSIGNED.equals(content.type());
    findings.add(
        closes
            && others.anyMatch(
                one ->
                    NOBODY.contains(one.type())
                        || NOBODY.contains(content.type()) && one.suspect() != null),
        "suspect",
        "identified-otherwise");
  }

  /**
   * Refuses what would leave the sender told of an outcome that none of the crimes came to.
   *
   * @param told the outcome of the referral that stands; empty where none does, or one of no police
   *     kind
   * @param crimes all of the referral, as they would be
   */
  static void agree(Optional<String> told, List<Crime> crimes, String field) {
    if (told.isPresent() && !among(told.get(), crimes)) {
      throw new InvalidInput(field, "not-what-was-told");
    }
  }

  /** Whether one of the crimes came to that, or nobody said yet of any what came of it. */
  static boolean among(String type, List<Crime> crimes) {
    return crimes.stream().allMatch(CrimeOutcomeRules::untouched)
        || crimes.stream()
            .filter(crime -> !untouched(crime))
            .flatMap(crime -> crime.detail().outcomes().stream())
            .anyMatch(one -> one.assigned() && one.type().equals(type));
  }

  private static boolean untouched(Crime crime) {
    return crime.detail() == null || crime.detail().merged() || crime.detail().outcomes().isEmpty();
  }

  /**
   * A hate crime is charged by prosecutors (domain.md 3.1): where there is a file, they authorised
   * a charge in it.
   *
   * @param authorised null where no file of it was submitted
   */
  static void authorised(
      Crime crime, CrimeOutcomeContent content, Boolean authorised, Findings findings) {
    findings.add(
        CHARGED.contains(String.valueOf(content.type()))
            && !crime.detail().strands().isEmpty()
            && Boolean.FALSE.equals(authorised),
        "type",
        "not-authorised");
  }

  /** Refuses a crime recorded after one of its outcomes that stand was decided. */
  static void check(Crime crime, LocalDate recordedOn) {
    if (crime.detail().outcomes().stream()
        .anyMatch(one -> one.assigned() && one.outcomeOn().isBefore(recordedOn))) {
      throw new InvalidInput("recordedOn", "after-outcome");
    }
  }
}
