package uk.concordat.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import uk.concordat.access.World.Paper;
import uk.concordat.access.World.Person;
import uk.concordat.caller.Caller;
import uk.concordat.stack.TestDatabase;

/**
 * The policy in Java and row-level security in PostgreSQL, written apart, agree on every class of
 * every record for everybody, in worlds drawn at random.
 */
class TwoWallsIT {

  @AddLifecycleHook(DatabaseHook.class)
  @Property(tries = 30, shrinking = ShrinkingMode.OFF)
  void agree(@ForAll long seed, TestDatabase database) throws SQLException {
    try (Connection connection = database.postgres().superuser().getConnection()) {
      connection.setAutoCommit(false);
      compare(seed, new DatabaseWall(connection));
      connection.rollback();
    }
  }

  private static void compare(long seed, DatabaseWall wall) throws SQLException {
    Instant now = wall.now();
    World world = new Worlds(seed, now).draw();
    wall.build(world);
    AccessPolicy policy = AccessPolicies.at(now);
    for (Person person : world.people()) {
      wall.enter(person);
      var java = new Answers();
      for (Paper paper : world.papers()) {
        java.add(paper, policy.decide(caller(person), paper.facts(world.agreements())));
      }
      assertThat(wall.seen()).as("seen by %s", person).isEqualTo(java.seen);
      assertThat(wall.rows()).as("rows for %s", person).isEqualTo(java.rows);
      assertThat(wall.listed()).as("listed for %s", person).isEqualTo(java.listed);
      assertThat(wall.actions(java.records)).as("done by %s", person).isEqualTo(java.actions);
    }
    assertThat(wall.differences()).isEmpty();
  }

  /** What the policy answered, in the words of {@link DatabaseWall}. */
  private static final class Answers {
    private static final Set<DataClass> WITHOUT_TABLE =
        Set.of(DataClass.D10, DataClass.D11, DataClass.D12, DataClass.D16);
    private final Set<String> seen = new HashSet<>();
    private final Set<String> rows = new HashSet<>();
    private final Set<String> listed = new HashSet<>();
    private final Set<String> actions = new HashSet<>();
    private final Set<String> records = new HashSet<>();

    void add(Paper paper, Access access) {
      String record = paper.participation().record().toString();
      records.add(record);
      access.actions().forEach(action -> actions.add(record + " " + action.code()));
      for (DataClass dataClass : DataClass.ofRecord()) {
        String name = record + " " + dataClass;
        Level level = access.level(dataClass);
        if (level == Level.FULL) {
          seen.add(name);
          if (!WITHOUT_TABLE.contains(dataClass)) {
            rows.add(name);
          }
        } else if (level == Level.MASKED) {
          seen.add(name + ":M");
        } else if (level == Level.HEADER) {
          seen.add(name + ":H");
        }
      }
      if (access.reads()) {
        listed.add(record);
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
            List.of(person.role()))
        .acting(person.role(), person.leads());
  }
}
