package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.agency.Agency;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.Verb;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.Postcode;
import uk.concordat.kernel.Reference;
import uk.concordat.kernel.StaleVersion;

/**
 * Drafting and reading referrals. Each method is one transaction, asks one permission and writes
 * its ledger entry. All throw {@link NotFound} where the caller may not see the record or there is
 * none, and {@link InvalidInput} with every field that is wrong.
 */
@ApplicationScoped
public class ReferralService {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Inject ReferralRepository referrals;
  @Inject ReferralListing listing;
  @Inject IdempotencyKeys keys;
  @Inject AgencyRepository agencies;
  @Inject CodeListRepository codeLists;
  @Inject Receivers receivers;
  @Inject CompartmentRepository compartments;
  @Inject Sharings sharings;
  @Inject DraftRules rules;
  @Inject SubmitRules submitRules;
  @Inject Projection projection;
  @Inject ReferralGate gate;
  @Inject Ledger ledger;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /**
   * Starts a draft that only the caller sees.
   *
   * @param key what the client calls this create, or null; the same key with the same digest
   *     answers the first draft again, as long as its maker sees it
   * @param digest of what the client sent with the key
   */
  @Transactional
  @Requires(Action.REFERRAL_CREATE)
  public ReferralView create(ReferralContent content, String key, String digest) {
    Caller caller = current.get();
    if (key != null) {
      Optional<Reference> first = keys.find(caller.subject(), key, digest);
      if (first.isPresent()) {
        return consulted(
            visible(first.get().text(), Action.REFERRAL_CREATE), Action.REFERRAL_CREATE);
      }
    }
    Instant now = clock.instant();
    var referral = new Referral(referrals.nextReference(now.atZone(LONDON).getYear()), caller, now);
    referrals.add(referral);
    Set<DataClass> written = write(referral, content, now);
    if (key != null) {
      keys.keep(caller.subject(), key, digest, referral.reference());
    }
    return written(Verb.COLLECT, referral, ReferralContent.EMPTY, written);
  }

  /**
   * Changes the caller's own draft.
   *
   * @param version the version the caller changed
   * @throws StaleVersion when it has changed since
   * @throws ImpossibleMove when it is no draft any more
   */
  @Transactional
  @Requires(Action.REFERRAL_CREATE)
  public ReferralView amend(
      String reference, String version, UnaryOperator<ReferralContent> change) {
    Referral draft = draft(reference, version);
    ReferralContent stored = stored(draft);
    Set<DataClass> written = write(draft, change.apply(stored), clock.instant());
    return written(Verb.ALTER, draft, stored, written);
  }

  /**
   * Changes as much of the caller's own draft as can be stored: one wrong answer does not cost the
   * others.
   *
   * @param version the version the caller changed
   * @throws StaleVersion when it has changed since
   * @throws ImpossibleMove when it is no draft any more
   */
  @Transactional
  @Requires(Action.REFERRAL_CREATE)
  public Kept keep(String reference, String version, UnaryOperator<ReferralContent> change) {
    Referral draft = draft(reference, version);
    ReferralContent stored = stored(draft);
    ReferralContent given = tidy(change.apply(stored));
    List<FieldError> refused = wrong(draft, given);
    Set<DataClass> written = store(draft, new Salvage(refused).of(given, stored), clock.instant());
    return new Kept(written(Verb.ALTER, draft, stored, written), refused);
  }

  private Referral draft(String reference, String version) {
    Referral referral = visible(reference, Action.REFERRAL_READ);
    if (referral.state() != ReferralState.DRAFT) {
      refusals.record(Action.REFERRAL_CREATE.code(), "impossible-move", referral.id());
      throw new ImpossibleMove(projection.moves(referral));
    }
    if (!projection.version(referral).equals(version)) {
      throw new StaleVersion();
    }
    return referral;
  }

  private ReferralContent stored(Referral draft) {
    return projection.view(draft, current.get()).content();
  }

  private ReferralView written(
      Verb verb, Referral draft, ReferralContent old, Set<DataClass> written) {
    ReferralView view = projection.view(draft, current.get());
    ledger.append(
        Entry.of(verb, Action.REFERRAL_CREATE.code(), draft.id(), draft.version(), written)
            .changing(DataClass.D1.name(), draft.change())
            .changing(new ContentChange(old, view.content()).byClass()));
    return view;
  }

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

  /**
   * What a draft still needs before it can be sent, in the order of the form; empty when nothing.
   */
  @Transactional
  @Requires(Action.REFERRAL_CREATE)
  public List<FieldError> missing(ReferralContent content) {
    try {
      submitRules.check(content, agencies.find(current.get().agency()).orElseThrow());
      return List.of();
    } catch (InvalidInput incomplete) {
      return incomplete.errors();
    }
  }

