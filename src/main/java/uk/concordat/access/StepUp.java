package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.SecurityEvent;
import uk.concordat.audit.SecurityLog;
import uk.concordat.caller.Assurance;
import uk.concordat.caller.CurrentCaller;

/**
 * Whether the caller has just proved with a second factor who they are (RFC 9470): by the token of
 * this request, or in this session of the identity provider by {@link StepUpService#proved}. Asked
 * by use cases, inside their transaction.
 */
@ApplicationScoped
public class StepUp {
  /** The level that counts, as {@code acr} names it. */
  public static final String LEVEL = "second-factor";

  /** For how long it counts. */
  public static final Duration LASTS = Duration.ofMinutes(5);

  @Inject StepUpRepository proofs;
  @Inject Refusals refusals;
  @Inject SecurityLog security;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /**
   * Goes on only with a fresh proof; that there was none is in the ledger.
   *
   * @param action what needs it
   * @throws StepUpNeeded where there is none
   */
  public void require(Action action) {
    if (!fresh()) {
      refusals.record(action.code(), "step-up-needed", null);
      throw new StepUpNeeded();
    }
  }

  /** Whether there is a fresh proof. What a token proves is kept, so that the database knows it. */
  boolean fresh() {
    Assurance assurance = current.assurance();
    if (assurance.session().isEmpty()) { // a proof that belongs to no session would count in all
      return false;
    }
    if (assurance.level().equals(LEVEL) && recent(assurance.since())) {
      keep(assurance.since());
    }
    return proofs.latest(assurance.session()).filter(this::recent).isPresent();
  }

  /** Keeps a proof in the caller's session of the identity provider; a new one is an event. */
  void keep(Instant at) {
    if (proofs.keep(current.assurance().session(), at)) {
      security.append(SecurityEvent.STEP_UP_PROVED, null);
    }
  }

  private boolean recent(Instant since) {
    Instant now = clock.instant();
    return since != null && !since.isAfter(now) && since.plus(LASTS).isAfter(now);
  }
}
