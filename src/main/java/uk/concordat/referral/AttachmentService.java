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
import uk.concordat.document.FileCheck;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.Reference;

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
  @Inject FileCheck check;
  @Inject Sharings sharings;
  @Inject SubmitGuard submitGuard;
  @Inject ReferralRepository referrals;
  @Inject AgencyRepository agencies;
  @Inject IdempotencyKeys keys;
  @Inject Permissions permissions;
  @Inject Ledger ledger;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /**
   * Attaches a file under a class. Once the referral was sent, what its sender attaches is
   * disclosed to the receiver, as far as that sees the class, by the agreements in force.
   *
   * @param dataClass null where none was chosen
   * @param name that the file came with; null for none
   * @param key the same key with the same file answers the first document again; null for none
   * @param digest of what was sent, beside the key
   * @throws InvalidInput with what is wrong with the file or the class
   * @throws uk.concordat.document.ScannerAway where it should be scanned and cannot be
   * @throws NotCovered where no agreement in force lets the class go to the receiver
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Document attach(
      String reference, DataClass dataClass, String name, byte[] file, String key, String digest) {
    // Whether it goes to the receiver must still be so when it is there: nothing is sent or erased
    // meanwhile.
    Reference.parse(reference).map(Reference::text).ifPresent(documents::hold);
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    DocumentSight sight = attaching(referral);
    if (!sight.attaches(dataClass)) {
      throw new InvalidInput("dataClass", dataClass == null ? "required" : "unknown");
    }
    Caller caller = current.get();
    String ours = referral.reference() + " " + digest;
    if (key != null) {
      Optional<String> first = keys.made(caller.subject(), key, ours);
      if (first.isPresent()) {
        return reading.find(reference, UUID.fromString(first.get()));
      }
    }
    boolean goes = goes(referral, dataClass);
    Cover cover = goes ? submitGuard.cover(referral, List.of(dataClass), sight.action()) : null;
    CheckedFile checked = check.check(name, file);
    Instant now = clock.instant();
    Document document = documents.add(referral.id(), dataClass, checked, caller, now);
    if (key != null) {
      keys.keep(caller.subject(), key, ours, document.id().toString());
    }
    ledger.append(
        entry(Verb.COLLECT, sight, referral, document)
            .changing(dataClass.name(), new Change(null, document.facts())));
    if (goes) {
      disclose(referral, sight, document, cover, now);
    }
    return document;
  }

  /**
   * Withdraws a document of the caller's agency from a referral that was sent: its bytes are served
   * to nobody any more, and that there was one, and why it was withdrawn, stays.
   *
   * @param reason in words
   * @throws GuardRefused also {@code withdrawn-already}
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Document withdraw(String reference, UUID id, String reason) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    Document document = reading.visible(referral, id, Action.REFERRAL_READ);
    DocumentSight sight = attaching(referral);
    theirs(referral, sight, document);
    if (referral.state() == ReferralState.DRAFT) {
      throw refused(referral, sight.action(), "not-permitted");
    }
    var findings = new Findings();
    findings.required(reason, "reason");
    findings.typed(WORDS, reason, "reason");
    findings.throwIfAny();
    if (!documents.withdraw(document, reason, current.get(), clock.instant())) {
      throw refused(referral, sight.action(), "withdrawn-already");
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
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    Document document = reading.visible(referral, id, Action.REFERRAL_READ);
    DocumentSight sight = attaching(referral);
    theirs(referral, sight, document);
    if (referral.state() != ReferralState.DRAFT || !documents.erase(document)) {
      throw refused(referral, sight.action(), "not-permitted");
    }
    ledger.append(
        entry(Verb.ERASE, sight, referral, document)
            .changing(document.dataClass().name(), new Change(document.facts(), null)));
  }

  /** What the caller may attach; that they may is what this asks. */
  private DocumentSight attaching(Referral referral) {
    String role = current.get().role();
    Action first =
        DocumentGate.ACTIONS.stream()
            .filter(action -> permissions.has(role, action))
            .findFirst()
            .orElseThrow(
                () -> {
                  Action lacked = DocumentGate.ACTIONS.get(0);
                  refusals.record(lacked.code(), "role-lacks-action", referral.id());
                  return new Refused(lacked);
                });
    DocumentSight sight = documentGate.sight(referral, gate.access(referral));
    if (sight.action() == null) {
      throw refused(referral, first, "not-permitted");
    }
    return sight;
  }

  private void theirs(Referral referral, DocumentSight sight, Document document) {
    if (!document.holder().equals(current.get().agency())
        || !sight.attaches(document.dataClass())) {
      throw refused(referral, sight.action(), "not-permitted");
    }
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
