package uk.concordat.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.kernel.Strand;
import uk.concordat.referral.Box;
import uk.concordat.referral.ListQuery;
import uk.concordat.referral.Queue;
import uk.concordat.referral.ReferralState;

/** Keeps the caller's filters; the database shows each their own only. */
@ApplicationScoped
class SavedFilterRepository {
  private static final String ALL =
      "select cast(id as text), name, box, queue, open, state, from_agency, strand, sort from"
          + " saved_filter";

  @Inject EntityManager em;

  /** All of them, by name. */
  List<SavedFilter> all() {
    List<?> rows = em.createNativeQuery(ALL + " order by lower(name), name").getResultList();
    return rows.stream().map(Object[].class::cast).map(SavedFilterRepository::filter).toList();
  }

  Optional<SavedFilter> find(UUID id) {
    return all().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  void add(SavedFilter filter) {
    ListQuery list = filter.list();
    em.createNativeQuery(
            "insert into saved_filter (id, name, box, queue, open, state, from_agency, strand, sort)"
                + " values (cast(?1 as uuid), ?2, ?3, ?4, cast(?5 as boolean), ?6, ?7, ?8, ?9)")
        .setParameter(1, filter.id().toString())
        .setParameter(2, filter.name())
        .setParameter(3, name(list.box()))
        .setParameter(4, name(list.queue()))
        .setParameter(5, list.open() == null ? null : list.open().toString())
        .setParameter(6, name(list.state()))
        .setParameter(7, list.from())
        .setParameter(8, name(list.strand()))
        .setParameter(9, list.sort().name())
        .executeUpdate();
  }

  void rename(UUID id, String name) {
    em.createNativeQuery("update saved_filter set name = ?2 where id = cast(?1 as uuid)")
        .setParameter(1, id.toString())
        .setParameter(2, name)
        .executeUpdate();
  }

  void remove(UUID id) {
    em.createNativeQuery("delete from saved_filter where id = cast(?1 as uuid)")
        .setParameter(1, id.toString())
        .executeUpdate();
  }

  /** Those of one person wait for each other here, so that none is counted twice. */
  void lock(UUID subject) {
    em.createNativeQuery(
            "select 1 from (select pg_advisory_xact_lock(hashtextextended('saved_filter/' || ?1, 0)))"
                + " locked")
        .setParameter(1, subject.toString())
        .getSingleResult();
  }

  private static SavedFilter filter(Object[] row) {
    return new SavedFilter(
        UUID.fromString((String) row[0]),
        (String) row[1],
        new ListQuery(
            row[2] == null ? null : Box.valueOf((String) row[2]),
            row[3] == null ? null : Queue.valueOf((String) row[3]),
            (Boolean) row[4],
            row[5] == null ? null : ReferralState.valueOf((String) row[5]),
            (String) row[6],
            null,
            row[7] == null ? null : Strand.valueOf((String) row[7]),
            null,
            ListQuery.Sort.valueOf((String) row[8]),
            25,
            null));
  }

  private static String name(Enum<?> one) {
    return one == null ? null : one.name();
  }
}
