package uk.concordat.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.access.DataClass;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.Reference;

/** Keeps documents, their bytes sealed; the database shows those that the caller may see. */
@ApplicationScoped
public class DocumentRepository {
  private static final String SELECT =
      "select id, referral, data_class, holder, name, type, size, digest, scan, pages, attached_by,"
          + " attached_role, attached_at, withdrawn_at, withdrawn_role, withdrawn_reason, form from document"
          + " where referral = ?1";

  @Inject EntityManager em;
  @Inject Vault vault;
  @Inject ContentRepository contents;

  /**
   * Holds a referral as it stands until the transaction ends, against its being sent or erased and
   * against another document that is attached to it; nothing where there is none. Whoever attaches,
   * sends or erases does so before anything is read: what is read then is what they act on.
   */
  public void hold(String reference) {
    Reference.parse(reference).map(Reference::text).ifPresent(this::held);
  }

  private void held(String reference) {
    em.createNativeQuery("select 1 from hold_referral(?1)")
        .setParameter(1, reference)
        .getResultList();
  }

  /** The names of the keys under which documents lie. */
  public Set<String> keys() {
    List<?> names = em.createNativeQuery("select document_keys()").getResultList();
    return names.stream().map(String.class::cast).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those of a referral, by class and then the oldest first. */
  public List<Document> of(UUID referral) {
    List<?> rows =
        em.createNativeQuery(
                SELECT + " order by cast(substr(data_class, 2) as integer), attached_at, id")
            .setParameter(1, referral)
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(DocumentRepository::document).toList();
  }

  /** One of them. */
  public Optional<Document> find(UUID referral, UUID id) {
    List<?> rows =
        em.createNativeQuery(SELECT + " and id = ?2")
            .setParameter(1, referral)
            .setParameter(2, id)
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(DocumentRepository::document).findFirst();
  }

  /**
   * Keeps one, and every byte of it in the same transaction, in which the referral is held. The
   * same content under the same class and name, from the same agency, is kept once: a form that was
   * sent twice has one document.
   *
   * @param form null for a document that is no form of a file for prosecutors
   * @throws InvalidInput {@code too-many}, {@code too-much} where the agency attached as much to
   *     the referral under that class as it may
   */
  public Kept add(
      UUID referral,
      DataClass dataClass,
      String form,
      CheckedFile file,
      Caller caller,
      Instant now) {
    Document document = document(referral, dataClass, form, file, caller, now);
    Optional<Document> same =
        of(referral).stream().filter(each -> each.repeats(document)).findFirst();
    if (same.isPresent()) {
      return new Kept(same.get(), false);
    }
    room(referral, dataClass, document.size());
    OwnKey key = vault.make(document);
    SealedKey sealed = vault.close(key, document);
    em.createNativeQuery(
            "insert into document (id, referral, data_class, holder, name, type, size, digest, scan,"
                + " chunks, key_name, sealed_key, attached_by, attached_role, attached_at, pages, form)"
                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, cast(?17 as text))")
        .setParameter(1, document.id())
        .setParameter(2, referral)
        .setParameter(3, dataClass.name())
        .setParameter(4, document.holder())
        .setParameter(5, document.name().text())
        .setParameter(6, document.type().name())
        .setParameter(7, document.size())
        .setParameter(8, document.digest())
        .setParameter(9, document.scan().name())
        .setParameter(10, key.count())
        .setParameter(11, sealed.name())
        .setParameter(12, sealed.bytes())
        .setParameter(13, document.attachedBy())
        .setParameter(14, document.role())
        .setParameter(15, Timestamp.from(now))
        .setParameter(16, document.pages())
        .setParameter(17, document.form())
        .executeUpdate();
    contents.keep(key, file.bytes());
    touched(referral, now);
    return new Kept(find(referral, document.id()).orElseThrow(), true);
  }

  /**
   * A document that is kept.
   *
   * @param fresh false where it was kept before
   */
  public record Kept(Document document, boolean fresh) {}

  /** Withdraws one; false where that was done already. */
  public boolean withdraw(Document document, String reason, Caller caller, Instant now) {
    return em.createNativeQuery(
                "update document set withdrawn_at = ?2, withdrawn_by = ?3, withdrawn_role = ?4,"
                    + " withdrawn_reason = ?5 where id = ?1 and withdrawn_at is null")
            .setParameter(1, document.id())
            .setParameter(2, Timestamp.from(now))
            .setParameter(3, caller.subject())
            .setParameter(4, caller.role())
            .setParameter(5, reason)
            .executeUpdate()
        == 1;
  }

  /** Erases one of a draft, and its bytes; false where it is gone already. */
  public boolean erase(Document document, Instant now) {
    boolean erased =
        em.createNativeQuery("delete from document where id = ?1")
                .setParameter(1, document.id())
                .executeUpdate()
            == 1;
    touched(document.referral(), now);
    return erased;
  }

  /**
   * Asks whether the caller's agency has room for so many bytes more, of all that it attached to
   * the referral under a class that the caller sees; of others nothing is counted.
   *
   * @throws InvalidInput {@code too-many}, {@code too-much}
   */
  public void room(UUID referral, DataClass dataClass, long size) {
    Object[] kept =
        (Object[])
            em.createNativeQuery("select o_count, o_bytes from documents_attached(?1, ?2)")
                .setParameter(1, referral)
                .setParameter(2, dataClass.name())
                .getSingleResult();
    if (((Number) kept[0]).longValue() >= DocumentLimits.DOCUMENTS) {
      throw new InvalidInput("file", "too-many");
    }
    if (((Number) kept[1]).longValue() + size > DocumentLimits.ALL_BYTES) {
      throw new InvalidInput("file", "too-much");
    }
  }

  /**
   * A draft whose papers change is no idle one; its version stays, so that what somebody types in
   * another tab meanwhile can still be saved.
   */
  private void touched(UUID referral, Instant now) {
    em.createNativeQuery(
            "update referral set changed_at = ?2 where id = ?1 and state = 'DRAFT' and changed_at <"
                + " ?2")
        .setParameter(1, referral)
        .setParameter(2, Timestamp.from(now))
        .executeUpdate();
  }

  private static Document document(
      UUID referral,
      DataClass dataClass,
      String form,
      CheckedFile file,
      Caller caller,
      Instant now) {
    return new Document(
        Ids.next(),
        referral,
        dataClass,
        caller.agency(),
        file.name(),
        file.type(),
        file.bytes().length,
        Digest.of(file.bytes()),
        file.scan(),
        file.pages(),
        caller.subject(),
        caller.role(),
        now,
        null,
        form);
  }

  private static Document document(Object[] row) {
    return new Document(
        (UUID) row[0],
        (UUID) row[1],
        DataClass.valueOf((String) row[2]),
        (String) row[3],
        new DocumentName((String) row[4]),
        DocumentType.valueOf((String) row[5]),
        ((Number) row[6]).longValue(),
        (String) row[7],
        Scan.valueOf((String) row[8]),
        ((Number) row[9]).intValue(),
        (UUID) row[10],
        (String) row[11],
        ((Timestamp) row[12]).toInstant(),
        row[13] == null
            ? null
            : new Document.Withdrawal(
                ((Timestamp) row[13]).toInstant(), (String) row[14], (String) row[15]),
        (String) row[16]);
  }
}
