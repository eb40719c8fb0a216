package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import uk.concordat.kernel.Urn;
import uk.concordat.referral.Findings;

/** What an outcome must say besides its words (domain.md 2.1); which, is dated data. */
@ApplicationScoped
class OutcomeRules {
  /** The day on which it was decided: may be said with every outcome. */
  static final String DECIDED = "outcomeOn";

  private static final String CHARGED = "chargedOn";
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int LINE = 200;
  private static final int PARAGRAPH = 2_000;
  private static final int RESPONSIBLE = 10;
  private static final int ADULT = 18;
  private static final int OLDEST = 130;

  @Inject Clock clock;

  /**
   * Collects what is wrong.
   *
   * @param recordedOn when the last of the crimes was recorded; empty where there is none
   */
  Findings check(
      List<OutcomeField> fields, Map<String, String> details, Optional<LocalDate> recordedOn) {
    var findings = new Findings();
    LocalDate today = LocalDate.now(clock.withZone(LONDON));
    LocalDate decided = day(details.get(DECIDED));
    findings.add(
        decided != null && recordedOn.filter(decided::isBefore).isPresent(),
        DECIDED,
        "before-crime");
    findings.add(decided != null && decided.isAfter(today), DECIDED, "in-the-future");
    findings.add(decided != null && decided.getYear() < 1900, DECIDED, "too-long-ago");
    for (OutcomeField field : fields) {
      String path = "details." + field.field();
      String said = details.get(field.field());
      findings.required(said, path);
      if (said != null && !said.isBlank()) {
        findings.add(!readable(field.kind(), said), path, "invalid");
        LocalDate day = field.kind() == OutcomeField.Kind.DAY ? day(said) : null;
        findings.add(day != null && day.isAfter(today), path, "in-the-future");
        findings.add(day != null && day.getYear() < 1900, path, "too-long-ago");
        findings.typed(field.kind() == OutcomeField.Kind.PARAGRAPH ? PARAGRAPH : LINE, said, path);
      }
    }
    details.keySet().stream()
        .filter(name -> !name.equals(DECIDED))
        .filter(name -> fields.stream().noneMatch(field -> field.field().equals(name)))
        .sorted()
        .forEach(name -> findings.add(true, "details", "not-of-this-outcome"));
    return findings;
  }

  private static boolean readable(OutcomeField.Kind kind, String said) {
    return switch (kind) {
      case LINE, PARAGRAPH -> true;
      case DAY -> day(said) != null;
      case URN -> Urn.parse(said).isPresent();
      case AGE_UNDER_TEN -> age(said, 0, RESPONSIBLE);
      case AGE_YOUTH -> age(said, RESPONSIBLE, ADULT);
      case AGE_ADULT -> age(said, ADULT, OLDEST);
    };
  }

  private static boolean age(String said, int from, int below) {
    String years = said.strip();
    return years.matches("[0-9]{1,3}")
        && Integer.parseInt(years) >= from
        && Integer.parseInt(years) < below;
  }

  /**
   * Refuses a crime that the outcome which stands cannot be of: it was recorded after the outcome
   * was decided, or makes it need what was not said with it.
   *
   * @param needs what the outcome needs, with the crime
   */
  static void check(RecordedOutcome outcome, List<OutcomeField> needs, CrimeContent crime) {
    LocalDate decided =
        Optional.ofNullable(day(outcome.details().get(DECIDED)))
            .orElseGet(() -> LocalDate.ofInstant(outcome.at(), LONDON));
    var findings = new Findings();
    findings.add(crime.recordedOn().isAfter(decided), "recordedOn", "after-outcome");
    findings.add(
        needs.stream().anyMatch(field -> !outcome.details().containsKey(field.field())),
        "strands",
        "outcome-needs-more");
    findings.throwIfAny();
  }

  /** The day of what an outcome tells of: of the charge, else of the decision, else today. */
  LocalDate happenedOn(Map<String, String> details) {
    return Stream.of(CHARGED, DECIDED)
        .map(name -> day(details.get(name)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> LocalDate.now(clock.withZone(LONDON)));
  }

  /** As it is kept: numbers in one spelling. */
  static String kept(OutcomeField.Kind kind, String said) {
    return kind == OutcomeField.Kind.URN
        ? Urn.parse(said).map(Urn::text).orElse(said)
        : said.strip();
  }

  private static LocalDate day(String text) {
    try {
      return text == null ? null : LocalDate.parse(text.strip());
    } catch (DateTimeException noDay) {
      return null;
    }
  }
}