  /** What of a draft would go to its receiver, and what would stay; it shows nobody's data. */
  @Transactional
  @Requires(Action.REFERRAL_CREATE)
  public Sharing sharing(ReferralContent content) {
    return sharings.of(content);
  }

  /** What needs the caller, soonest due first, and how much of it there is. */
  @Transactional
  @Requires(Action.REFERRAL_READ)
  public Work work() {
    Instant now = clock.instant();
    Instant midnight =
        now.atZone(LONDON).toLocalDate().plusDays(1).atStartOfDay(LONDON).toInstant();
    var open = new ListQuery(null, true, null, null, null, null, null, ListQuery.Sort.DUE, 8, null);
    List<ReferralSummary> inbox = page(open, Box.INBOX);
    List<ReferralSummary> drafts = page(open, Box.DRAFTS);
    ListQuery latest =
        new ListQuery(
            Box.SENT, null, null, null, null, null, null, ListQuery.Sort.CHANGED, 5, null);
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

  private List<ReferralSummary> page(ListQuery query, Box box) {
    return listing
        .page(
            new ListQuery(
                box, query.open(), null, null, null, null, null, query.sort(), query.limit(), null),
            current.get())
        .referrals();
  }

  private void recordList(List<ReferralSummary> rows) {
    List<UUID> named =
        rows.stream().filter(row -> row.name() != null).map(ReferralSummary::id).toList();
    ledger.append(
        Entry.listed(
                Action.REFERRAL_READ.code(),
                rows.stream().map(ReferralSummary::id).toList(),
                named.isEmpty() ? Set.of(DataClass.D1) : Set.of(DataClass.D1, DataClass.D2))
            .showing(named));
  }

  private ReferralView consulted(Referral referral, Action action) {
    ReferralView view = projection.view(referral, current.get());
    ledger.append(view.consulted(action, referral.version()));
    return view;
  }

  private Set<DataClass> write(Referral referral, ReferralContent given, Instant now) {
    ReferralContent content = tidy(given);
    List<FieldError> wrong = wrong(referral, content);
    if (!wrong.isEmpty()) {
      throw new InvalidInput(wrong);
    }
    return store(referral, content, now);
  }

  /**
   * Keeps the content; answers the classes written, of the compartments only those that changed.
   */
  private Set<DataClass> store(Referral referral, ReferralContent content, Instant now) {
    ReferralType type = receivers.type(sender(referral), content.to()).orElse(null);
    referral.describe(content, type, team(content.to()), now);
    referrals.identity(referral.id()).orElseThrow().set(content.person());
    referrals.needs(referral.id()).orElseThrow().set(content.needs());
    referrals.incident(referral.id()).orElseThrow().set(content.incident());
    referrals.flush();
    Set<DataClass> written = EnumSet.copyOf(Sharings.CORE);
    Set<Compartment> drafted = Compartment.among(gate.access(referral).shown());
    Further stored = compartments.read(referral.id(), drafted);
    for (Compartment compartment : drafted) {
      Map<String, String> texts = content.further().of(compartment);
      if (!texts.equals(stored.of(compartment))) {
        compartments.write(referral.id(), compartment, texts);
        written.add(compartment.dataClass());
      }
    }
    return written;
  }

  private List<FieldError> wrong(Referral referral, ReferralContent content) {
    Agency sender = sender(referral);
    List<FieldError> wrong = new ArrayList<>();
    receivers.wrong(sender, content.to()).ifPresent(wrong::add);
    wrong.addAll(rules.wrong(content, sender, codeLists.today()));
    Set<DataClass> drafted = gate.access(referral).shown();
    content.further().held().stream()
        .filter(compartment -> !drafted.contains(compartment.dataClass()))
        .map(compartment -> new FieldError(compartment.key(), "not-yours"))
        .forEach(wrong::add);
    return wrong;
  }

  private Agency sender(Referral referral) {
    return agencies.find(referral.fromAgency()).orElseThrow();
  }

  private String team(String to) {
    return Optional.ofNullable(to).flatMap(agencies::find).map(Agency::receivingTeam).orElse(null);
  }

  private static ReferralContent tidy(ReferralContent content) {
    Incident incident = content.incident();
    return content.withIncident(
        new Incident(
            incident.category(),
            incident.narrative(),
            incident.occurred(),
            incident.locationType(),
            incident.place(),
            incident.postcode() == null
                ? null
                : Postcode.parse(incident.postcode())
                    .map(Postcode::text)
                    .orElse(incident.postcode()),
            incident.perceivedBy()));
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
