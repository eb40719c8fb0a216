package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import uk.concordat.access.Action;
import uk.concordat.access.Requires;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.Reference;

/** Shows the referrals that somebody chose out of a list, before they do something with them. */
@ApplicationScoped
public class ChosenService {
  @Inject ReferralService service;
  @Inject ReferralListing listing;
  @Inject Projection projection;
  @Inject CurrentCaller current;

  /**
   * Those of them that the caller may see, in their order, each with the version that a move of it
   * must name. Unknown and forbidden are left out alike; the latter is in the ledger.
   *
   * @param references as they stood in the list, at most a hundred
   */
  @Transactional
  @Requires(Action.REFERRAL_READ)
  public List<Chosen> of(List<String> references) {
    List<Chosen> chosen = new ArrayList<>();
    for (String reference : spelt(references)) {
      try {
        Referral referral = service.visible(reference, Action.REFERRAL_READ);
        ListQuery one = ListQuery.named(referral.reference());
        listing.page(one, current.get()).referrals().stream()
            .findFirst()
            .ifPresent(row -> chosen.add(new Chosen(row, projection.version(referral))));
      } catch (NotFound unseen) {
        // as if it had not been named
      }
    }
    service.recordList(chosen.stream().map(Chosen::row).toList());
    return chosen;
  }

  /** Each once, however often and in however many spellings it is named. */
  private static List<String> spelt(List<String> references) {
    return references.stream()
        .map(one -> Reference.parse(one).map(Reference::text).orElse(one))
        .distinct()
        .limit(100)
        .toList();
  }
}
