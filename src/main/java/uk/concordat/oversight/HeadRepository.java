package uk.concordat.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.concordat.audit.Witness;

/** Signed states of the ledger, and which of them witnesses have seen: hashes and times only. */
@ApplicationScoped
class HeadRepository {
  private static final String HEAD =
      "select tree_size, at, encode(root, 'hex') from ledger_checkpoint ";

  private static final String WITNESSED =
      "select w.name, w.agency, w.key, c.tree_size, c.at from ledger_witness w join lateral (select"
          + " tree_size, at from ledger_cosignature where witness = w.name and tree_size > ?1 order"
          + " by tree_size limit 1) c on true order by w.agency, w.name";

  @Inject EntityManager em;

  /** The newest; empty while the ledger is. */
  Optional<Head> newest() {
    return rows(HEAD + "order by tree_size desc limit 1").map(HeadRepository::head).findFirst();
  }

  /** The one of that size. */
  Optional<Head> of(long size) {
    return rows(HEAD + "where tree_size = ?1", size).map(HeadRepository::head).findFirst();
  }

  /** The first that has the leaf; empty while there is none. */
  Optional<Head> first(long leaf) {
    return rows(HEAD + "where tree_size > ?1 order by tree_size limit 1", leaf)
        .map(HeadRepository::head)
        .findFirst();
  }

  /** Who has witnessed a state that has the leaf, and which was the first. */
  List<Witness> witnesses(long leaf) {
    return rows(WITNESSED, leaf)
        .map(
            row ->
                new Witness(
                    (String) row[0],
                    (String) row[1],
                    (String) row[2],
                    ((Number) row[3]).longValue(),
                    ((Timestamp) row[4]).toInstant()))
        .toList();
  }

  private static Head head(Object[] row) {
    return new Head(
        ((Number) row[0]).longValue(), ((Timestamp) row[1]).toInstant(), (String) row[2]);
  }

  private Stream<Object[]> rows(String sql, Object... values) {
    var query = em.createNativeQuery(sql);
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    return ((List<?>) query.getResultList()).stream().map(Object[].class::cast);
  }
}
