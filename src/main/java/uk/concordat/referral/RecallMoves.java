package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Refused;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Verb;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.kernel.Urgency;

/** What whoever leads does about a referral that should not have been sent (domain.md 7.2, 18). */
@ApplicationScoped
public class RecallMoves {
  @Inject Moving moving;
  @Inject RecallRepository recalls;
  @Inject ReferralClock referralClock;
  @Inject Ledger ledger;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /**
   * Recalls it. In the same transaction everybody outside the agency that sent it loses all sight
   * of it, whatever gave them that, and is told so; nobody works on it until information governance
   * has decided ({@link RecallService}). The 72 hours of the breach begin.
   *
   * @param why code of list {@code recall-reason} and words, for the agency that sent it only
   * @throws uk.concordat.kernel.NotFound where the caller may not see the record
   * @throws Refused where the role never has the action
   * @throws StaleVersion when somebody was faster
   * @throws GuardRefused {@code nobody-answers} where nobody else of the agency could decide on it
   * @throws ImpossibleMove where it was never sent, is recalled already, or is not theirs to recall
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView recall(String reference, String version, Feedback why) {
    Moving.Ready ready = moving.ready(reference, version, Move.RECALL);
    if (!recalls.decidable()) {
      throw moving.refused(ready, "nobody-answers");
    }
    moving.said(ready, why).throwIfAny();
    Referral referral = ready.referral();
    Urgency urgency = referral.matter().urgency();
    Instant now = clock.instant();
    referral.recall(now);
    moving.kept(ready, null);
    recalls.add(
        referral,
        current.get(),
        why,
        now,
        referralClock.start("BREACH_NEAR", urgency, now).due(),
        referralClock.start("BREACH_REPORT", urgency, now).due());
    ledger.append(
        ready
            .entry(Verb.ALTER, List.of(DataClass.D1))
            .changing(DataClass.D1.name(), referral.change())
            .changing("recall", new Change(null, why)));
    return moving.view(referral);
  }
}
