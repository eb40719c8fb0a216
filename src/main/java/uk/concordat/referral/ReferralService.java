package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.Reference;

/**
 * Reading referrals. Each method is one transaction, asks one permission and writes its ledger
 * entry. All throw {@link NotFound} where the caller may not see the record or there is none.
 */
@ApplicationScoped
public class ReferralService {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Inject ReferralRepository referrals;
  @Inject ReferralListing listing;
  @Inject Projection projection;
  @Inject ReferralGate gate;
  @Inject Ledger ledger;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /**
   * Reads one referral, as much of it as the caller may see.
   *
   * @param reference as somebody typed it
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView read(String reference) {
    return consulted(visible(reference, Action.REFERRAL_READ), Action.REFERRAL_READ);
  }

  /** A page of the caller's list. */
  @Transactional
  @Requires(Action.REFERRAL_READ)
  public ListPage list(ListQuery query) {
    if (query.limit() < 1 || query.limit() > 100) {
      throw new InvalidInput("limit", "out-of-range");
    }
    ListPage page = listing.page(query, current.get());
    recordList(page.referrals());
    return page;
  }

  /** What needs the caller, soonest due first, and how much of it there is. */
  @Transactional
  @Requires(Action.REFERRAL_READ)
  public Work work() {
    Instant now = clock.instant();
    Instant midnight =
        now.atZone(LONDON).toLocalDate().plusDays(1).atStartOfDay(LONDON).toInstant();
    var open =
        new ListQuery(null, null, true, null, null, null, null, null, ListQuery.Sort.DUE, 8, null);
    List<ReferralSummary> inbox = page(open, Box.INBOX);
    List<ReferralSummary> drafts = page(open, Box.DRAFTS);
    ListQuery latest =
        new ListQuery(
            Box.SENT, null, null, null, null, null, null, null, ListQuery.Sort.CHANGED, 5, null);
    List<ReferralSummary> sent = listing.page(latest, current.get()).referrals();
    List<ReferralSummary> all = new ArrayList<>(inbox);
    all.addAll(drafts);
    all.addAll(sent);
    recordList(all);
    return new Work(inbox, drafts, sent, listing.tally(Box.INBOX, now, midnight, now));
  }

  /**
   * How many open referrals wait in the caller's inbox, at most 1,001; nothing of them is shown.
   */
  @Transactional
  @Requires(Action.REFERRAL_READ)
  public long waiting() {
    Instant now = clock.instant();
    return listing.tally(Box.INBOX, now, now, now).get("all");
  }

  /** How many are in each queue of the caller's, at most 1,001; nothing of them is shown. */
  @Transactional
  @Requires(Action.REFERRAL_READ)
  public Map<Queue, Long> queues() {
    return listing.queues();
  }

  private List<ReferralSummary> page(ListQuery query, Box box) {
    return listing
        .page(
            new ListQuery(
                box,
                null,
                query.open(),
                null,
                null,
                null,
                null,
                null,
                query.sort(),
                query.limit(),
                null),
            current.get())
        .referrals();
  }

  /** Puts the rows of a list that was shown into the ledger. */
  void recordList(List<ReferralSummary> rows) {
    List<UUID> named =
        rows.stream().filter(row -> row.name() != null).map(ReferralSummary::id).toList();
    ledger.append(
        Entry.listed(
                Action.REFERRAL_READ.code(),
                rows.stream().map(ReferralSummary::id).toList(),
                named.isEmpty() ? Set.of(DataClass.D1) : Set.of(DataClass.D1, DataClass.D2))
            .showing(named));
  }

  /** As the caller sees it, and in the ledger. */
  ReferralView consulted(Referral referral, Action action) {
    ReferralView view = projection.view(referral, current.get());
    ledger.append(view.consulted(action, referral.version()));
    return view;
  }

  /** Loads what the database shows and the policy permits; anything else is not found. */
  Referral visible(String reference, Action action) {
    Optional<Referral> found = Reference.parse(reference).flatMap(referrals::find);
    if (found.isEmpty() || !gate.access(found.get()).reads()) {
      refusals.record(action.code(), "not-visible", found.map(Referral::id).orElse(null));
      throw new NotFound();
    }
    return found.get();
  }
}
