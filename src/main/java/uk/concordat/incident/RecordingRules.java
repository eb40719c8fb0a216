package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.referral.Findings;

/** What a recording decision must hold under the regime of today (domain.md 1.3). */
@ApplicationScoped
class RecordingRules {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int LINE = 200;
  private static final int PARAGRAPH = 2_000;
  private static final int MOST_YEARS = 5;

  @Inject Clock clock;

  /**
   * Checks a decision against the options of today.
   *
   * @throws InvalidInput with everything that is wrong
   */
  void check(RecordingContent content, List<RecordingOption> options) {
    var findings = new Findings();
    findings.required(content.decision(), "decision");
    Optional<RecordingOption> option =
        options.stream().filter(one -> one.code().equals(content.decision())).findFirst();
    findings.add(content.decision() != null && option.isEmpty(), "decision", "unknown");
    option.ifPresent(chosen -> chosen(chosen, content, findings));
    findings.required(content.rationale(), "rationale");
    findings.typed(PARAGRAPH, content.rationale(), "rationale");
    LocalDate today = LocalDate.now(clock.withZone(LONDON));
    LocalDate review = content.reviewOn();
    findings.required(review, "reviewOn");
    findings.add(review != null && !review.isAfter(today), "reviewOn", "not-in-the-future");
    findings.add(
        review != null && review.isAfter(today.plusYears(MOST_YEARS)), "reviewOn", "too-far");
    suspect(content.suspect(), today, findings);
    findings.throwIfAny();
  }

  private static void chosen(RecordingOption option, RecordingContent content, Findings findings) {
    List<String> codes = option.tests().stream().map(RecordingTest::code).toList();
    findings.add(!content.tests().containsAll(codes), "tests", "not-met");
    findings.add(!codes.containsAll(content.tests()), "tests", "unknown");
    findings.add(content.suspect().named() && !option.personalData(), "suspect", "not-permitted");
  }

  private static void suspect(Suspect suspect, LocalDate today, Findings findings) {
    findings.typed(LINE, suspect.name(), "suspect.name");
    findings.typed(PARAGRAPH, suspect.description(), "suspect.description");
    LocalDate born = suspect.dateOfBirth();
    findings.add(born != null && born.isAfter(today), "suspect.dateOfBirth", "in-the-future");
    findings.add(born != null && born.getYear() < 1900, "suspect.dateOfBirth", "too-long-ago");
  }
}
