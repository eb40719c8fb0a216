package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import uk.concordat.access.Cover;
import uk.concordat.access.DataClass;
import uk.concordat.access.FactsRepository;
import uk.concordat.audit.Entry;
import uk.concordat.caller.CurrentCaller;

/** What is said of a referral (D16) reaches the other agency as far as an agreement lets it. */
@ApplicationScoped
class SaidBack {
  @Inject FactsRepository facts;
  @Inject CurrentCaller current;

  /** The entry, as a disclosure to the other agency where that is told by it. */
  Entry of(Entry entry, Referral referral) {
    List<DataClass> said = List.of(DataClass.D16);
    Footing footing = referral.matter().footing();
    Route route = referral.route();
    String own = current.get().agency();
    String other = own.equals(route.fromAgency()) ? route.toAgency() : route.fromAgency();
    Cover cover = facts.covered(own, other, footing.purpose());
    return cover.classes().containsAll(said)
        ? entry.disclosedTo(other, cover.agreements(said), footing.purpose(), footing.lawfulBasis())
        : entry;
  }
}
