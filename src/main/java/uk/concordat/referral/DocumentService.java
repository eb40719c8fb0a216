package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.access.Access;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.RecordFacts;
import uk.concordat.access.Requires;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.Verb;
import uk.concordat.document.ContentRepository;
import uk.concordat.document.Document;
import uk.concordat.document.DocumentRepository;
import uk.concordat.document.DocumentType;
import uk.concordat.kernel.NotFound;

/**
 * Reading the documents of a referral. Each method is one transaction and writes its ledger entry;
 * all throw {@link NotFound} where the caller may not see the record, or not that document of it.
 */
@ApplicationScoped
public class DocumentService {
  @Inject FileForms forms;
  @Inject ReferralService service;
  @Inject ReferralGate gate;
  @Inject DocumentGate documentGate;
  @Inject DocumentRepository documents;
  @Inject ContentRepository contents;
  @Inject Ledger ledger;
  @Inject Refusals refusals;

  /** Those that the caller sees, by class and then the oldest first. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Documents list(String reference) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    Documents listed = listed(referral);
    if (listed.seen().isEmpty()) {
      read(referral, Set.of()); // that there is none they were told
    }
    return listed;
  }

  /**
   * The same on the page of the record, which is in the ledger already: there is an entry of its
   * own where a document is shown.
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Documents beside(String reference) {
    return listed(service.visible(reference, Action.REFERRAL_READ));
  }

  private Documents listed(Referral referral) {
    DocumentSight sight = sight(referral);
    List<Document> seen = documents.of(referral.id()).stream().filter(sight::sees).toList();
    if (!seen.isEmpty()) {
      consulted(referral, sight, seen);
    }
    return new Documents(
        referral.reference(),
        sight.draft(),
        seen,
        sight.attachable(),
        forms.of(referral, sight.attachable()),
        seen.stream()
            .filter(one -> one.withdrawn() == null)
            .filter(one -> sight.erases(one) || sight.withdraws(one))
            .map(Document::id)
            .collect(Collectors.toSet()));
  }

  /** One of them, without its bytes. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Document find(String reference, UUID id) {
    return found(service.visible(reference, Action.REFERRAL_READ), id);
  }

  /**
   * One of them, to be taken as it was kept ({@link DocumentReader#send}); one that was withdrawn
   * is not found. All of it was gone through: what is not as it was attached is not even begun.
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Document open(String reference, UUID id) {
    Document document = served(reference, id);
    contents.verify(document);
    return document;
  }

  /**
   * A piece of what was opened, as far as the database shows it still.
   *
   * @param number from 0
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public byte[] piece(Document opened, int number) {
    return contents.piece(opened, number);
  }

  /** The bytes of one of them, all at once; one that was withdrawn is not found. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public byte[] whole(String reference, UUID id) {
    return contents.whole(served(reference, id));
  }

  /**
   * What kind it is, by which it is decided how it is shown; one that was withdrawn is not found.
   * This is shown to nobody, so it is not in the ledger, where what is shown then is.
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public DocumentType type(String reference, UUID id) {
    return kept(service.visible(reference, Action.REFERRAL_READ), id).type();
  }

  /** Those that come from the sender, in full and not withdrawn, each looked through. */
  List<Document> leaving(Referral referral) {
    DocumentSight sight = sight(referral);
    List<Document> leaving =
        documents.of(referral.id()).stream()
            .filter(one -> one.withdrawn() == null && sight.senders(one) && sight.sees(one))
            .toList();
    leaving.forEach(contents::verify);
    return leaving;
  }

  /** A document of the referral that the caller sees. */
  Document visible(Referral referral, UUID id, Action action) {
    Optional<Document> found = documents.find(referral.id(), id).filter(sight(referral)::sees);
    return found.orElseThrow(() -> missing(action, referral));
  }

  private Document found(Referral referral, UUID id) {
    Document document = visible(referral, id, Action.REFERRAL_READ);
    consulted(referral, sight(referral), List.of(document));
    return document;
  }

  private Document served(String reference, UUID id) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    Document kept = kept(referral, id);
    consulted(referral, sight(referral), List.of(kept));
    return kept;
  }

  /** One that was not withdrawn. */
  private Document kept(Referral referral, UUID id) {
    Document document = visible(referral, id, Action.REFERRAL_READ);
    if (document.withdrawn() != null) {
      throw missing(Action.REFERRAL_READ, referral);
    }
    return document;
  }

  private NotFound missing(Action action, Referral referral) {
    refusals.record(action.code(), "not-visible", referral.id());
    return new NotFound();
  }

  private DocumentSight sight(Referral referral) {
    return documentGate.sight(referral, gate.access(referral));
  }

  /** What the receiver attached is its own work, which the sender's trail leaves out. */
  private void consulted(Referral referral, DocumentSight sight, List<Document> shown) {
    Set<DataClass> sent = classes(shown.stream().filter(sight::senders));
    Set<DataClass> own = classes(shown.stream().filter(one -> !sight.senders(one)));
    if (!sent.isEmpty()) {
      read(referral, sent);
    }
    if (!own.isEmpty()) {
      ledger.append(
          Entry.of(
              Verb.CONSULT, Action.CASEWORK_READ.code(), referral.id(), referral.version(), own));
    }
  }

  private static Set<DataClass> classes(Stream<Document> documents) {
    return documents.map(Document::dataClass).collect(Collectors.toSet());
  }

  private void read(Referral referral, Set<DataClass> classes) {
    RecordFacts facts = gate.facts(referral.header());
    Access access = gate.access(facts);
    Set<DataClass> shown = EnumSet.of(DataClass.D1);
    shown.addAll(classes);
    Entry entry =
        Entry.of(
            Verb.CONSULT, Action.REFERRAL_READ.code(), referral.id(), referral.version(), shown);
    Set<String> agreements = gate.agreements(facts, access, shown);
    Footing footing = referral.matter().footing();
    ledger.append(
        agreements.isEmpty()
            ? entry
            : entry.under(agreements, footing.purpose(), footing.lawfulBasis()));
  }
}
