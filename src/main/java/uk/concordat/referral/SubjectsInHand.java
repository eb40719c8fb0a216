package uk.concordat.referral;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Whom the referrals are about that this request has loaded: the ledger need not ask again. */
@RequestScoped
class SubjectsInHand {
  private final Map<UUID, Subjects> loaded = new HashMap<>();

  void keep(Referral referral) {
    loaded.put(referral.id(), referral.subjects());
  }

  Optional<Subjects> of(UUID referral) {
    return Optional.ofNullable(loaded.get(referral));
  }
}
