package uk.concordat.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import uk.concordat.access.World.Paper;
import uk.concordat.access.World.Person;
import uk.concordat.caller.Caller;
import uk.concordat.stack.TestDatabase;

/**
 * The policy in Java and row-level security in PostgreSQL, written apart, agree on every class of
 * every record and every action on it for everybody, in worlds drawn at random; and the stored
 * visibility is what follows from its sources. The property {@value #PROPERTY} says how many
 * decisions are compared.
 */
class TwoWallsIT {
  static final String PROPERTY = "concordat.decisions";
  private static final int TRIES = 20;
  private static final long EACH = Long.getLong(PROPERTY, 32_000) / TRIES;
  private static final Coverage COVERAGE = new Coverage();
  private static long enough;

  @AddLifecycleHook(DatabaseHook.class)
  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void agree(@ForAll long seed, TestDatabase database) throws SQLException {
    try (Connection connection = database.postgres().superuser().getConnection()) {
      connection.setAutoCommit(false);
      enough += EACH;
      for (long world = seed; COVERAGE.decisions() < enough || lacksCases(); world++) {
        compare(world, new Sql(connection));
        connection.rollback();
      }
    }
  }

  /** Whether more worlds are worth it at the end, because chance never drew some case. */
  private static boolean lacksCases() {
    return enough >= EACH * TRIES
        && COVERAGE.decisions() < 3 * EACH * TRIES
        && !COVERAGE.missing().isEmpty();
  }

  /** A property that never met a case says nothing about it. */
  @AfterContainer
  static void metEveryCase() {
    System.out.println(COVERAGE);
    if (COVERAGE.decisions() >= EACH * TRIES) { // else the property has failed already
      assertThat(COVERAGE.missing()).as("cases that were never drawn").isEmpty();
    }
  }

  private static void compare(long seed, Sql sql) throws SQLException {
    Instant now = sql.now();
    World world = new Worlds(seed, now).draw();
    new WorldBuilder(sql).build(world);
    var wall = new DatabaseWall(sql);
    AccessPolicy policy = AccessPolicies.at(now, world.permissions(), world.classes());
    List<Flow> flows = world.flows();
    List<UUID> records = world.papers().stream().map(Paper::id).toList();
    for (Person person : world.people()) {
      String who = "%s in world %d".formatted(person, seed);
      boolean admitted = wall.admits(person);
      assertThat(admitted).as("let in: %s", who).isEqualTo(world.admits(person));
      var java = new Answers();
      if (admitted) {
        for (Paper paper : world.papers()) {
          Access access = policy.decide(caller(person), paper.facts(flows));
          java.add(paper.id(), access);
          COVERAGE.add(person, access);
        }
      }
      assertThat(wall.seen(records)).as("seen by %s", who).isEqualTo(java.seen);
      assertThat(wall.rows()).as("rows for %s", who).isEqualTo(java.rows);
      assertThat(wall.listed()).as("listed for %s", who).isEqualTo(java.listed);
      assertThat(wall.actions(records)).as("done by %s", who).isEqualTo(java.actions);
    }
    assertThat(wall.differences()).as("visibility and its sources in world %d", seed).isEmpty();
    COVERAGE.add(world, now);
  }

  /** What the policy answered, in the words of {@link DatabaseWall}. */
  private static final class Answers {
    private final Set<String> seen = new HashSet<>();
    private final Set<String> rows = new HashSet<>();
    private final Set<String> listed = new HashSet<>();
    private final Set<String> actions = new HashSet<>();

    void add(UUID record, Access access) {
      access.actions().forEach(action -> actions.add(record + " " + action.code()));
      for (DataClass dataClass : DataClass.ofRecord()) {
        add(record + " " + dataClass, dataClass, access.level(dataClass));
      }
      if (access.reads()) {
        listed.add(record.toString());
        rows.add(record + " D1 move");
      }
      if (access.knows()) {
        rows.add(record + " D1:H");
      }
    }

    private void add(String name, DataClass dataClass, Level level) {
      if (level == Level.FULL && !DatabaseWall.WITHOUT_TABLE.contains(dataClass)) {
        rows.add(name);
      }
      if (level.compareTo(Level.MASKED) >= 0 && DatabaseWall.MASKED.contains(dataClass)) {
        rows.add(name + ":M");
      }
      switch (level) {
        case FULL -> seen.add(name);
        case MASKED -> seen.add(name + ":M");
        case HEADER -> seen.add(name + ":H");
        case ON_REQUEST, WITHHELD -> {} // the database keeps what is seen, not what may be asked
      }
    }
  }

  private static Caller caller(Person person) {
    return Caller.holding(
            person.subject(),
            "somebody",
            "Somebody",
            person.agency(),
            person.teams(),
            person.roles())
        .acting(person.role(), person.leads());
  }
}
