package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import uk.concordat.access.AccessPolicy;
import uk.concordat.access.Action;
import uk.concordat.access.Requires;
import uk.concordat.agency.Agency;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.codelist.CodeListRepository;

/** Reads what can be chosen; it holds nobody's data, so the ledger has nothing to say of it. */
@ApplicationScoped
public class ReferralOptionsService {
  @Inject AgencyRepository agencies;
  @Inject CodeListRepository codeLists;
  @Inject AccessPolicy policy;
  @Inject CurrentCaller current;

  /** The choices of the caller's agency today. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralOptions options() {
    Agency own = agencies.find(current.get().agency()).orElseThrow();
    return new ReferralOptions(
        own,
        agencies.all().stream()
            .filter(agency -> !agency.code().equals(own.code()))
            .filter(agency -> ReferralType.between(own.kind(), agency.kind()).isPresent())
            .toList(),
        agencies.byCode(),
        agencies.roleNames(),
        codeLists.today(),
        own.regime(),
        Compartment.among(policy.drafted(current.get().role())));
  }
}
