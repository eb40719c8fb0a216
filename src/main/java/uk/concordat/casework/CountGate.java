package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.OwnWork;
import uk.concordat.agency.AgencyKind;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.NotFound;

/** Who may count a force's own work, and that they did. */
@ApplicationScoped
class CountGate {
  @Inject AgencyRepository agencies;
  @Inject OwnWork work;
  @Inject Ledger ledger;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;

  /**
   * The force whose crimes the caller may count, which is in the ledger: no record is named, for
   * none is shown.
   *
   * @throws NotFound where they belong to no force, or see no such work: a count of what is hidden
   *     from them would be none, and wrong
   */
  String force() {
    String agency = current.get().agency();
    if (agencies.byCode().get(agency).kind() != AgencyKind.POLICE || !work.seesOf(DataClass.D5)) {
      refusals.record(Action.STATS_VIEW.code(), "not-visible", null);
      throw new NotFound();
    }
    ledger.append(Entry.listed(Action.STATS_VIEW.code(), List.of(), EnumSet.of(DataClass.D18)));
    return agency;
  }
}
