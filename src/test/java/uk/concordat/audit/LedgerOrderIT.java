package uk.concordat.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;
import uk.concordat.stack.Waiting;

/**
 * The order of entries in the tree, against the database and the sequencer that run: who appends
 * waits for nobody, and what was committed before another transaction began has the lower leaf.
 */
@ExtendWith(StackExtension.class)
class LedgerOrderIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int WRITERS = 8;
  private static final int ROUNDS = 25;
  private static final Caller SOMEBODY =
      Caller.holding(Ids.next(), "", "", "BTP", Set.of(), List.of("hate-crime-officer"));

  private final DataSource app;
  private final DataSource owner;

  LedgerOrderIT(Stack stack) {
    app = stack.postgres().app();
    owner = stack.postgres().owner();
  }

  /** An entry that was committed between two moments, by this machine's one clock. */
  private record Committed(UUID id, long began, long ended) {}

  @Test
  void aTransactionThatStaysOpenHoldsNobodyUpAndGetsALaterLeaf() throws SQLException {
    try (Connection open = begin()) {
      UUID held = append(open);
      UUID first = committed().id();
      UUID second = committed().id();
      assertThat(Waiting.until(LIMIT, () -> leaf(second) >= 0)).isTrue();
      assertThat(leaf(first)).isNotNegative().isLessThan(leaf(second));
      assertThat(leaf(held)).as("what is not committed").isNegative();
      assertThat(ordinal(first)).isLessThan(ordinal(second));
      open.commit();
      assertThat(Waiting.until(LIMIT, () -> leaf(held) >= 0)).isTrue();
      assertThat(ordinal(held)).as("drawn first").isLessThan(ordinal(first));
      assertThat(leaf(held)).isGreaterThan(leaf(second));
    }
  }

  @Test
  void whatWasCommittedBeforeAnotherBeganHasTheLowerLeafHoweverTheyInterleave() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    List<Committed> all = new ArrayList<>();
    try {
      List<Callable<List<Committed>>> work =
          IntStream.range(0, WRITERS)
              .<Callable<List<Committed>>>mapToObj(seed -> () -> rounds(new Random(seed)))
              .toList();
      for (Future<List<Committed>> done : writers.invokeAll(work)) {
        all.addAll(done.get());
      }
    } finally {
      writers.shutdownNow();
    }
    assertThat(all).hasSize(WRITERS * ROUNDS);
    assertThat(Waiting.until(LIMIT, () -> all.stream().allMatch(one -> leaf(one.id()) >= 0)))
        .isTrue();
    int compared = 0;
    long[] leaves = all.stream().mapToLong(one -> leaf(one.id())).toArray();
    for (int i = 0; i < leaves.length; i++) {
      for (int j = 0; j < leaves.length; j++) {
        if (all.get(i).ended() < all.get(j).began()) {
          assertThat(leaves[i]).isLessThan(leaves[j]);
          compared++;
        }
      }
    }
    assertThat(compared).as("pairs one after the other").isGreaterThan(WRITERS * ROUNDS);
  }

  /** Now and then one stays open over several passes of the sequencer. */
  private List<Committed> rounds(Random random) throws Exception {
    List<Committed> written = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      long began = System.nanoTime();
      try (Connection connection = begin()) {
        UUID id = append(connection);
        if (random.nextInt(10) == 0) {
          assertThat(sequencerPassesTwice()).isTrue();
        }
        connection.commit();
        written.add(new Committed(id, began, System.nanoTime()));
      }
    }
    return written;
  }

  /** What is committed meanwhile has its place in the tree. */
  private boolean sequencerPassesTwice() throws SQLException {
    for (int pass = 0; pass < 2; pass++) {
      UUID probe = committed().id();
      if (!Waiting.until(LIMIT, () -> leaf(probe) >= 0)) {
        return false;
      }
    }
    return true;
  }

  private Committed committed() throws SQLException {
    long began = System.nanoTime();
    try (Connection connection = begin()) {
      UUID id = append(connection);
      connection.commit();
      return new Committed(id, began, System.nanoTime());
    }
  }

  /** Whoever would wait for a lock fails at once. */
  private Connection begin() throws SQLException {
    Connection connection = app.getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local lock_timeout = '50ms'");
      statement.execute(
          "select set_config('concordat.subject', '%s', true), set_config('concordat.agency',"
                  .formatted(SOMEBODY.subject())
              + " 'BTP', true), set_config('concordat.role', 'hate-crime-officer', true)");
    }
    return connection;
  }

  private static UUID append(Connection connection) throws SQLException {
    UUID id = Ids.next();
    Instant at = Instant.now();
    byte[] key = new EntryKeys().next();
    Entry entry = Entry.plain(Verb.CONSULT, "session.read", "order", List.of(), List.of());
    byte[] bytes = new CanonicalEntry(id, at, SOMEBODY, entry, null, List.of()).bytes(key);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into ledger_entry (id, at, verb, action, permitted, actor, actor_agency,"
                + " actor_role, record_type, record_ids, data_classes, recipients, entry, key,"
                + " commitment) values (?, ?, 'CONSULT', 'session.read', true, ?, 'BTP',"
                + " 'hate-crime-officer', 'order', '{}', '{}', '{}', ?, ?, ?)")) {
      insert.setObject(1, id);
      insert.setTimestamp(2, Timestamp.from(new Leaf(at, Verb.CONSULT, true, key).time()));
      insert.setObject(3, SOMEBODY.subject());
      insert.setBytes(4, bytes);
      insert.setBytes(5, key);
      insert.setBytes(6, Leaf.commitment(key, bytes));
      insert.executeUpdate();
    }
    return id;
  }

  /** Its place in the tree; negative while it has none. */
  private long leaf(UUID id) {
    return number(
        "select l.leaf from ledger_leaf l join ledger_entry e on e.ordinal = l.ordinal and e.at ="
            + " l.at where e.id = ?",
        id);
  }

  private long ordinal(UUID id) {
    return number("select ordinal from ledger_entry where id = ?", id);
  }

  private long number(String sql, UUID id) {
    try (Connection connection = owner.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setObject(1, id);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getLong(1) : -1;
      }
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
