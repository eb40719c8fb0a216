package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import uk.concordat.access.Action;
import uk.concordat.access.Refused;
import uk.concordat.access.Requires;
import uk.concordat.kernel.StaleVersion;

/**
 * What came of a referral, closing it, and opening it again. Each is one transaction, asks one
 * permission and writes its ledger entry. All throw {@link uk.concordat.kernel.NotFound} where the
 * caller may not see the record, {@link Refused} where the role never has the action, {@link
 * StaleVersion} when somebody was faster, {@link ImpossibleMove} from another state.
 */
@ApplicationScoped
public class OutcomeMoves {
  @Inject Moving moving;
  @Inject OutcomeOwed owed;
  @Inject ReferralClock referralClock;
  @Inject Clock clock;

  /**
   * Says what came of it: police record police outcomes, prosecutors theirs, services theirs. The
   * sender is told. As long as the person harmed is to be told too, the clock of the news runs on.
   *
   * @param outcome code and words
   * @throws uk.concordat.kernel.InvalidInput where the outcome is not of the caller's kind
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView recordOutcome(String reference, String version, Feedback outcome) {
    Moving.Ready ready = moving.ready(reference, version, Move.RECORD_OUTCOME);
    moving.said(ready, outcome).throwIfAny();
    Referral referral = ready.referral();
    Deadline next = owed.of(referral) ? Deadline.of(referral.clock()) : Deadline.none();
    referral.proceed(Move.RECORD_OUTCOME, next, clock.instant());
    return moving.made(ready, outcome);
  }

  /**
   * Closes it.
   *
   * @throws GuardRefused {@code own-work} where it was urgent and the caller worked on it; {@code
   *     not-told} where the person harmed is to be told first; {@code file-open} where somebody in
   *     the file that it brings is still being reviewed or before the court; {@code still-owed}
   *     where something else is open that the agency owes them
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView close(String reference, String version) {
    Moving.Ready ready = moving.ready(reference, version, Move.CLOSE);
    ready.referral().proceed(Move.CLOSE, Deadline.none(), clock.instant());
    return moving.made(ready);
  }

  /** Opens it again: whoever worked on it goes on, and news is due within 28 days. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView reopen(String reference, String version, Feedback why) {
    Moving.Ready ready = moving.ready(reference, version, Move.REOPEN);
    moving.said(ready, why).throwIfAny();
    Referral referral = ready.referral();
    referral.reopen(referralClock.start("UPDATE", referral.matter().urgency(), clock.instant()));
    return moving.made(ready, why);
  }
}
