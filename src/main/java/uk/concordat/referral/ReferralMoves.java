package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import uk.concordat.access.Action;
import uk.concordat.access.Refused;
import uk.concordat.access.Requires;
import uk.concordat.agency.StaffMember;
import uk.concordat.kernel.StaleVersion;

/**
 * What the receiving unit does with a referral until it is decided. Each is one transaction, asks
 * one permission and writes its ledger entry. All throw {@link uk.concordat.kernel.NotFound} where
 * the caller may not see the record, {@link Refused} where the role never has the action, {@link
 * StaleVersion} when somebody was faster, {@link ImpossibleMove} from another state, {@link
 * GuardRefused} when a guard forbids it.
 */
@ApplicationScoped
public class ReferralMoves {
  @Inject Moving moving;
  @Inject ReferralClock referralClock;
  @Inject Assignable assignable;
  @Inject Clock clock;

  /**
   * Confirms that the receiving unit has it.
   *
   * @param conflict whether the caller declares that they know somebody in it
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView acknowledge(String reference, String version, boolean conflict) {
    return moving.made(acknowledged(reference, version, conflict));
  }

  /**
   * The same of one of many, by somebody who knows nobody in any: they are not shown it afterwards,
   * so that the ledger has no reading of it.
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public void acknowledgeOneOfMany(String reference, String version) {
    moving.booked(acknowledged(reference, version, false));
  }

  private Moving.Ready acknowledged(String reference, String version, boolean conflict) {
    Moving.Ready ready = moving.ready(reference, version, Move.ACKNOWLEDGE, conflict);
    Referral referral = ready.referral();
    referral.proceed(
        Move.ACKNOWLEDGE,
        Deadline.of(
            referralClock.start("DECIDE", referral.matter().urgency(), referral.submittedAt())),
        clock.instant());
    return ready;
  }

  /**
   * Takes the referral on.
   *
   * @param assignee user name of the colleague who will lead
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView accept(String reference, String version, String assignee) {
    Moving.Ready ready = moving.ready(reference, version, Move.ACCEPT);
    Referral referral = ready.referral();
    StaffMember lead = assignable.find(referral, assignee);
    referral.accept(
        lead.subject(),
        referralClock.start("FIRST_CONTACT", referral.matter().urgency(), clock.instant()));
    return moving.made(ready);
  }

  /** Turns the referral down, with a reason and with advice on what the sender can do. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView reject(String reference, String version, Feedback why) {
    Moving.Ready ready = moving.ready(reference, version, Move.REJECT);
    moving.said(ready, why).throwIfAny();
    ready.referral().turnAway(Move.REJECT, clock.instant());
    return moving.made(ready, why);
  }

  /** Colleagues who may lead this referral, by name. */
  @Transactional
  @Requires(Action.REFERRAL_DECIDE)
  public List<StaffMember> leads(String reference) {
    return assignable.offered(reference, Action.REFERRAL_DECIDE);
  }
}
