package uk.concordat.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** Whose cosignatures are taken, and those that they left. */
@ApplicationScoped
public class WitnessRepository {
  private static final String SELECT =
      "select w.name, w.agency, w.key, c.tree_size, c.at from ledger_witness w left join lateral"
          + " (select tree_size, at from ledger_cosignature where witness = w.name order by"
          + " tree_size desc limit 1) c on true order by w.agency, w.name";

  @Inject EntityManager em;

  /** All of them, by agency, and how far each has come. */
  public List<Witness> all() {
    return ((List<?>) em.createNativeQuery(SELECT).getResultList())
        .stream().map(row -> witness((Object[]) row)).toList();
  }

  /** Adds one; false where the name is taken. */
  public boolean add(String name, String agency, String key) {
    return em.createNativeQuery(
                "insert into ledger_witness (name, agency, key) values (?1, ?2, ?3) on conflict do"
                    + " nothing")
            .setParameter(1, name)
            .setParameter(2, agency)
            .setParameter(3, key)
            .executeUpdate()
        == 1;
  }

  /** Keeps a cosignature; the same state is witnessed but once. */
  public void keep(long size, String witness, Instant at, String line) {
    em.createNativeQuery(
            "insert into ledger_cosignature (tree_size, witness, at, line) values (?1, ?2, ?3, ?4)"
                + " on conflict do nothing")
        .setParameter(1, size)
        .setParameter(2, witness)
        .setParameter(3, Timestamp.from(at))
        .setParameter(4, line)
        .executeUpdate();
  }

  private static Witness witness(Object[] row) {
    return new Witness(
        (String) row[0],
        (String) row[1],
        (String) row[2],
        row[3] == null ? null : ((Number) row[3]).longValue(),
        row[4] == null ? null : ((Timestamp) row[4]).toInstant());
  }
}
