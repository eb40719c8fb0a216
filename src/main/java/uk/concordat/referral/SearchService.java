package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.InvalidInput;

/**
 * Finds referrals within what the caller may see, class by class (ADR 30). A search is a
 * consultation (domain.md 4.7): the ledger has the records of the page, and of the text a digest.
 */
@ApplicationScoped
public class SearchService {
  @Inject SearchRepository repository;
  @Inject ReferralListing listing;
  @Inject SearchSight sight;
  @Inject Ledger ledger;
  @Inject CurrentCaller current;

  /** What was searched for, for the digest of the entry. */
  private record Searched(String text, int from) {}

  /**
   * A page of what is found, best first: a reference or number, then a name, then what sounds like
   * it, then words in the text. All words must stand in the same part; the last one may be
   * unfinished.
   *
   * @throws InvalidInput as {@link SearchQuery#checked} says
   */
  @Transactional
  @Requires(Action.REFERRAL_READ)
  public SearchResult search(SearchQuery asked) {
    SearchQuery query = asked.checked();
    List<Found> all = repository.find(query, SearchQuery.MOST + 1);
    int found = Math.min(all.size(), SearchQuery.MOST);
    int from = Math.min(query.from(), found);
    int to = Math.min(from + query.limit(), found);
    List<SearchHit> hits = shown(all.subList(from, to), query);
    record(hits, new Searched(query.text(), from));
    return new SearchResult(
        hits, found, all.size() > found, from, to < found ? Integer.toString(to) : null);
  }

  /** Two more walls: the row policies, by which it is read, and the gate. */
  private List<SearchHit> shown(List<Found> page, SearchQuery query) {
    Map<UUID, ReferralSummary> referrals =
        listing.among(page.stream().map(Found::referral).toList(), current.get());
    Map<Found, List<Passage>> passages = repository.passages(page, query.text());
    return page.stream()
        .filter(one -> referrals.containsKey(one.referral()))
        .filter(one -> one.part() == DataClass.D1 || passages.containsKey(one))
        .filter(one -> sight.permits(referrals.get(one.referral()).reference(), one.part()))
        .map(
            one ->
                new SearchHit(
                    referrals.get(one.referral()),
                    one.part(),
                    one.matched(),
                    passages.getOrDefault(one, List.of())))
        .toList();
  }

  private void record(List<SearchHit> hits, Searched searched) {
    Set<DataClass> classes = EnumSet.of(DataClass.D1);
    hits.forEach(hit -> classes.add(hit.part()));
    if (hits.stream().map(hit -> hit.referral().name()).anyMatch(Objects::nonNull)) {
      classes.add(DataClass.D2);
    }
    ledger.append(
        Entry.listed(
                Action.REFERRAL_READ.code(),
                hits.stream().map(hit -> hit.referral().id()).toList(),
                classes)
            .showing(
                hits.stream()
                    .filter(hit -> hit.part() != DataClass.D1 || hit.referral().name() != null)
                    .map(hit -> hit.referral().id())
                    .toList())
            .changing("search", new Change(null, searched)));
  }
}
