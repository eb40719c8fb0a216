package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.Access;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.RecordFacts;
import uk.concordat.access.Requires;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.Verb;
import uk.concordat.document.Document;
import uk.concordat.document.DocumentRepository;
import uk.concordat.kernel.NotFound;

/**
 * Reading the documents of a referral. Each method is one transaction and writes its ledger entry;
 * all throw {@link NotFound} where the caller may not see the record, or not that document of it.
 */
@ApplicationScoped
public class DocumentService {
  @Inject ReferralService service;
  @Inject ReferralGate gate;
  @Inject DocumentGate documentGate;
  @Inject DocumentRepository documents;
  @Inject Ledger ledger;
  @Inject Refusals refusals;

  /** Those that the caller sees, by class and then the oldest first. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Documents list(String reference) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    Documents listed = listed(referral);
    consulted(referral, listed.classes());
    return listed;
  }

  /**
   * The same on the page of the record, which is in the ledger already: there is an entry of its
   * own where a document is shown.
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Documents beside(String reference) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    Documents listed = listed(referral);
    if (!listed.seen().isEmpty()) {
      consulted(referral, listed.classes());
    }
    return listed;
  }

  private Documents listed(Referral referral) {
    DocumentSight sight = sight(referral);
    return new Documents(
        referral.reference(),
        referral.state() == ReferralState.DRAFT,
        documents.of(referral.id()).stream().filter(sight::sees).toList(),
        sight.attachable());
  }

  /** One of them, without its bytes. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Document find(String reference, UUID id) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    Document document = visible(referral, id, Action.REFERRAL_READ);
    consulted(referral, Set.of(document.dataClass()));
    return document;
  }

  /** One of them, to be taken as it was kept; one that was withdrawn is not found. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public OpenedDocument open(String reference, UUID id) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    Document document = served(referral, id);
    consulted(referral, Set.of(document.dataClass()));
    return new OpenedDocument(document, documents.content(document));
  }

  /** A document of the referral that the caller sees. */
  Document visible(Referral referral, UUID id, Action action) {
    Optional<Document> found = documents.find(referral.id(), id).filter(sight(referral)::sees);
    return found.orElseThrow(() -> missing(action, referral));
  }

  private Document served(Referral referral, UUID id) {
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

  private void consulted(Referral referral, Collection<DataClass> classes) {
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
