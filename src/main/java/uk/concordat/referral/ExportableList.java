package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.access.Action;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.Reference;

/** The rows of a list that may leave, as both walls have it. */
@ApplicationScoped
class ExportableList {
  @Inject ReferralListing listing;
  @Inject HeaderRepository headers;
  @Inject ReferralGate gate;
  @Inject CurrentCaller current;

  /**
   * What a list comes to.
   *
   * @param left how many of it are not the caller's to export
   */
  record Rows(List<ReferralSummary> taken, int left) {}

  /**
   * Those of the list that the caller may export now.
   *
   * @throws InvalidInput where it is longer than the query's limit
   */
  Rows rows(ListQuery query) {
    ListPage page = listing.page(query, current.get());
    if (page.next() != null) {
      throw new InvalidInput("list", "too-long");
    }
    Set<UUID> shown =
        page.referrals().stream().map(ReferralSummary::id).collect(Collectors.toSet());
    Set<UUID> let = listing.permitted(shown, Action.EXPORT_CASE);
    List<ReferralSummary> taken =
        page.referrals().stream().filter(row -> let.contains(row.id()) && permitted(row)).toList();
    return new Rows(taken, page.referrals().size() - taken.size());
  }

  private boolean permitted(ReferralSummary row) {
    return Reference.parse(row.reference())
        .flatMap(headers::find)
        .filter(header -> gate.access(header).permits(Action.EXPORT_CASE))
        .isPresent();
  }
}
