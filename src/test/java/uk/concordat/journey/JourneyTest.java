package uk.concordat.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.journey.JourneyStage.ACCEPTED;
import static uk.concordat.journey.JourneyStage.CHARGED;
import static uk.concordat.journey.JourneyStage.DECIDED;
import static uk.concordat.journey.JourneyStage.REPORTED;
import static uk.concordat.journey.JourneyStage.RESUBMITTED;
import static uk.concordat.journey.JourneyStage.RETURNED;
import static uk.concordat.journey.JourneyStage.SENT;
import static uk.concordat.journey.JourneyStage.SUBMITTED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The waits of a case, worked by hand over the end of summer time. */
class JourneyTest {
  private static final String POLICE = "POLICE";
  private static final String CPS = "CPS";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final List<JourneyStep> CASE =
      List.of(
          step(REPORTED, "2026-10-01T09:00:00Z", POLICE, POLICE),
          step(SENT, "2026-10-03T22:59:00Z", POLICE, CPS), // still the 3rd in London
          step(ACCEPTED, "2026-10-03T23:00:00Z", CPS, CPS), // the 4th there
          step(SUBMITTED, "2026-10-24T12:00:00Z", POLICE, CPS),
          step(RETURNED, "2026-10-26T08:00:00Z", CPS, POLICE),
          step(RESUBMITTED, "2026-11-02T17:00:00Z", POLICE, CPS),
          step(DECIDED, "2026-11-10T10:00:00Z", CPS, POLICE));

  @Test
  void eachWaitIsCountedInDaysOfLondonAndWasWithWhoeverTookTheNextStep() {
    Journey journey = Journey.of("HCR", CASE, TODAY);
    assertThat(journey.waits())
        .extracting(Wait::days)
        .containsExactly(2L, 1L, 20L, 2L, 7L, 8L, 10L);
    assertThat(journey.waits())
        .extracting(Wait::with)
        .containsExactly(POLICE, CPS, POLICE, CPS, POLICE, CPS, POLICE);
    assertThat(journey.lasts()).isTrue();
    assertThat(journey.days()).isEqualTo(50);
    Wait longest = journey.longest().orElseThrow();
    assertThat(longest.days()).isEqualTo(20);
    assertThat(longest.after().stage()).isEqualTo(ACCEPTED);
    assertThat(journey.dayOf(longest.after())).isEqualTo(4);
  }

  @Test
  void whatIsOverWaitsNoLonger() {
    var steps = new ArrayList<>(CASE);
    steps.add(JourneyStep.on(LocalDate.of(2026, 11, 10), CHARGED, POLICE, null));
    Journey journey = Journey.of("HCR", steps, TODAY);
    assertThat(journey.lasts()).isFalse();
    assertThat(journey.days()).as("to the charge, not to today").isEqualTo(40);
    assertThat(journey.waits().get(6).days()).as("charged on the day of the decision").isZero();
    assertThat(journey.waits().get(7).after().stage()).isEqualTo(CHARGED);
  }

  @Test
  void whoIsDecidedOnTogetherIsOneStepAndWaitsForWhoGoesOn() {
    Journey journey =
        Journey.of(
            "HCR",
            List.of(
                step(SUBMITTED, "2026-11-01T10:00:00Z", POLICE, CPS),
                step(SUBMITTED, "2026-11-01T10:00:01Z", POLICE, CPS),
                step(DECIDED, "2026-11-03T10:00:00Z", CPS, null),
                step(DECIDED, "2026-11-03T11:00:00Z", CPS, POLICE),
                step(DECIDED, "2026-11-05T11:00:00Z", CPS, null)),
            TODAY);
    assertThat(journey.waits())
        .extracting(wait -> wait.after().stage())
        .containsExactly(SUBMITTED, DECIDED, DECIDED);
    assertThat(journey.waits().get(1).after().next()).isEqualTo(POLICE);
    assertThat(journey.lasts()).isFalse();
  }

  @Test
  void aCaseThatNeverWaitedADayHasNoLongestWait() {
    Journey journey = Journey.of("HCR", CASE.subList(0, 1), LocalDate.of(2026, 10, 1));
    assertThat(journey.longest()).isEmpty();
    assertThat(journey.days()).isZero();
    assertThat(Journey.of("HCR", List.of(), TODAY).lasts()).isFalse();
  }

  private static JourneyStep step(JourneyStage stage, String at, String by, String next) {
    return new JourneyStep(stage, Instant.parse(at), by, next);
  }
}
