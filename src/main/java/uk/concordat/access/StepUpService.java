package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.SecurityEvent;
import uk.concordat.audit.SecurityLog;

/** Keeps the outcome of a step-up in the portal, and says whether one is still fresh. */
@ApplicationScoped
public class StepUpService {
  @Inject StepUp stepUp;
  @Inject Refusals refusals;
  @Inject SecurityLog security;

  /**
   * Whether the caller has proved within {@link StepUp#LASTS} with a second factor who they are.
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public boolean fresh() {
    return stepUp.fresh();
  }

  /**
   * Keeps that the caller has proved it, in their session of the identity provider.
   *
   * @param at when, as the identity provider says
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public void proved(Instant at) {
    stepUp.keep(at);
  }

  /**
   * Keeps in the ledger that the caller did not prove it.
   *
   * @param why a short code
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public void failed(String why) {
    refusals.record(Action.SESSION_READ.code(), "step-up-" + why, null);
    security.append(SecurityEvent.STEP_UP_FAILED, why);
  }
}
