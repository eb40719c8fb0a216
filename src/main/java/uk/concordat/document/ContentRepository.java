package uk.concordat.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Keeps the bytes of documents in sealed pieces, and gives them a piece at a time: a whole file
 * need not be in memory. The database shows those of documents that the caller sees and nobody
 * withdrew.
 */
@ApplicationScoped
public class ContentRepository {
  @Inject EntityManager em;
  @Inject Vault vault;

  /** Keeps every byte of a document under its key. */
  void keep(OwnKey key, byte[] content) {
    for (int number = 0; number < key.count(); number++) {
      em.createNativeQuery(
              "insert into document_chunk (document, number, bytes) values (?1, ?2, ?3)")
          .setParameter(1, key.document())
          .setParameter(2, number)
          .setParameter(3, key.close(content, number))
          .executeUpdate();
    }
  }

  /**
   * A piece of it, as it was kept.
   *
   * @param number from 0
   * @throws BrokenSeal where it is not what was put there
   * @throws GoneMeanwhile where the document was withdrawn since, or is not the caller's to see
   */
  public byte[] piece(Document document, int number) {
    List<?> rows =
        em.createNativeQuery(
                "select d.key_name, d.sealed_key, c.bytes from document d left join document_chunk c on"
                    + " c.document = d.id and c.number = ?2 where d.id = ?1 and d.withdrawn_at is null")
            .setParameter(1, document.id())
            .setParameter(2, number)
            .getResultList();
    if (rows.isEmpty()) {
      throw new GoneMeanwhile();
    }
    Object[] row = (Object[]) rows.get(0);
    if (row[2] == null) {
      throw new BrokenSeal();
    }
    OwnKey key = vault.open(new SealedKey((String) row[0], (byte[]) row[1]), document);
    return key.open((byte[]) row[2], number);
  }

  /**
   * Goes through all of it once and keeps nothing.
   *
   * @throws BrokenSeal where it is not what was attached
   */
  public void verify(Document document) {
    var digest = new Digest();
    for (int number = 0; number < document.pieces(); number++) {
      digest.add(piece(document, number));
    }
    if (!digest.text().equals(document.digest())) {
      throw new BrokenSeal();
    }
  }

  /**
   * All of it at once.
   *
   * @throws BrokenSeal where it is not what was attached
   */
  public byte[] whole(Document document) {
    byte[] content = new byte[Math.toIntExact(document.size())];
    int filled = 0;
    for (int number = 0; number < document.pieces(); number++) {
      byte[] piece = piece(document, number);
      if (piece.length > content.length - filled) {
        throw new BrokenSeal();
      }
      System.arraycopy(piece, 0, content, filled, piece.length);
      filled += piece.length;
    }
    if (!Digest.of(content).equals(document.digest())) {
      throw new BrokenSeal();
    }
    return content;
  }
}
