package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
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
import uk.concordat.kernel.Reference;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.IdempotencyKeys;

/**
 * Writing incidents down. Each method is one transaction, asks one permission and writes its ledger
 * entry. All throw {@link NotFound} where the caller may not see the draft or there is none.
 */
@ApplicationScoped
public class IncidentDraftService {
  private static final int MOST_DRAFTS = 20;
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Inject IncidentRepository incidents;
  @Inject IncidentGate gate;
  @Inject IncidentProjection projection;
  @Inject IncidentListing listing;
  @Inject IncidentRules rules;
  @Inject IncidentRelease release;
  @Inject CodeListRepository codeLists;
  @Inject IdempotencyKeys keys;
  @Inject Ledger ledger;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /**
   * The caller's own drafts, newest first, at most twenty: whoever logs incidents finds again what
   * they began, whether or not their role reads what has been logged.
   */
  @Transactional
  @Requires(Action.INCIDENT_CREATE)
  public List<IncidentSummary> drafts() {
    var own = new IncidentQuery(IncidentState.DRAFT, null, null, null, MOST_DRAFTS, null);
    IncidentPage page = listing.page(own, current.get());
    ledger.append(page.entry(Action.INCIDENT_CREATE));
    return page.incidents();
  }

  /** Starts a draft that only the caller sees. */
  @Transactional
  @Requires(Action.INCIDENT_CREATE)
  public IncidentView start() {
    Incident draft = added(clock.instant());
    IncidentView view = projection.view(draft);
    ledger.append(entry(Verb.COLLECT, draft, IncidentProjection.PARTS));
    return view;
  }

  /**
   * Changes as much of the caller's own draft as can be stored: one wrong answer does not cost the
   * others.
   *
   * @param version the version the caller changed
   * @throws StaleVersion when it has changed since
   * @throws AlreadyLogged when it is no draft any more
   */
  @Transactional
  @Requires(Action.INCIDENT_CREATE)
  public KeptIncident keep(
      String reference, String version, UnaryOperator<IncidentContent> change) {
    Incident draft = draft(reference, version);
    IncidentContent stored = projection.view(draft).content();
    IncidentContent given = change.apply(stored).tidy();
    List<FieldError> refused = rules.wrong(given, codeLists.today());
    IncidentContent kept = IncidentSalvage.from(refused).of(given, stored);
    write(draft, kept, clock.instant());
    ledger.append(
        entry(Verb.ALTER, draft, IncidentProjection.PARTS).changing(changes(stored, kept)));
    return new KeptIncident(projection.view(draft), refused, rules.missing(kept));
  }

  /**
   * Logs the caller's own draft: from here on the agency that holds it reads it.
   *
   * @param version the version the caller checked
   * @return its reference
   * @throws InvalidInput with everything that is missing
   * @throws StaleVersion when it has changed since
   * @throws AlreadyLogged when it is no draft any more
   * @throws uk.concordat.referral.NotCovered where no agreement lets it go to its holder
   */
  @Transactional
  @Requires(Action.INCIDENT_CREATE)
  public String log(String reference, String version) {
    Incident draft = draft(reference, version);
    IncidentContent content = projection.view(draft).content();
    complete(List.of(), content);
    return logged(draft, content, entry(Verb.ALTER, draft, IncidentRelease.parts(content)));
  }

  /**
   * Logs an incident at once.
   *
   * @param key what the client calls this create, or null; the same key with the same digest
   *     answers the first incident's reference again
   * @param digest of what the client sent with the key
   * @return its reference: whoever logs an incident may not be one who reads it
   * @throws InvalidInput with everything that is wrong or missing
   * @throws uk.concordat.referral.NotCovered where no agreement lets it go to its holder
   */
  @Transactional
  @Requires(Action.INCIDENT_CREATE)
  public String create(IncidentContent given, String key, String digest) {
    Caller caller = current.get();
    String ours = "incident/" + digest; // one key may not stand for another operation
    if (key != null) {
      Optional<Reference> first = keys.find(caller.subject(), key, ours);
      if (first.isPresent()) {
        return again(first.get().text());
      }
    }
    IncidentContent content = given.tidy();
    complete(rules.wrong(content, codeLists.today()), content);
    Instant now = clock.instant();
    Incident incident = added(now);
    write(incident, content, now);
    if (key != null) {
      keys.keep(caller.subject(), key, ours, incident.reference());
    }
    Entry entry =
        entry(Verb.COLLECT, incident, IncidentRelease.parts(content))
            .changing(changes(IncidentContent.EMPTY, content));
    return logged(incident, content, entry);
  }

  private String again(String reference) {
    List<UUID> seen = gate.find(reference).map(Incident::id).stream().toList();
    ledger.append(
        Entry.listed(Action.INCIDENT_CREATE.code(), seen, List.<Verb>of()).about(Entry.INCIDENT));
    return reference;
  }

  private Incident added(Instant now) {
    var incident =
        new Incident(incidents.nextReference(now.atZone(LONDON).getYear()), current.get(), now);
    incidents.add(incident);
    return incident;
  }

  private Incident draft(String reference, String version) {
    Incident incident = gate.visible(reference, Action.INCIDENT_CREATE);
    if (incident.state() != IncidentState.DRAFT) {
      refusals.record(
          Action.INCIDENT_CREATE.code(), "impossible-move", Entry.INCIDENT, incident.id());
      throw new AlreadyLogged();
    }
    if (!projection.version(incident).equals(version)) {
      throw new StaleVersion();
    }
    return incident;
  }

  private void write(Incident draft, IncidentContent content, Instant now) {
    draft.describe(content, now);
    incidents.account(draft.id()).orElseThrow().set(content.account());
    incidents.identity(draft.id()).orElseThrow().set(content.person());
    incidents.flush();
  }

  private void complete(List<FieldError> wrong, IncidentContent content) {
    List<FieldError> all = new ArrayList<>(wrong);
    all.addAll(rules.missing(content));
    if (!all.isEmpty()) {
      throw new InvalidInput(all);
    }
  }

  private String logged(Incident draft, IncidentContent content, Entry entry) {
    Optional<Entry> released = release.released(draft, content, entry);
    if (!incidents.log(draft, clock.instant())) {
      throw new StaleVersion();
    }
    ledger.append(entry);
    released.ifPresent(ledger::append);
    return draft.reference();
  }

  private static Entry entry(Verb verb, Incident incident, Set<DataClass> parts) {
    return Entry.of(verb, Action.INCIDENT_CREATE.code(), incident.id(), incident.version(), parts)
        .about(Entry.INCIDENT);
  }

  private static Map<String, Change> changes(IncidentContent old, IncidentContent now) {
    Map<String, Change> changes = new HashMap<>();
    changes.put(
        "D1",
        new Change(
            Map.of("strands", old.strands(), "others", old.others()),
            Map.of("strands", now.strands(), "others", now.others())));
    changes.put("D5", new Change(old.account(), now.account()));
    if (Boolean.TRUE.equals(old.person().known()) || Boolean.TRUE.equals(now.person().known())) {
      changes.put("D2", new Change(old.person(), now.person()));
    }
    return changes;
  }
}
