package uk.concordat.web.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kernel.Urgency;
import uk.concordat.referral.Box;
import uk.concordat.referral.Clocked;
import uk.concordat.referral.ReferralState;
import uk.concordat.referral.ReferralSummary;

/** What comes next once there is an outcome, on the referral's page and in the list of work. */
class ProgressTest {
  private static final Clocked CLOCK = new Clocked("UPDATE", Instant.EPOCH, Instant.EPOCH);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void thePersonHarmedIsToldFirstWhereThatIsOwedWhetherAClockRunsOrNot(boolean runs) {
    Clocked clock = runs ? CLOCK : null;
    assertThat(Progress.of(ReferralState.OUTCOME_RECORDED, clock, true).next(true))
        .isEqualTo("Next: tell the person harmed what came of it");
    assertThat(Progress.of(ReferralState.OUTCOME_RECORDED, clock, false).next(true))
        .isEqualTo("Next: close it");
    assertThat(task(clock, true)).isEqualTo("Tell what came of it: Samira Rahman");
    assertThat(task(clock, false)).isEqualTo("Close the referral about Samira Rahman");
  }

  private static String task(Clocked clock, boolean owed) {
    var referral =
        new ReferralSummary(
            UUID.randomUUID(),
            "HCR-2026-000137-L",
            ReferralState.OUTCOME_RECORDED,
            null,
            "WELHAT-COUNCIL",
            "HERTS-POLICE",
            Urgency.STANDARD,
            Set.of(),
            "Samira Rahman",
            true,
            clock,
            owed,
            Instant.EPOCH,
            Box.INBOX,
            true,
            true,
            null);
    return new Row(referral, null, Instant.EPOCH).getTask();
  }
}
