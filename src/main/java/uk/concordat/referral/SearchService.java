package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * consultation (domain.md 4.7): the ledger has the records of the page, each with the classes that
 * were shown of it, and of the text a digest.
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
   * unfinished once it has four letters.
   *
   * @throws InvalidInput as {@link SearchQuery#checked} says
   */
  @Transactional
  @Requires(Action.REFERRAL_READ)
  public SearchResult search(SearchQuery asked) {
    SearchQuery query = asked.checked();
    List<Found> all = repository.find(query, SearchQuery.MOST + 1);
    Map<UUID, ReferralSummary> referrals =
        listing.among(all.stream().map(Found::referral).toList(), current.get());
    List<Found> shown = shown(all, referrals.keySet(), query);
    int found = Math.min(shown.size(), SearchQuery.MOST);
    int from = Math.min(query.from(), found);
    int to = Math.min(from + query.limit(), found);
    List<SearchHit> hits = hits(shown.subList(from, to), referrals, query);
    record(hits, new Searched(query.text(), from));
    return new SearchResult(
        hits, found, shown.size() > found, from, to < found ? Integer.toString(to) : null);
  }

  /**
   * What the two other walls, the row policies and the gate, let through as well. It is asked of
   * all that was found: what they withhold must not be counted either.
   */
  private List<Found> shown(List<Found> all, Set<UUID> listed, SearchQuery query) {
    Set<Found> readable = repository.readable(all, query);
    return sight.permitted(
        all.stream()
            .filter(one -> listed.contains(one.referral()) && readable.contains(one))
            .toList());
  }

  private List<SearchHit> hits(
      List<Found> page, Map<UUID, ReferralSummary> referrals, SearchQuery query) {
    Map<Found, List<Passage>> passages = repository.passages(page, query);
    return page.stream()
        .map(
            one ->
                new SearchHit(
                    referrals.get(one.referral()),
                    one.part(),
                    one.matched(),
                    passages.getOrDefault(one, List.of())))
        .toList();
  }

  /**
   * One entry for each set of classes: what was shown of one record was not shown of another. A
   * search that finds nothing is in the ledger as well.
   */
  private void record(List<SearchHit> hits, Searched searched) {
    Map<Set<DataClass>, List<UUID>> shown = new LinkedHashMap<>();
    hits.forEach(
        hit ->
            shown
                .computeIfAbsent(hit.shown(), first -> new ArrayList<>())
                .add(hit.referral().id()));
    if (shown.isEmpty()) {
      shown.put(Set.of(DataClass.D1), List.of());
    }
    shown.forEach(
        (classes, records) ->
            ledger.append(
                Entry.listed(Action.REFERRAL_READ.code(), records, classes)
                    .showing(classes.size() > 1 ? records : List.of())
                    .changing("search", new Change(null, searched))));
  }
}
