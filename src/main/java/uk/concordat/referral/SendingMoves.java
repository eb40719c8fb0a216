package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import uk.concordat.access.Action;
import uk.concordat.access.Refused;
import uk.concordat.access.Requires;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.document.DocumentRepository;
import uk.concordat.kernel.StaleVersion;

/**
 * What the agency that sends does with a referral. Each is one transaction, asks one permission and
 * writes its ledger entry. All throw {@link uk.concordat.kernel.NotFound} where the caller may not
 * see the record, {@link Refused} where the role never has the action, {@link StaleVersion} when
 * somebody was faster, {@link ImpossibleMove} from another state, {@link GuardRefused} when a guard
 * forbids it.
 */
@ApplicationScoped
public class SendingMoves {
  @Inject Moving moving;
  @Inject DocumentRepository documents;
  @Inject InfoRequestRepository requests;
  @Inject Projection projection;
  @Inject Submission submission;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /**
   * Sends a draft to the other agency: from here on it sees it. What nobody there may see stays.
   *
   * @param conflict whether the caller declares that they know somebody in it
   * @throws NotCovered with what no agreement in force covers
   * @throws OverrideNeeded where it goes against the wish and nobody who may answers for it
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView submit(String reference, String version, boolean conflict) {
    documents.hold(reference); // what is attached to it now goes with it, and is to be covered
    Moving.Ready ready = moving.ready(reference, version, Move.SUBMIT, conflict);
    Referral referral = ready.referral();
    submission.send(ready, projection.view(referral, current.get()).content());
    return moving.view(referral);
  }

  /**
   * Takes a referral back before it is accepted: the receiver keeps the header and loses sight of
   * the content at once.
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView withdraw(String reference, String version, Feedback why) {
    Moving.Ready ready = moving.ready(reference, version, Move.WITHDRAW);
    moving.said(ready, why).throwIfAny();
    ready.referral().withdraw(clock.instant());
    requests.close(moving.kept(ready, why), InfoRequest.Status.DROPPED);
    return moving.entered(ready, why);
  }
}
