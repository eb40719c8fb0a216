package uk.concordat.access;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.access.World.Person;

/**
 * Asks PostgreSQL as the application's role would: through row-level security, for one caller after
 * the other.
 */
final class DatabaseWall {
  /** Classes whose content is not kept yet. */
  static final Set<DataClass> WITHOUT_TABLE = Set.of(DataClass.D10, DataClass.D11, DataClass.D12);

  /** Classes of which a masked form is kept. */
  static final Set<DataClass> MASKED =
      Set.of(DataClass.D2, DataClass.D3, DataClass.D6, DataClass.D7, DataClass.D9, DataClass.D15);

  private static final String ROWS =
      Stream.of(
              "referral/D2/identity",
              "referral/D3/monitoring",
              "referral/D4/needs",
              "referral/D5/incident",
              "referral/D6/suspect",
              "referral/D7/antecedents",
              "referral/D8/intelligence",
              "referral/D9/witness",
              "referral/D13/clinical",
              "referral/D14/housing",
              "referral/D15/safeguarding",
              "referral/D16/feedback",
              "referral/D1 move/move",
              "referral/D1:H/header")
          .map(each -> each.split("/"))
          .map(each -> "select %1$s || ' %2$s' from %1$s_%3$s".formatted(each[0], each[1], each[2]))
          .collect(
              Collectors.joining(
                  " union all ",
                  "select id || ' D1' from referral union all ",
                  " union all select referral || ' ' || data_class || ':M' from referral_masked"));
  private static final String SEEN =
      """
      select r || ' D' || n || level from unnest(?) r, generate_series(1, 16) n cross join lateral (
        select case when sees(r, 'D' || n) then '' when sees(r, 'D' || n || ':M') then ':M'
                    when sees(r, 'D' || n || ':H') then ':H' end as level) best where level is not null
      """;
  private static final String NOBODY =
      """
      select set_config('concordat.subject', '', true), set_config('concordat.agency', '', true),
             set_config('concordat.role', '', true), set_config('concordat.viewers', '', true)
      """;

  private final Sql sql;

  DatabaseWall(Sql sql) {
    this.sql = sql;
  }

  /**
   * Binds a caller as the application does, after whoever was bound before.
   *
   * @return whether they are let in
   */
  boolean admits(Person person) throws SQLException {
    sql.run("set local role concordat_app");
    sql.run(NOBODY);
    String bound =
        sql.strings(
                "select o_status || ' ' || coalesce(o_role, '') || ' ' || coalesce(o_leads::text, '')"
                    + " from bind_caller(?, ?, 'Somebody', ?, ?, ?)",
                person.subject(),
                person.subject().toString(),
                person.agency(),
                sql.texts(person.roles()),
                sql.texts(person.teams()))
            .get(0);
    if (!bound.startsWith("ACTIVE ")) {
      return false;
    }
    String leads = person.leads().stream().sorted().collect(Collectors.joining(",", "{", "}"));
    String expected = "ACTIVE " + person.role() + " " + leads;
    if (!bound.equals(expected)) {
      throw new AssertionError("bound as %s, not as %s".formatted(bound, expected));
    }
    return true;
  }

  /** What the caller sees, as {@code record class}, {@code record class:M} or {@code :H}. */
  Set<String> seen(Collection<UUID> records) throws SQLException {
    return new HashSet<>(sql.strings(SEEN, sql.ids(records)));
  }

  /** The rows that the tables give up; independent of {@link #seen}. */
  Set<String> rows() throws SQLException {
    return new HashSet<>(sql.strings(ROWS));
  }

  /** The records in the caller's lists. */
  Set<String> listed() throws SQLException {
    return new HashSet<>(sql.strings("select referral::text from referral_listing"));
  }

  /** What the caller may do, as {@code record action}. */
  Set<String> actions(Collection<UUID> records) throws SQLException {
    List<String> actions = Arrays.stream(Action.values()).map(Action::code).toList();
    return new HashSet<>(
        sql.strings(
            "select r || ' ' || a from unnest(?) r, unnest(?) a where may(r, a)",
            sql.ids(records),
            sql.texts(actions)));
  }

  /** Where stored visibility does not follow from its sources. */
  List<String> differences() throws SQLException {
    sql.run("set local role concordat_owner");
    return sql.strings(
        "select record || ' ' || difference || ' ' || viewer from visibility_differences()");
  }
}
