package uk.concordat.victim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import uk.concordat.casework.CrimeRecorded;
import uk.concordat.casework.OutcomeSaid;
import uk.concordat.referral.Move;
import uk.concordat.referral.MoveMade;

/** Hears in the rooms below of what the person harmed has to be told, in the same transaction. */
@ApplicationScoped
class VictimEvents {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Inject VictimClock clock;
  @Inject RuleRepository rules;
  @Inject ObligationRepository obligations;

  /** What the police take on was reported to them. */
  void moved(@Observes MoveMade made) {
    if (made.move() == Move.ACCEPT) {
      clock.happened(made.referral(), EventKind.REPORTED, made.at());
    }
  }

  /** So was what they record as a crime. */
  void recorded(@Observes CrimeRecorded crime) {
    clock.happened(crime.referral(), EventKind.REPORTED, beginning(crime.reportedOn()));
  }

  /**
   * What came of it is whichever events the outcome stands for; where there is a file, they were
   * told of when it was decided there.
   */
  void ended(@Observes OutcomeSaid said) {
    if (obligations.fileTells(said.referral())) {
      return;
    }
    rules
        .eventsOf(said.outcome())
        .forEach(event -> clock.happened(said.referral(), event, beginning(said.happenedOn())));
  }

  /** Of what only the day is known of. */
  private static Instant beginning(LocalDate day) {
    return day.atStartOfDay(LONDON).toInstant();
  }
}
