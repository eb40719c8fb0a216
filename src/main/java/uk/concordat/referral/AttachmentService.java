package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.Cover;
import uk.concordat.access.DataClass;
import uk.concordat.access.Permissions;
import uk.concordat.access.Refused;
import uk.concordat.access.Requires;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.audit.Change;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.Verb;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.document.CheckedFile;
import uk.concordat.document.Document;
import uk.concordat.document.DocumentRepository;
import uk.concordat.kernel.InvalidInput;

/**
 * Attaching documents to a referral, withdrawing and erasing them. Each method is one transaction
 * and writes its ledger entry; all throw {@link uk.concordat.kernel.NotFound} where the caller may
 * not see the record, or not that document of it, {@link Refused} where their role never does this,
 * and {@link GuardRefused} {@code not-permitted} where it is not theirs to do now.
 */
@ApplicationScoped
public class AttachmentService {
  private static final int WORDS = 2_000;

  @Inject ReferralService service;
  @Inject DocumentService reading;
  @Inject ReferralGate gate;
  @Inject DocumentGate documentGate;
  @Inject DocumentRepository documents;
  @Inject Sharings sharings;
  @Inject SubmitGuard submitGuard;
  @Inject FileForms forms;
  @Inject ReferralRepository referrals;
  @Inject AgencyRepository agencies;
  @Inject IdempotencyKeys keys;
  @Inject Permissions permissions;
  @Inject Ledger ledger;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /**
   * Asks whether the caller may attach a file under that class now, before it is read.
   *
   * @param dataClass null where none was chosen
   * @param key null for none; where it made something already, the file says what the answer is
   * @throws InvalidInput with what is wrong with the class, or that there is no room
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public void ask(String reference, DataClass dataClass, String key) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    if (key == null || !keys.used(key)) {
      attaching(referral, dataClass);
      documents.room(referral.id(), dataClass, 1);
    }
  }

  /**
   * Asks the same before a file is looked at.
   *
   * @param dataClass null where none was chosen
   * @param key null for none
   * @param digest of what was sent, beside the key
   * @return the document that the same key made already, whatever became of the referral since;
   *     empty where it made none
   * @throws InvalidInput with what is wrong with the class
   * @throws GuardRefused also {@code document-gone}, where that was erased, or is not theirs to see
   *     any more
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Optional<Document> asked(
      String reference, DataClass dataClass, String key, String digest) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    Optional<Document> first = made(referral, key, digest);
    if (first.isEmpty()) {
      attaching(referral, dataClass);
    }
    return first;
  }

  /**
   * Keeps a checked file under a class, where it may still be attached. Once the referral was sent,
   * what its sender attaches is disclosed to the receiver, as far as that sees the class, by the
   * agreements in force.
   *
   * @param dataClass null where none was chosen
   * @param form which form of a file for prosecutors it is; null for every other document
   * @param key the same key with the same file answers the first document again; null for none
   * @param digest of what was sent, beside the key
   * @throws InvalidInput with what is wrong with the class or the form
   * @throws NotCovered where no agreement in force lets the class go to the receiver
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Document keep(
      String reference,
      DataClass dataClass,
      String form,
      CheckedFile checked,
      String key,
      String digest) {
    // Whether it goes to the receiver must still be so when it is there: nothing is sent or erased
    // meanwhile.
    documents.hold(reference);
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    Optional<Document> first = made(referral, key, digest);
    if (first.isPresent()) {
      return first.get();
    }
    DocumentSight sight = attaching(referral, dataClass);
    forms.check(referral, dataClass, form);
    Caller caller = current.get();
    boolean goes = goes(referral, dataClass);
    Cover cover = goes ? submitGuard.cover(referral, List.of(dataClass), sight.action()) : null;
    Instant now = clock.instant();
    DocumentRepository.Kept kept =
        documents.add(referral.id(), dataClass, form, checked, caller, now);
    Document document = kept.document();
    if (key != null) {
      keys.keep(caller.subject(), key, ours(referral, digest), document.id().toString());
    }
    if (!kept.fresh()) {
      return reading.find(reference, document.id());
    }
    ledger.append(
        entry(Verb.COLLECT, sight, referral, document)
            .changing(dataClass.name(), new Change(null, document.facts())));
    if (goes) {
      disclose(referral, sight, document, cover, now);
    }
    return document;
  }

  private DocumentSight attaching(Referral referral, DataClass dataClass) {
    DocumentSight sight = attaching(referral);
    if (!sight.attaches(dataClass)) {
      throw new InvalidInput("dataClass", dataClass == null ? "required" : "unknown");
    }
    return sight;
  }

  private Optional<Document> made(Referral referral, String key, String digest) {
    return key == null
        ? Optional.empty()
        : keys.made(current.get().subject(), key, ours(referral, digest))
            .map(id -> again(referral, UUID.fromString(id)));
  }

  /** What the key made; where that was erased, it makes nothing else. */
  private Document again(Referral referral, UUID id) {
    if (documents.find(referral.id(), id).filter(sight(referral)::sees).isEmpty()) {
      throw refused(referral, role(referral), "document-gone");
    }
    return reading.find(referral.reference(), id);
  }

