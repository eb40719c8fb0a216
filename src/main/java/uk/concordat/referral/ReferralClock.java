package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.codelist.ServiceLevel;
import uk.concordat.kernel.Urgency;

/** Works out by when a step is due, from the dated service levels; days are London's. */
@ApplicationScoped
class ReferralClock {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** How far ahead something may be put off, in days (domain.md 7.2). */
  private static final int LONGEST_WAIT = 28;

  /** Steps whose day somebody chose. */
  private static final Set<String> CHOSEN = Set.of("ANSWER", "REVIEW");

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

  /**
   * A clock that nobody could heed from then until now, as it goes on: as much later as that took,
   * in the unit of its service level; in days where somebody had chosen the day.
   */
  Clocked heeded(Clocked running, Urgency urgency, Instant since) {
    ServiceLevel level =
        CHOSEN.contains(running.step())
            ? new ServiceLevel(0, "DAYS")
            : codeLists.serviceLevel(urgency, running.step());
    return new Clocked(
        running.step(),
        running.start(),
        level.resumed(running.due(), since, clock.instant(), codeLists.workingDays()));
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
