package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import uk.concordat.access.Action;
import uk.concordat.access.Refused;
import uk.concordat.access.Requires;
import uk.concordat.agency.StaffMember;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.StaleVersion;

/**
 * What is done with a referral that was taken on. Each is one transaction, asks one permission and
 * writes its ledger entry. All throw {@link uk.concordat.kernel.NotFound} where the caller may not
 * see the record, {@link Refused} where the role never has the action, {@link StaleVersion} when
 * somebody was faster, {@link ImpossibleMove} from another state.
 */
@ApplicationScoped
public class CaseworkMoves {
  @Inject Moving moving;
  @Inject ReferralClock referralClock;
  @Inject Assignable assignable;
  @Inject Clock clock;

  /**
   * Says that the work has begun. It ends no time limit: the first contact is due until it is in
   * the log of contacts, or why there is none ({@link ContactService}).
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView start(String reference, String version) {
    Moving.Ready ready = moving.ready(reference, version, Move.START);
    Referral referral = ready.referral();
    referral.proceed(Move.START, Deadline.of(referral.clock()), clock.instant());
    return moving.made(ready);
  }

  /**
   * Lets the work rest; its clock stands still.
   *
   * @param reviewOn the day in London on which it is looked at again: after today, at most 28 days
   *     ahead
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView hold(String reference, String version, Feedback why, LocalDate reviewOn) {
    Moving.Ready ready = moving.ready(reference, version, Move.HOLD);
    Findings findings = moving.said(ready, why);
    referralClock.within(findings, reviewOn, "reviewOn");
    findings.throwIfAny();
    Referral referral = ready.referral();
    referral.proceed(
        Move.HOLD,
        referral.deadline().pausedFor(referralClock.until("REVIEW", reviewOn)),
        clock.instant());
    return moving.made(ready, why);
  }

  /** Takes the work up again; its clock goes on where it stood. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView resume(String reference, String version) {
    Moving.Ready ready = moving.ready(reference, version, Move.RESUME);
    Referral referral = ready.referral();
    referral.proceed(
        Move.RESUME,
        Deadline.of(referralClock.resumed(referral.deadline(), referral.matter().urgency())),
        clock.instant());
    return moving.made(ready);
  }

  /**
   * Gives it to another colleague, who is told; so is whoever had it.
   *
   * @param assignee user name
   * @throws InvalidInput where they cannot be given it, or have it already
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView assign(String reference, String version, String assignee) {
    return moving.made(assigned(reference, version, assignee));
  }

  /**
   * The same of one of many: whoever gives it is not shown it afterwards, so that the ledger has no
   * reading of it.
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public void assignOneOfMany(String reference, String version, String assignee) {
    moving.booked(assigned(reference, version, assignee));
  }

  private Moving.Ready assigned(String reference, String version, String assignee) {
    Moving.Ready ready = moving.ready(reference, version, Move.ASSIGN);
    Referral referral = ready.referral();
    StaffMember next = assignable.find(referral, assignee);
    if (next.subject().equals(referral.route().assignee())) {
      throw new InvalidInput("assignee", "has-it");
    }
    referral.assign(next.subject(), clock.instant());
    return ready;
  }

  /** Colleagues to whom it may be given, by name. */
  @Transactional
  @Requires(Action.REFERRAL_ASSIGN)
  public List<StaffMember> candidates(String reference) {
    return assignable.offered(reference, Action.REFERRAL_ASSIGN);
  }

  /**
   * Colleagues to whom each of them may be given, by name. What the caller does not see counts for
   * nothing; the ledger has one entry that lists the others.
   */
  @Transactional
  @Requires(Action.REFERRAL_ASSIGN)
  public List<StaffMember> candidates(List<String> references) {
    return assignable.offered(references, Action.REFERRAL_ASSIGN);
  }
}
