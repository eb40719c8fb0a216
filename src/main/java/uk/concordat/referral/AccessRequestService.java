package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.access.AccessRequest;
import uk.concordat.access.AccessRequestRepository;
import uk.concordat.access.Action;
import uk.concordat.access.Cover;
import uk.concordat.access.DataClass;
import uk.concordat.access.FactsRepository;
import uk.concordat.access.GlassRepository;
import uk.concordat.access.NoticeRepository;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.Verb;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.Reference;
import uk.concordat.kernel.StaleVersion;

/**
 * The normal way to a record that somebody does not see: ask the agency that holds it. The answer
 * to a request is the same whether the reference names a record or not.
 */
@ApplicationScoped
public class AccessRequestService {
  private static final String TYPE = "access-request";
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Inject AccessRequestRepository requests;
  @Inject GlassRepository glasses;
  @Inject ReferralService service;
  @Inject ReferralGate gate;
  @Inject FactsRepository facts;
  @Inject NoticeRepository notices;
  @Inject CodeListRepository codeLists;
  @Inject Ledger ledger;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /**
   * Asks for sight of classes of a record.
   *
   * @param purpose code of list {@code purpose}
   * @param duration code of list {@code access-duration}
   * @throws GuardRefused {@code stopped} after five wrong references within an hour
   */
  @Transactional
  @Requires(Action.ACCESS_REQUEST)
  public AccessRequest ask(
      String reference,
      Collection<DataClass> classes,
      String purpose,
      String why,
      String duration) {
    var findings = new Findings();
    Reference typed = Reference.parse(reference == null ? "" : reference).orElse(null);
    findings.required(reference, "reference");
    findings.add(
        typed == null && reference != null && !reference.isBlank(), "reference", "invalid");
    findings.add(classes.isEmpty(), "dataClasses", "required");
    code(findings, "purpose", purpose, "purpose");
    findings.required(why, "why");
    findings.typed(2_000, why, "why");
    code(findings, "access-duration", duration, "duration");
    findings.throwIfAny();
    if (glasses.stopped()) {
      throw refused(Action.ACCESS_REQUEST, "stopped", null);
    }
    Set<DataClass> wanted = EnumSet.of(DataClass.D1);
    wanted.addAll(classes);
    UUID id = requests.ask(typed.text(), wanted, purpose, why, duration);
    record(List.of(id));
    return requests.find(id).orElseThrow();
  }

  /** What can be asked for, in the order of the classes; the header always comes with it. */
  @Transactional
  @Requires(Action.ACCESS_REQUEST)
  public List<DataClass> choices() {
    return DataClass.ofRecord().stream().filter(one -> one != DataClass.D1).toList();
  }

  /** The caller's own requests and those that they may decide on, newest first. */
  @Transactional
  @Requires(Action.ACCESS_REQUEST)
  public List<AccessRequest> all() {
    List<AccessRequest> all = requests.all();
    record(all.stream().map(AccessRequest::id).toList());
    return all;
  }

  /** One request that concerns the caller; what they were told about it counts as seen. */
  @Transactional
  @Requires(Action.ACCESS_REQUEST)
  public AccessRequest read(UUID id) {
    AccessRequest request = find(id);
    notices.seenAbout(id);
    record(List.of(id));
    return request;
  }

  /**
   * Lets the requester see some or all of what they asked for, from their next request on.
   *
   * @throws NotCovered where it would cross agencies without an agreement
   */
  @Transactional
  @Requires(Action.ACCESS_DECIDE)
  public AccessRequest approve(UUID id, long version, Collection<DataClass> classes, String text) {
    AccessRequest request = open(id, version);
    Referral referral = held(request);
    optional(text);
    Set<DataClass> given = EnumSet.of(DataClass.D1);
    (classes.isEmpty() ? request.dataClasses() : classes)
        .stream().filter(request.dataClasses()::contains).forEach(given::add);
    List<String> agreements =
        request.agency().equals(referral.route().fromAgency())
            ? List.of()
            : covered(referral, request, given);
    Instant until = until(request.duration());
    requests.grant(referral.id(), request, given, until, current.get());
    move(request, "APPROVED", text);
    requests.given(request, given, until);
    ledger.append(
        Entry.of(
                Verb.DISCLOSE,
                Action.ACCESS_DECIDE.code(),
                referral.id(),
                referral.version(),
                given)
            .changing(DataClass.D1.name(), new Change(null, sight(request, given, until)))
            .disclosedTo(request.agency(), agreements, request.purpose(), null));
    return find(id);
  }

  /** Says no, and why. */
  @Transactional
  @Requires(Action.ACCESS_DECIDE)
  public AccessRequest refuse(UUID id, long version, String text) {
    return decided(id, version, "REFUSED", text);
  }

  /** Asks the requester something first. */
  @Transactional
  @Requires(Action.ACCESS_DECIDE)
  public AccessRequest askBack(UUID id, long version, String question) {
    return decided(id, version, "QUESTIONED", question);
  }

  /** Answers what the decider asked. */
  @Transactional
  @Requires(Action.ACCESS_REQUEST)
  public AccessRequest answer(UUID id, long version, String answer) {
    return own(id, version, "ASKED", answer);
  }

  /** Takes the request back. */
  @Transactional
  @Requires(Action.ACCESS_REQUEST)
  public AccessRequest withdraw(UUID id, long version) {
    return own(id, version, "WITHDRAWN", "Withdrawn by the requester");
  }

