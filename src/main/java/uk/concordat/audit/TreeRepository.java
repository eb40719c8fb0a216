package uk.concordat.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.audit.merkle.Edge;
import uk.concordat.audit.merkle.Tile;

/** The tree as it is stored: tiles and signed checkpoints. Hashes and signatures only. */
@ApplicationScoped
class TreeRepository {
  @Inject EntityManager em;

  /** The newest checkpoint; empty until the first entry has its place. */
  Optional<SignedHead> newest() {
    return rows("select tree_size, root, note from ledger_head()")
        .map(row -> new SignedHead(((Number) row[0]).longValue(), (byte[]) row[1], (String) row[2]))
        .findFirst();
  }

  /** The checkpoint of exactly that size, as it was signed. */
  Optional<String> note(long size) {
    return rows("select note, 1 from ledger_checkpoint where tree_size = ?1", size)
        .map(row -> (String) row[0])
        .findFirst();
  }

  /** The lines of those who have witnessed the state of that size. */
  String cosignatures(long size) {
    return rows(
            "select line, 1 from ledger_cosignature where tree_size = ?1 order by witness", size)
        .map(row -> (String) row[0])
        .collect(Collectors.joining());
  }

  /**
   * A tile as it is stored, which may have grown meanwhile.
   *
   * @throws IllegalStateException where it is missing: the tree has been tampered with
   */
  Tile tile(int level, long index) {
    return rows("select ledger_hashes(cast(?1 as smallint), ?2), 1", level, index)
        .filter(row -> row[0] != null)
        .map(row -> new Tile(level, index, (byte[]) row[0]))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("Tile %d/%d is missing".formatted(level, index)));
  }

  /** What waits for its place, in the order in which it gets it. */
  List<Pending> next(int most) {
    return rows("select ordinal, at, verb, permitted, commitment from ledger_next(?1)", most)
        .map(Pending::of)
        .toList();
  }

  /** Takes the ledger's lock until the end of the transaction; false where another has it. */
  boolean lock() {
    return (Boolean)
        em.createNativeQuery("select pg_try_advisory_xact_lock(hashtext('concordat.ledger'))")
            .getSingleResult();
  }

  /** Makes room for the entries of these months. */
  void prepare(LocalDate from, LocalDate to) {
    em.createNativeQuery("select cast(ledger_months(cast(?1 as date), cast(?2 as date)) as text)")
        .setParameter(1, from.toString())
        .setParameter(2, to.toString())
        .getResultList();
  }

  /**
   * Stores what one pass of the sequencer made.
   *
   * @param first the leaf of the first entry
   * @param sealed the entries, which wait no longer
   * @param edge what the tree has grown by
   */
  void seal(long first, List<Pending> sealed, Edge edge, Instant at, String note) {
    em.createNativeQuery(
            "select cast(ledger_seal(?1, cast(?2 as bigint[]), cast(?3 as smallint[]),"
                + " cast(?4 as bigint[]), cast(?5 as bytea[]), ?6, ?7, ?8) as text)")
        .setParameter(1, first)
        .setParameter(2, array(sealed, Pending::ordinal))
        .setParameter(3, array(edge.changed(), Tile::level))
        .setParameter(4, array(edge.changed(), Tile::index))
        .setParameter(5, array(edge.changed(), TreeRepository::hex))
        .setParameter(6, edge.root())
        .setParameter(7, Timestamp.from(at))
        .setParameter(8, note)
        .getResultList();
  }

  /** As PostgreSQL reads bytes within an array. */
  private static String hex(Tile tile) {
    return "\"\\\\x" + HexFormat.of().formatHex(tile.stored()) + "\"";
  }

  private static <T> String array(Collection<T> all, Function<T, ?> value) {
    return all.stream()
        .map(each -> value.apply(each).toString())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private Stream<Object[]> rows(String sql, Object... values) {
    var query = em.createNativeQuery(sql);
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    return ((List<?>) query.getResultList()).stream().map(Object[].class::cast);
  }
}
