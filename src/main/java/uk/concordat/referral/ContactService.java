package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.Access;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Permissions;
import uk.concordat.access.RecordFacts;
import uk.concordat.access.Refused;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.Verb;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.codelist.CodeListRepository;

/**
 * What the person harmed was told, and when (domain.md 3.5, 7.2). Each method is one transaction
 * and writes its ledger entry; all throw {@link uk.concordat.kernel.NotFound} where the caller may
 * not see the record.
 */
@ApplicationScoped
public class ContactService {
  /**
   * Whoever works on it or manages that; at the agency that sent it, whoever answers for it; at
   * either, whoever works the Victims' Code clock.
   */
  private static final List<Mover> KEEPERS =
      List.of(Mover.WORKER, Mover.FOLLOWER, Mover.TIMEKEEPER);

  @Inject ReferralService service;
  @Inject ReferralGate gate;
  @Inject ContactRepository contacts;
  @Inject ReferralRepository referrals;
  @Inject IdempotencyKeys keys;
  @Inject CodeListRepository codeLists;
  @Inject Permissions permissions;
  @Inject SaidBack saidBack;
  @Inject Ledger ledger;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /** The latest 100 contacts, newest first, as far as the caller sees them. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public List<Contact> contacts(String reference) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    RecordFacts facts = gate.facts(referral.header());
    Access access = gate.access(facts);
    List<Contact> seen =
        new ContactSight(access, current.get().agency(), referral.participation().contentUntil())
            .of(contacts.of(referral.id()));
    Set<DataClass> shown = EnumSet.of(DataClass.D1);
    shown.addAll(ContactSight.classes(seen));
    Entry entry =
        Entry.of(
            Verb.CONSULT, Action.REFERRAL_READ.code(), referral.id(), referral.version(), shown);
    Set<String> agreements = gate.agreements(facts, access, shown);
    Footing footing = referral.matter().footing();
    ledger.append(
        agreements.isEmpty()
            ? entry
            : entry.under(agreements, footing.purpose(), footing.lawfulBasis()));
    return seen;
  }

  /**
   * The referral for whoever may log a contact on it, with what makes contact safe.
   *
   * @throws Refused where the role never does
   * @throws GuardRefused {@code not-permitted} where somebody else does
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView open(String reference) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    keeper(referral);
    return service.consulted(referral, Action.REFERRAL_READ);
  }

  /**
   * Writes down a contact, an attempt, or why there is none. What the receiver told, or is excused
   * from, ends the limit of the first contact and sets the 28 days of the news anew, counted from
   * when it was.
   *
   * @param key the same key with the same contact answers the first one again; null for none
   * @param digest of what was sent, beside the key
   * @throws uk.concordat.kernel.InvalidInput with everything that is wrong
   * @throws Refused where the role never does
   * @throws GuardRefused {@code not-permitted} where somebody else does
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Contact log(String reference, ContactContent content, String key, String digest) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    Action action = keeper(referral);
    Caller caller = current.get();
    String ours = referral.reference() + " " + digest;
    if (key != null) {
      Optional<String> first = keys.made(caller.subject(), key, ours);
      if (first.isPresent()) {
        return again(referral, UUID.fromString(first.get()));
      }
    }
    var rules = new ContactRules(codeLists.today(), clock.instant());
    rules.check(content).throwIfAny();
    UUID id = contacts.add(referral.id(), content, rules.at(content), caller);
    if (key != null) {
      keys.keep(caller.subject(), key, ours, id.toString());
    }
    HeaderContent before = HeaderContent.of(referral);
    boolean ends = rules.endsLimit(content) && contacts.endsLimit(id);
    Contact contact = contacts.find(referral.id(), id);
    ledger.append(
        entry(action, referral, DataClass.D4)
            .changing(DataClass.D4.name(), new Change(null, content)));
    Entry told = entry(action, referral, DataClass.D16);
    if (ends) {
      referrals.refresh(referral);
      told =
          entry(action, referral, DataClass.D1, DataClass.D16)
              .changing(DataClass.D1.name(), new Change(before, HeaderContent.of(referral)));
    }
    told =
        told.changing(DataClass.D16.name(), new Change(null, ContactSight.withoutWords(contact)));
    ledger.append(reaches(referral) ? saidBack.of(told, referral) : told);
    return contact;
  }

  /** What the key stood for before; reading it is in the ledger. */
  private Contact again(Referral referral, UUID id) {
    ledger.append(
        Entry.of(
            Verb.CONSULT,
            Action.REFERRAL_READ.code(),
            referral.id(),
            referral.version(),
            List.of(DataClass.D4, DataClass.D16)));
    return contacts.find(referral.id(), id);
  }

  private static Entry entry(Action action, Referral referral, DataClass... classes) {
    return Entry.of(
        Verb.COLLECT, action.code(), referral.id(), referral.version(), List.of(classes));
  }

  /** Whether the other agency still learns of it: not once its sight of the content is over. */
  private boolean reaches(Referral referral) {
    Instant until = referral.participation().contentUntil();
    return !referral.recalled()
        && referral.state() != ReferralState.CANCELLED_IN_ERROR
        && (until == null || clock.instant().isBefore(until));
  }

  /** By which action the caller may log one. */
  private Action keeper(Referral referral) {
    List<Action> actions = KEEPERS.stream().flatMap(one -> one.actions().stream()).toList();
    String role = current.get().role();
    Action first =
        actions.stream()
            .filter(action -> permissions.has(role, action))
            .findFirst()
            .orElseThrow(
                () -> {
                  refusals.record(actions.get(0).code(), "role-lacks-action", referral.id());
                  return new Refused(actions.get(0));
                });
    return gate.contactKeeper(referral.header(), gate.access(referral))
        .orElseThrow(
            () -> {
              refusals.record(first.code(), "not-permitted", referral.id());
              return new GuardRefused("not-permitted");
            });
  }
}
