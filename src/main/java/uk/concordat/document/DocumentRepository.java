package uk.concordat.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.access.DataClass;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;
import uk.concordat.kernel.InvalidInput;

/** Keeps documents, their bytes sealed; the database shows those that the caller may see. */
@ApplicationScoped
public class DocumentRepository {
  private static final String SELECT =
      "select id, referral, data_class, holder, name, type, size, digest, scan, attached_by,"
          + " attached_role, attached_at, withdrawn_at, withdrawn_role, withdrawn_reason from document"
          + " where referral = ?1";

  @Inject EntityManager em;
  @Inject Vault vault;

  /** Holds a referral as it stands until the transaction ends; nothing where there is none. */
  public void hold(String reference) {
    em.createNativeQuery("select 1 from hold_referral(?1)")
        .setParameter(1, reference)
        .getResultList();
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
   * Keeps one, and every byte of it in the same transaction.
   *
   * @throws InvalidInput {@code too-many}, {@code too-much} where the agency attached as much to
   *     the referral as it may, of what the caller sees: others' are not to be counted
   */
  public Document add(
      UUID referral, DataClass dataClass, CheckedFile file, Caller caller, Instant now) {
    room(referral, caller.agency(), file.bytes().length);
    UUID id = Ids.next();
    Sealed sealed = vault.close(id, file.bytes());
    em.createNativeQuery(
            "insert into document (id, referral, data_class, holder, name, type, size, digest, scan,"
                + " chunks, key_name, sealed_key, attached_by, attached_role, attached_at) values (?1,"
                + " ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)")
        .setParameter(1, id)
        .setParameter(2, referral)
        .setParameter(3, dataClass.name())
        .setParameter(4, caller.agency())
        .setParameter(5, file.name().text())
        .setParameter(6, file.type().name())
        .setParameter(7, file.bytes().length)
        .setParameter(8, digest(file.bytes()))
        .setParameter(9, file.scan().name())
        .setParameter(10, sealed.chunks().size())
        .setParameter(11, sealed.keyName())
        .setParameter(12, sealed.key())
        .setParameter(13, caller.subject())
        .setParameter(14, caller.role())
        .setParameter(15, Timestamp.from(now))
        .executeUpdate();
    for (int number = 0; number < sealed.chunks().size(); number++) {
      em.createNativeQuery(
              "insert into document_chunk (document, number, bytes) values (?1, ?2, ?3)")
          .setParameter(1, id)
          .setParameter(2, number)
          .setParameter(3, sealed.chunks().get(number))
          .executeUpdate();
    }
    return find(referral, id).orElseThrow();
  }

  /** The bytes of one that was not withdrawn, as they were kept. */
  public byte[] content(Document document) {
    Object[] key =
        (Object[])
            em.createNativeQuery("select key_name, sealed_key, chunks from document where id = ?1")
                .setParameter(1, document.id())
                .getSingleResult();
    List<?> rows =
        em.createNativeQuery("select bytes from document_chunk where document = ?1 order by number")
            .setParameter(1, document.id())
            .getResultList();
    List<byte[]> chunks = rows.stream().map(byte[].class::cast).toList();
    if (chunks.size() != ((Number) key[2]).intValue()) {
      throw new BrokenSeal();
    }
    return vault.open(document.id(), new Sealed((String) key[0], (byte[]) key[1], chunks));
  }

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
  public boolean erase(Document document) {
    return em.createNativeQuery("delete from document where id = ?1")
            .setParameter(1, document.id())
            .executeUpdate()
        == 1;
  }

  private void room(UUID referral, String holder, int size) {
    // Two uploads of one agency wait for each other here, so that both count.
    em.createNativeQuery(
            "select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 1))) locked")
        .setParameter(1, referral + "/" + holder)
        .getSingleResult();
    Object[] kept =
        (Object[])
            em.createNativeQuery(
                    "select count(*), coalesce(sum(size), 0) from document where referral = ?1 and"
                        + " holder = ?2")
                .setParameter(1, referral)
                .setParameter(2, holder)
                .getSingleResult();
    if (((Number) kept[0]).longValue() >= DocumentLimits.DOCUMENTS) {
      throw new InvalidInput("file", "too-many");
    }
    if (((Number) kept[1]).longValue() + size > DocumentLimits.ALL_BYTES) {
      throw new InvalidInput("file", "too-much");
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
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
        (UUID) row[9],
        (String) row[10],
        ((Timestamp) row[11]).toInstant(),
        row[12] == null
            ? null
            : new Document.Withdrawal(
                ((Timestamp) row[12]).toInstant(), (String) row[13], (String) row[14]));
  }
}
