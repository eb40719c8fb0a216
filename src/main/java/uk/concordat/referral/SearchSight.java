package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.concordat.access.Access;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;
import uk.concordat.access.OwnWork;

/** Puts what search found before the gate once more, all of it at once. */
@ApplicationScoped
class SearchSight {
  @Inject ReferralRepository referrals;
  @Inject ReferralGate gate;
  @Inject OwnWork work;

  /** Those of which the caller reads the record, and that class of it in full; in their order. */
  List<Found> permitted(List<Found> found) {
    Map<UUID, Referral> loaded =
        referrals.among(found.stream().map(Found::referral).toList()).stream()
            .collect(Collectors.toMap(Referral::id, Function.identity()));
    Map<UUID, Access> accesses =
        gate.accesses(loaded.values().stream().map(Referral::header).toList());
    return found.stream()
        .filter(one -> loaded.containsKey(one.referral()))
        .filter(one -> permits(loaded.get(one.referral()), accesses.get(one.referral()), one))
        .toList();
  }

  private boolean permits(Referral referral, Access access, Found found) {
    boolean shown =
        found.own()
            ? work.shown(referral.participation(), access).contains(DataClass.D5)
            : access.level(found.part()) == Level.FULL;
    return access.reads() && shown;
  }
}
