package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.referral.Findings;

/** What a measure of the safety plan must hold. */
@ApplicationScoped
class MeasureRules {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int LINE = 200;
  private static final int PARAGRAPH = 2_000;

  @Inject CodeListRepository codeLists;
  @Inject AgencyRepository agencies;
  @Inject Clock clock;

  /**
   * Checks a new one: somebody sees to it by a day that has not passed.
   *
   * @throws InvalidInput with everything that is wrong
   */
  void check(MeasureContent content) {
    var findings = new Findings();
    findings.required(content.kind(), "kind");
    findings.add(
        content.kind() != null && !codeLists.today().has("measure-kind", content.kind()),
        "kind",
        "unknown");
    findings.required(content.detail(), "detail");
    findings.typed(PARAGRAPH, content.detail(), "detail");
    findings.required(content.agency(), "agency");
    findings.add(
        content.agency() != null && !agencies.byCode().containsKey(content.agency()),
        "agency",
        "unknown");
    findings.typed(LINE, content.owner(), "owner");
    findings.required(content.dueOn(), "dueOn");
    findings.add(
        content.dueOn() != null && content.dueOn().isBefore(today()), "dueOn", "in-the-past");
    findings.required(content.readable(), "readable");
    findings.throwIfAny();
  }

  /**
   * Checks what became of one: why it was not done is said, only what the person harmed may read
   * was shared with them, and what was shared stays theirs to read.
   *
   * @throws InvalidInput with everything that is wrong
   */
  void check(MeasureChange change, Measure measure) {
    var findings = new Findings();
    findings.required(change.status(), "status");
    findings.add(
        change.status() == Measure.Status.NOT_DONE
            && (change.outcome() == null || change.outcome().isBlank()),
        "outcome",
        "required");
    findings.typed(PARAGRAPH, change.outcome(), "outcome");
    findings.add(
        change.sharedOn() != null && change.sharedOn().isAfter(today()),
        "sharedOn",
        "in-the-future");
    boolean shared = measure.sharedOn() != null;
    findings.add(shared && !change.readable(), "readable", "shared");
    findings.add(
        change.sharedOn() != null && !shared && !change.readable(), "sharedOn", "not-for-them");
    findings.throwIfAny();
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(LONDON));
  }
}
