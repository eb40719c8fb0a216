package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.codelist.ServiceLevel;
import uk.concordat.kernel.Urgency;

/** Works out by when a step is due, from the dated service levels; days are London's. */
@ApplicationScoped
class ReferralClock {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** How far ahead something may be put off, in days (domain.md 7.2). */
  private static final int LONGEST_WAIT = 28;

  @Inject CodeListRepository codeLists;
  @Inject Clock clock;

  /** A step that starts then and has the time that its service level gives. */
  Clocked start(String step, Urgency urgency, Instant start) {
    return new Clocked(
        step,
        start,
        codeLists.serviceLevel(urgency, step).dueAfter(start, codeLists.workingDays()));
  }

  /** A step that starts now and is due by the close of that day. */
  Clocked until(String step, LocalDate day) {
    return new Clocked(step, clock.instant(), ServiceLevel.closeOf(day));
  }

  /** The clock that stands still, as it goes on now; null where none does. */
  Clocked resumed(Deadline deadline, Urgency urgency) {
    Clocked paused = deadline.paused();
    return paused == null
        ? null
        : new Clocked(
            paused.step(),
            paused.start(),
            codeLists
                .serviceLevel(urgency, paused.step())
                .resumed(
                    paused.due(), deadline.pausedAt(), clock.instant(), codeLists.workingDays()));
  }

  /** Whether somebody chose a day after today and at most 28 days ahead. */
  void within(Findings findings, LocalDate day, String field) {
    LocalDate today = LocalDate.now(clock.withZone(LONDON));
    findings.required(day, field);
    if (day != null) {
      findings.add(!day.isAfter(today), field, "not-in-the-future");
      findings.add(day.isAfter(today.plusDays(LONGEST_WAIT)), field, "too-late");
    }
  }
}
