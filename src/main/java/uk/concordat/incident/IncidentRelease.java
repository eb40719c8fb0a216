package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.concordat.access.Action;
import uk.concordat.access.Cover;
import uk.concordat.access.DataClass;
import uk.concordat.access.FactsRepository;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Refusals;
import uk.concordat.referral.Footing;
import uk.concordat.referral.NotCovered;

/**
 * Lets what a third-party centre logs go to the force that holds it; within one agency nothing goes
 * anywhere.
 */
@ApplicationScoped
class IncidentRelease {
  @Inject IncidentRepository incidents;
  @Inject FactsRepository facts;
  @Inject Refusals refusals;

  /** The classes of which something was written down: without a person, nothing of D2. */
  static Set<DataClass> parts(IncidentContent content) {
    Set<DataClass> parts = EnumSet.copyOf(IncidentProjection.PARTS);
    if (!Boolean.TRUE.equals(content.person().known())) {
      parts.remove(DataClass.D2);
    }
    return parts;
  }

  /**
   * What the ledger is told besides of logging it: a disclosure, where another agency holds it.
   *
   * @param entry of what was logged; its classes are its {@link #parts}
   * @throws NotCovered where no agreement in force lets it go there, or nobody holds it
   */
  Optional<Entry> released(Incident draft, IncidentContent content, Entry entry) {
    String holder = incidents.holder(draft.agency());
    if (draft.agency().equals(holder)) {
      return Optional.empty();
    }
    Set<DataClass> parts = parts(content);
    Footing footing = incidents.footing();
    Cover cover =
        holder == null
            ? new Cover(List.of())
            : facts.covered(draft.agency(), holder, footing.purpose());
    Set<DataClass> covered = cover.classes();
    List<DataClass> missing = parts.stream().filter(part -> !covered.contains(part)).toList();
    if (!missing.isEmpty()) {
      refusals.record(Action.INCIDENT_CREATE.code(), "no-agreement", Entry.INCIDENT, draft.id());
      throw NotCovered.forClasses(missing);
    }
    return Optional.of(
        entry.disclosedTo(
            holder, cover.agreements(parts), footing.purpose(), footing.lawfulBasis()));
  }
}
