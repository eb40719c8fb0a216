package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.concordat.kernel.Urn;
import uk.concordat.referral.Findings;

/** What an outcome must say besides its words (domain.md 2.1); which, is dated data. */
@ApplicationScoped
class OutcomeRules {
  /** The day on which it was decided: may be said with every outcome. */
  static final String DECIDED = "outcomeOn";

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int LINE = 200;
  private static final int PARAGRAPH = 2_000;
  private static final int RESPONSIBLE = 10;

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
    for (OutcomeField field : fields) {
      String path = "details." + field.field();
      String said = details.get(field.field());
      findings.required(said, path);
      if (said != null && !said.isBlank()) {
        findings.add(!readable(field.kind(), said), path, "invalid");
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
      case AGE_UNDER_TEN ->
          said.strip().matches("[0-9]") && Integer.parseInt(said.strip()) < RESPONSIBLE;
    };
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
