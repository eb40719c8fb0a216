package uk.concordat.court;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Permissions;
import uk.concordat.access.Refused;
import uk.concordat.access.Requires;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.referral.Findings;

/** How the cases of a unit ended, for its prosecutors. */
@ApplicationScoped
public class RateService {
  @Inject RateRepository rates;
  @Inject Permissions permissions;
  @Inject CurrentCaller current;
  @Inject Ledger ledger;
  @Inject Refusals refusals;

  /**
   * The rates over the files that the caller may read: whatever is hidden from them is not counted.
   * That they were looked at is in the ledger; of no record is anything shown.
   *
   * @param from the first day, in London
   * @param to the last one
   * @throws InvalidInput {@code from: required}, {@code to: required}, {@code to: before-start}
   * @throws Refused where the caller's role reviews no files
   */
  @Transactional
  @Requires(Action.STATS_VIEW)
  public Rates of(LocalDate from, LocalDate to) {
    if (!permissions.has(current.get().role(), Action.REVIEW_DECIDE)) {
      refusals.record(Action.STATS_VIEW.code(), "not-permitted", null);
      throw new Refused(Action.STATS_VIEW);
    }
    var findings = new Findings();
    findings.required(from, "from");
    findings.required(to, "to");
    findings.add(from != null && to != null && to.isBefore(from), "to", "before-start");
    findings.throwIfAny();
    Rates counted = rates.of(current.get().agency(), from, to);
    ledger.append(Entry.listed(Action.STATS_VIEW.code(), List.of(), List.of(DataClass.D18)));
    return counted;
  }
}
