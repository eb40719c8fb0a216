package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.concordat.access.Action;
import uk.concordat.access.Cover;
import uk.concordat.access.DataClass;
import uk.concordat.access.FactsRepository;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Refusals;
import uk.concordat.referral.NotCovered;

/**
 * Lets what a third-party centre logs go to the force that holds it; within one agency nothing goes
 * anywhere.
 */
@ApplicationScoped
class IncidentRelease {
  /** Why a centre takes reports at all. */
  private static final String PURPOSE = "PREVENT_DETECT";

  @Inject IncidentRepository incidents;
  @Inject FactsRepository facts;
  @Inject Refusals refusals;

  /**
   * What the ledger is told of logging it: a disclosure, where another agency holds it.
   *
   * @throws NotCovered where no agreement in force lets it go there
   */
  Entry released(Incident draft, IncidentContent content, Entry entry) {
    String holder = incidents.holder(draft.agency());
    if (holder.equals(draft.agency())) {
      return entry;
    }
    List<DataClass> parts = new ArrayList<>(IncidentProjection.PARTS);
    if (!Boolean.TRUE.equals(content.person().known())) {
      parts.remove(DataClass.D2);
    }
    Cover cover = facts.covered(draft.agency(), holder, PURPOSE);
    Set<DataClass> covered = cover.classes();
    List<DataClass> missing = parts.stream().filter(part -> !covered.contains(part)).toList();
    if (!missing.isEmpty()) {
      refusals.record(Action.INCIDENT_CREATE.code(), "no-agreement", Entry.INCIDENT, draft.id());
      throw NotCovered.forClasses(missing);
    }
    return entry.disclosedTo(holder, cover.agreements(parts), PURPOSE, null);
  }
}