  private static String ours(Referral referral, String digest) {
    return referral.reference() + " " + digest;
  }

  /**
   * Withdraws a document of the caller's agency from a referral that was sent, however that stands
   * by now: its bytes are served to nobody any more, and that there was one, and why it was
   * withdrawn, stays.
   *
   * @param reason in words
   * @throws GuardRefused also {@code withdrawn-already}
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Document withdraw(String reference, UUID id, String reason) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    Document document = reading.visible(referral, id, Action.REFERRAL_READ);
    Action first = role(referral);
    DocumentSight sight = sight(referral);
    if (!sight.withdraws(document)) {
      throw refused(referral, first, "not-permitted");
    }
    var findings = new Findings();
    findings.required(reason, "reason");
    findings.typed(WORDS, reason, "reason");
    findings.throwIfAny();
    if (!documents.withdraw(document, reason, current.get(), clock.instant())) {
      throw refused(referral, first, "withdrawn-already");
    }
    ledger.append(
        entry(Verb.ALTER, sight, referral, document)
            .changing(document.dataClass().name(), new Change(document.facts(), reason)));
    return documents.find(referral.id(), id).orElseThrow();
  }

  /** Erases a document that the caller attached to a draft; nothing of it has been sent. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public void erase(String reference, UUID id) {
    documents.hold(reference); // or it is on its way already
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    Document document = reading.visible(referral, id, Action.REFERRAL_READ);
    Action first = role(referral);
    DocumentSight sight = sight(referral);
    if (!sight.erases(document) || !documents.erase(document, clock.instant())) {
      throw refused(referral, first, "not-permitted");
    }
    ledger.append(
        entry(Verb.ERASE, sight, referral, document)
            .changing(document.dataClass().name(), new Change(document.facts(), null)));
  }

  /** What the caller may attach; that they may is what this asks. */
  private DocumentSight attaching(Referral referral) {
    Action first = role(referral);
    DocumentSight sight = sight(referral);
    if (sight.attachable().isEmpty()) {
      throw refused(referral, first, "not-permitted");
    }
    return sight;
  }

  private DocumentSight sight(Referral referral) {
    return documentGate.sight(referral, gate.access(referral));
  }

  /** By which action somebody of the caller's role attaches at all. */
  private Action role(Referral referral) {
    return DocumentGate.ACTIONS.stream()
        .filter(action -> permissions.has(current.get().role(), action))
        .findFirst()
        .orElseThrow(
            () -> {
              Action lacked = DocumentGate.ACTIONS.get(0);
              refusals.record(lacked.code(), "role-lacks-action", referral.id());
              return new Refused(lacked);
            });
  }

  private GuardRefused refused(Referral referral, Action action, String code) {
    refusals.record(action.code(), code, referral.id());
    return new GuardRefused(code);
  }

  /** Whether the receiver comes to see it: not a draft's, nor once its sight has ended. */
  private boolean goes(Referral referral, DataClass dataClass) {
    Instant until = referral.participation().contentUntil();
    return referral.state() != ReferralState.DRAFT
        && current.get().agency().equals(referral.route().fromAgency())
        && (until == null || clock.instant().isBefore(until))
        && sharings.whole(
            referral.route().toAgency(), dataClass, referral.participation().agreed());
  }

  private void disclose(
      Referral referral, DocumentSight sight, Document document, Cover cover, Instant now) {
    String regime = agencies.find(referral.route().fromAgency()).orElseThrow().regime();
    referrals.add(new Disclosure(referral, document.dataClass(), regime, now));
    Footing footing = referral.matter().footing();
    ledger.append(
        entry(Verb.DISCLOSE, sight, referral, document)
            .disclosedTo(
                referral.route().toAgency(),
                cover.agreements(List.of(document.dataClass())),
                footing.purpose(),
                footing.lawfulBasis()));
  }

  /** What the receiver's side attaches is its own, which the sender's trail leaves out. */
  private Entry entry(Verb verb, DocumentSight sight, Referral referral, Document document) {
    boolean senders = document.holder().equals(referral.route().fromAgency());
    return Entry.of(
        verb,
        (senders ? sight.action() : Action.CASEWORK_READ).code(),
        referral.id(),
        referral.version(),
        List.of(document.dataClass()));
  }
}