  /** Ends the sight that was given, from the requester's next request on. */
  @Transactional
  @Requires(Action.ACCESS_DECIDE)
  public AccessRequest revoke(UUID id, long version) {
    AccessRequest request = find(id);
    if (request.version() != version) {
      throw new StaleVersion();
    }
    Referral referral = held(request);
    if (!requests.revoke(referral.id(), request.requester())) {
      throw refused(Action.ACCESS_DECIDE, "nothing-to-revoke", referral.id());
    }
    requests.ended(request);
    notices.tell(request.requester(), "ACCESS_DECIDED", request.reference(), id);
    ledger.append(
        Entry.of(
                Verb.ALTER,
                Action.ACCESS_DECIDE.code(),
                referral.id(),
                referral.version(),
                request.given())
            .changing(
                DataClass.D1.name(),
                new Change(sight(request, request.given(), request.givenUntil()), null)));
    return find(id);
  }

  private AccessRequest decided(UUID id, long version, String status, String text) {
    AccessRequest request = open(id, version);
    Referral referral = held(request);
    required(text);
    move(request, status, text);
    ledger.append(
        Entry.of(
            Verb.ALTER,
            Action.ACCESS_DECIDE.code(),
            referral.id(),
            referral.version(),
            Set.of(DataClass.D1)));
    return find(id);
  }

  private AccessRequest own(UUID id, long version, String status, String text) {
    AccessRequest request = open(id, version);
    boolean fits = request.mine() && (!status.equals("ASKED") || request.question() != null);
    if (!fits) {
      throw refused(Action.ACCESS_REQUEST, "not-permitted", null);
    }
    required(text);
    move(request, status, text);
    record(List.of(id));
    return find(id);
  }

  /**
   * The entry names the request, not the record: to whoever asked it must say nothing of whether
   * there is one. Nobody's data is shown by it either.
   */
  private void record(List<UUID> requests) {
    ledger.append(
        Entry.listed(Action.ACCESS_REQUEST.code(), requests, Set.<DataClass>of()).about(TYPE));
  }

  private AccessRequest find(UUID id) {
    return requests
        .find(id)
        .orElseThrow(
            () -> {
              refusals.record(Action.ACCESS_REQUEST.code(), "not-visible", null);
              return new NotFound();
            });
  }

  private AccessRequest open(UUID id, long version) {
    AccessRequest request = find(id);
    if (request.version() != version) {
      throw new StaleVersion();
    }
    if (!request.open()) {
      throw refused(Action.ACCESS_REQUEST, "decided-already", null);
    }
    return request;
  }

  /** The record, where it is the caller's to decide on it and not on their own request. */
  private Referral held(AccessRequest request) {
    Referral referral = service.visible(request.reference(), Action.ACCESS_DECIDE);
    if (request.mine() || !gate.access(referral).permits(Action.ACCESS_DECIDE)) {
      throw refused(Action.ACCESS_DECIDE, "not-permitted", referral.id());
    }
    return referral;
  }

  /** The refusal, once it is in the ledger. */
  private GuardRefused refused(Action action, String code, UUID record) {
    refusals.record(action.code(), code, record);
    return new GuardRefused(code);
  }

  private List<String> covered(Referral referral, AccessRequest request, Set<DataClass> given) {
    Cover cover = facts.covered(referral.route().fromAgency(), request.agency(), request.purpose());
    Set<DataClass> covered = cover.classes();
    Set<DataClass> missing =
        given.stream().filter(one -> !covered.contains(one)).collect(Collectors.toSet());
    if (!missing.isEmpty()) {
      refusals.record(Action.ACCESS_DECIDE.code(), "no-agreement", referral.id());
      throw covered.isEmpty() ? NotCovered.forPurpose() : NotCovered.forClasses(missing);
    }
    return cover.agreements(given);
  }

  /** What somebody is let see, in the form in which the ledger takes a digest of it. */
  private static Map<String, Object> sight(
      AccessRequest request, Set<DataClass> classes, Instant until) {
    Map<String, Object> sight = new HashMap<>();
    sight.put("subject", request.requester());
    sight.put("dataClasses", classes);
    sight.put("until", until == null ? null : until.truncatedTo(ChronoUnit.MICROS));
    return sight;
  }

  private void move(AccessRequest request, String status, String text) {
    if (!requests.moved(request, status, text, current.get())) {
      throw new StaleVersion();
    }
    if (!request.mine()) {
      notices.tell(
          request.requester(),
          status.equals("QUESTIONED") ? "ACCESS_QUESTIONED" : "ACCESS_DECIDED",
          request.reference(),
          request.id());
    } else if (status.equals("ASKED")) {
      notices.tellDeciders(request.id());
    }
  }

  private Instant until(String duration) {
    Instant now = clock.instant();
    return switch (duration) {
      case "TODAY" -> now.atZone(LONDON).toLocalDate().plusDays(1).atStartOfDay(LONDON).toInstant();
      case "SEVEN_DAYS" -> now.plus(Duration.ofDays(7));
      case "TWENTY_EIGHT_DAYS" -> now.plus(Duration.ofDays(28));
      default -> null;
    };
  }

  private void code(Findings findings, String list, String code, String field) {
    findings.required(code, field);
    findings.add(code != null && !codeLists.today().has(list, code), field, "unknown");
  }

  private static void optional(String text) {
    var findings = new Findings();
    findings.typed(2_000, text, "text");
    findings.throwIfAny();
  }

  private static void required(String text) {
    var findings = new Findings();
    findings.required(text, "text");
    findings.typed(2_000, text, "text");
    findings.throwIfAny();
  }
}
