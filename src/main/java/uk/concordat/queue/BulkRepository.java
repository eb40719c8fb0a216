package uk.concordat.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.caller.Caller;

/** Keeps what somebody does with many referrals; the database shows each their own only. */
@ApplicationScoped
class BulkRepository {
  @Inject EntityManager em;

  /**
   * Begins it, once: whoever sends the same again waits until the first has begun.
   *
   * @return false where it has begun already
   */
  boolean begin(UUID id, BulkMove move, List<BulkChoice> choices) {
    boolean begun =
        em.createNativeQuery(
                    "insert into bulk_run (id, move) values (cast(?1 as uuid), ?2) on conflict do"
                        + " nothing")
                .setParameter(1, id.toString())
                .setParameter(2, move.name())
                .executeUpdate()
            == 1;
    for (int position = 0; begun && position < choices.size(); position++) {
      em.createNativeQuery(
              "insert into bulk_item (run, position, reference) values (cast(?1 as uuid), ?2, ?3)")
          .setParameter(1, id.toString())
          .setParameter(2, position)
          .setParameter(3, choices.get(position).reference().text())
          .executeUpdate();
    }
    return begun;
  }

  /** Says what became of one. */
  void ended(UUID id, String reference, String outcome) {
    em.createNativeQuery(
            "update bulk_item set outcome = ?3 where run = cast(?1 as uuid) and reference = ?2")
        .setParameter(1, id.toString())
        .setParameter(2, reference)
        .setParameter(3, outcome)
        .executeUpdate();
  }

  /** The caller's own of that identity, for as long as it is kept. */
  Optional<BulkRun> find(UUID id) {
    List<?> found =
        em.createNativeQuery(
                "select move, started_at from bulk_run where id = cast(?1 as uuid) and started_at >="
                    + " now() - interval '7 days'")
            .setParameter(1, id.toString())
            .getResultList();
    return found.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new BulkRun(
                    id,
                    BulkMove.valueOf((String) row[0]),
                    ((Timestamp) row[1]).toInstant(),
                    items(id)))
        .findFirst();
  }

  /** Tells the database that the product itself acts in this transaction. */
  void bind(Caller product) {
    em.createNativeQuery("select 1 from bind_clock(?1, ?2)")
        .setParameter(1, product.subject())
        .setParameter(2, product.agency())
        .getSingleResult();
  }

  /** Erases, in the product's name, whatever is older than it is kept. */
  void eraseOld() {
    em.createNativeQuery("select 1 from erase_bulk_runs()").getResultList();
  }

  private List<BulkItem> items(UUID id) {
    List<?> found =
        em.createNativeQuery(
                "select reference, outcome from bulk_item where run = cast(?1 as uuid) order by"
                    + " position")
            .setParameter(1, id.toString())
            .getResultList();
    return found.stream()
        .map(Object[].class::cast)
        .map(row -> new BulkItem((String) row[0], (String) row[1]))
        .toList();
  }
}
