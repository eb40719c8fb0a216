package uk.concordat.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Erasure;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.SecurityEvent;
import uk.concordat.audit.SecurityLog;
import uk.concordat.audit.Verb;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.NotFound;

/**
 * Disposes of entries of the ledger whose time is over, a month at once: governance of one agency
 * proposes, governance of another approves. The hashes stay, and an entry tells which leaves were
 * erased, under which rule and when.
 */
@ApplicationScoped
public class LedgerDisposalService {
  private static final Action ACTION = Action.DISPOSAL_APPROVE;

  @Inject MonthRepository months;
  @Inject Ledger ledger;
  @Inject SecurityLog security;
  @Inject Refusals refusals;
  @Inject CurrentCaller caller;
  @Inject Clock clock;

  /**
   * Proposes the disposal of a month.
   *
   * @throws NotFound where the ledger did not exist then
   * @throws DisposalRefused where it is kept, or proposed already
   */
  @Transactional
  @Requires(Action.DISPOSAL_APPROVE)
  public void propose(YearMonth wanted) {
    LedgerMonth month = find(wanted);
    if (month.proposedBy() != null) {
      throw refused(month, "proposed");
    }
    if (month.kept() != null || !months.propose(wanted)) {
      throw refused(month, month.kept() == null ? "proposed" : month.kept());
    }
    security.append(SecurityEvent.DISPOSAL_PROPOSED, wanted.toString());
  }

  /**
   * Takes back what the caller's agency proposed.
   *
   * @throws DisposalRefused where it did not
   */
  @Transactional
  @Requires(Action.DISPOSAL_APPROVE)
  public void withdraw(YearMonth wanted) {
    if (!months.withdraw(wanted)) {
      throw refused(find(wanted), "not-yours");
    }
    security.append(SecurityEvent.DISPOSAL_WITHDRAWN, wanted.toString());
  }

  /**
   * Erases the entries of a month that governance of another agency proposed. What tells of other
   * disposals stays.
   *
   * @return which leaves were erased
   * @throws NotFound where the ledger did not exist then
   * @throws DisposalRefused where it is not proposed, was proposed by the caller's own agency, or
   *     is kept
   */
  @Transactional
  @Requires(Action.DISPOSAL_APPROVE)
  public Erasure approve(YearMonth wanted) {
    LedgerMonth month = find(wanted);
    if (month.kept() != null) {
      throw refused(month, month.kept());
    }
    if (month.proposedBy() == null) {
      throw refused(month, "not-proposed");
    }
    if (caller.get().agency().equals(month.proposedBy())) {
      throw refused(month, "own-proposal");
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var erasure =
        new Erasure(wanted, month.rule(), today, month.proposedBy(), months.erasable(wanted));
    ledger.append(
        Entry.of(Verb.ERASE, ACTION.code(), month.id(), null, Set.of(DataClass.D17))
            .about(LedgerMonthService.TYPE)
            .erasing(erasure));
    if (!months.dispose(wanted)) {
      throw refused(month, "changed");
    }
    return erasure;
  }

  private LedgerMonth find(YearMonth month) {
    return months
        .find(month, YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)))
        .orElseThrow(NotFound::new);
  }

  private DisposalRefused refused(LedgerMonth month, String why) {
    refusals.record(ACTION.code(), why, LedgerMonthService.TYPE, month.id());
    return new DisposalRefused(why);
  }
}
