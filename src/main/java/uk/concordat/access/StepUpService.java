package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import uk.concordat.audit.Refusals;
import uk.concordat.caller.CurrentCaller;

/** Keeps the outcome of a step-up in the portal, and says whether one is still fresh. */
@ApplicationScoped
public class StepUpService {
  @Inject StepUp stepUp;
  @Inject StepUpRepository proofs;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;

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
    proofs.keep(current.assurance().session(), at);
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
  }
}
