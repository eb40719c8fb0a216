package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.audit.Change;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.Verb;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.document.Document;
import uk.concordat.document.DocumentRepository;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.Reference;
import uk.concordat.kernel.StaleVersion;

/**
 * Drafting referrals. Each method is one transaction, asks one permission and writes its ledger
 * entry. All throw {@link NotFound} where the caller may not see the record or there is none, and
 * {@link InvalidInput} with every field that is wrong.
 */
@ApplicationScoped
public class DraftService {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Inject ReferralService service;
  @Inject ReferralRepository referrals;
  @Inject IdempotencyKeys keys;
  @Inject AgencyRepository agencies;
  @Inject DocumentRepository documents;
  @Inject Sharings sharings;
  @Inject SubmitRules submitRules;
  @Inject DraftWriter writer;
  @Inject Moving moving;
  @Inject Projection projection;
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
        return service.consulted(
            service.visible(first.get().text(), Action.REFERRAL_CREATE), Action.REFERRAL_CREATE);
      }
    }
    Instant now = clock.instant();
    var referral = new Referral(referrals.nextReference(now.atZone(LONDON).getYear()), caller, now);
    referrals.add(referral);
    Set<DataClass> written = writer.write(referral, content, now);
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
    Set<DataClass> written = writer.write(draft, change.apply(stored), clock.instant());
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
    ReferralContent given = DraftWriter.tidy(change.apply(stored));
    List<FieldError> refused = writer.wrong(draft, given);
    Set<DataClass> written =
        writer.store(draft, new Salvage(refused).of(given, stored), clock.instant());
    return new Kept(written(Verb.ALTER, draft, stored, written), refused);
  }

  /**
   * Erases the caller's own draft for good; nothing of it has been sent.
   *
   * @param version the version the caller saw
   * @throws StaleVersion when it has changed since
   * @throws ImpossibleMove when it is no draft any more
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public void discard(String reference, String version) {
    documents.hold(reference); // what is attached to it now is erased with it, and is to be told
    Referral draft = moving.ready(reference, version, Move.DISCARD).referral();
    ReferralContent stored = stored(draft);
    Set<DataClass> erased = referrals.drafted(draft.id());
    List<Document> attached = documents.of(draft.id());
    Entry entry =
        Entry.of(Verb.ERASE, Action.REFERRAL_SUBMIT.code(), draft.id(), draft.version(), erased)
            .changing(new ContentChange(stored, ReferralContent.EMPTY).byClass());
    ledger.append(
        attached.isEmpty()
            ? entry
            : entry.changing(
                "documents", new Change(attached.stream().map(Document::facts).toList(), null)));
    referrals.discard(draft);
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

  private Referral draft(String reference, String version) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
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
}
