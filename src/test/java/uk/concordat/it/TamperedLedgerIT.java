package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/**
 * Whoever owns the database changes the ledger behind everybody's back, and it is found: by the
 * walk over the database or by a witness outside. The sequencer is kept waiting meanwhile, and
 * everything is put back.
 */
@ExtendWith({ApiExtension.class, StackExtension.class})
class TamperedLedgerIT {
  private static final List<String> TABLES =
      List.of(
          "ledger_cosignature", "ledger_checkpoint", "ledger_tile", "ledger_leaf", "ledger_entry");

  private final Api api;
  private final LedgerTree tree;
  private final Referrals referrals;
  private final Stack stack;
  private final Connection owner;
  private WitnessProgram program;

  TamperedLedgerIT(Api api, LedgerTree tree, Stack stack) throws SQLException {
    this.api = api;
    this.tree = tree;
    this.stack = stack;
    referrals = new Referrals(api);
    owner = stack.postgres().superuser().getConnection();
  }

  @BeforeEach
  void keep(@TempDir Path folder) throws SQLException {
    program = new WitnessProgram(stack, folder);
    program.file("log.keys", api.get("nhs.governance", "/api/ledger/key").body());
    program.file("token", api.token("council.governance"));
    referrals.received();
    tree.awaitAll();
    run("select pg_advisory_lock(hashtext('concordat.ledger'))");
    run("set session_replication_role = replica"); // no trigger, no foreign key: whoever owns it
    // may
    run("create schema kept");
    for (String table : TABLES) {
      run("create table kept.%1$s as select * from public.%1$s".formatted(table));
    }
  }

  @AfterEach
  void putBack() throws SQLException {
    run("delete from ledger_entry where ordinal <= (select max(ordinal) from kept.ledger_entry)");
    for (String table : TABLES.subList(0, TABLES.indexOf("ledger_entry"))) {
      run("delete from public." + table);
    }
    for (String table : TABLES) {
      run(
          "insert into public.%1$s %2$s select * from kept.%1$s"
              .formatted(table, table.equals("ledger_entry") ? "overriding system value" : ""));
    }
    run("drop schema kept cascade");
    owner.close(); // and with it the lock
  }

  @Test
  void aLedgerThatNobodyTouchedFits() {
    WitnessProgram.Ended ended = program.walks();
    assertThat(ended.said()).contains("entries are what was signed");
    assertThat(ended.code()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a changed row | update ledger_entry set permitted = not permitted where %s | changed",
        "a changed column | update ledger_entry set actor_agency = 'X' where %s | ",
        "a changed subject | update ledger_entry set subject_ids = array[id] where %s | changed",
        "a deleted row | delete from ledger_entry where %s | missing",
        "a truncated tail | delete from ledger_leaf where leaf > 3 | missing"
      })
  void isFoundByTheWalk(String what, String sql, String word) throws SQLException {
    run(sql.formatted("ordinal = (select ordinal from ledger_leaf where leaf = 2)"));
    WitnessProgram.Ended ended = program.walks();
    assertThat(ended.said()).as(what).contains(word == null ? "2" : word);
    assertThat(ended.code()).as(ended.said()).isEqualTo(3);
  }

  @Test
  void twoRowsInEachOthersPlaceAreFound() throws SQLException {
    run("update ledger_leaf set ordinal = -ordinal where leaf in (2, 3)");
    run(
        "update ledger_leaf l set ordinal = -o.ordinal, at = o.at from ledger_leaf o where (l.leaf,"
            + " o.leaf) in ((2, 3), (3, 2))");
    assertThat(program.walks().code()).isEqualTo(3);
  }

  @Test
  void aRowThatWasPutInIsFound() throws SQLException {
    run(
        "alter table ledger_leaf drop constraint ledger_leaf_ordinal_key, drop constraint"
            + " ledger_leaf_leaf_check");
    run("update ledger_leaf set leaf = -leaf - 1 where leaf > 2");
    run("update ledger_leaf set leaf = -leaf where leaf < 0");
    run("insert into ledger_leaf select 3, ordinal, at from ledger_leaf where leaf = 2");
    WitnessProgram.Ended ended = program.walks();
    run("delete from ledger_leaf");
    run(
        "alter table ledger_leaf add constraint ledger_leaf_ordinal_key unique (ordinal), add"
            + " constraint ledger_leaf_leaf_check check (leaf >= 0)");
    assertThat(ended.code()).as(ended.said()).isEqualTo(3);
  }

  @Test
  void aDatabaseOfLastNightIsCaughtByAWitness() throws SQLException {
    String key = program.keygen("witness.example/" + System.nanoTime());
    assertThat(
            api.post(
                    "board.governance",
                    "/api/ledger/witnesses",
                    "{\"agency\":\"WELHAT-COUNCIL\",\"key\":\"" + key + "\"}")
                .status())
        .isEqualTo(204);
    WitnessProgram.Ended first = program.looks();
    assertThat(first.code()).as(first.said()).isZero();
    Answer witnesses = api.get("police.hco", "/api/ledger/witnesses");
    assertThat(witnesses.items("name")).contains(key.substring(0, key.indexOf('+')));
    assertThat(witnesses.items("size")).contains(Long.toString(newest()));
    run(
        "delete from ledger_checkpoint where tree_size = (select max(tree_size) from"
            + " ledger_checkpoint)");
    WitnessProgram.Ended second = program.looks();
    assertThat(second.said()).contains("shrunk");
    assertThat(second.code()).isEqualTo(3);
  }

  private long newest() throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery("select max(tree_size) from ledger_checkpoint")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
