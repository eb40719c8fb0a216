package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import uk.concordat.caller.Assurance;
import uk.concordat.caller.CurrentCaller;

/** Whether the caller has just proved with a second factor who they are (RFC 9470). */
@ApplicationScoped
public class StepUp {
  /** The level that counts, as {@code acr} names it. */
  public static final String LEVEL = "second-factor";

  /** For how long it counts. */
  public static final Duration LASTS = Duration.ofMinutes(5);

  @Inject CurrentCaller current;
  @Inject Clock clock;

  /**
   * Goes on only with a fresh proof.
   *
   * @throws StepUpNeeded where there is none
   */
  public void require() {
    Assurance assurance = current.assurance();
    Instant now = clock.instant();
    boolean fresh =
        assurance.since() != null
            && !assurance.since().isAfter(now)
            && assurance.since().plus(LASTS).isAfter(now);
    if (!fresh || !assurance.level().equals(LEVEL)) {
      throw new StepUpNeeded();
    }
  }
}
