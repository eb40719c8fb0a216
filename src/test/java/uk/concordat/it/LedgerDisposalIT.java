package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/** A month of entries whose time is over is erased by two agencies, and everybody can tell. */
@ExtendWith({ApiExtension.class, StackExtension.class})
class LedgerDisposalIT {
  private final Api api;
  private final LedgerTree tree;
  private final LedgerRows rows;
  private final Stack stack;
  private final OldEntries old;
  private final YearMonth month;

  @TempDir Path folder;

  LedgerDisposalIT(Api api, LedgerTree tree, LedgerRows rows, Stack stack) {
    this.api = api;
    this.tree = tree;
    this.rows = rows;
    this.stack = stack;
    old = new OldEntries(stack.postgres().superuser());
    month = old.fresh();
  }

  @Test
  void aDisposalIsToldApartFromTampering() throws SQLException {
    threeEntries();
    assertThat(propose("council.governance").status()).isEqualTo(204);
    Answer erased = approve("police.governance");
    assertThat(erased.status()).isEqualTo(200);
    assertThat(erased.text("/rule")).isEqualTo("LEDGER_SEVEN_YEARS");
    assertThat(entries()).isZero();
    assertThat(rows.about("ledger-month", month("id")))
        .containsExactly("disposal.approve information-governance");
    tree.awaitAll();
    WitnessProgram.Ended lawful = walk();
    assertThat(lawful.said())
        .contains(month + ", proposed by WELHAT-COUNCIL, approved by HERTS-POLICE")
        .doesNotContain(" 0 of them");
    assertThat(lawful.code()).isZero();
    own("update ledger_month set rule = 'ANOTHER' where id = '" + month("id") + "'");
    WitnessProgram.Ended otherRule = walk();
    own("update ledger_month set rule = 'LEDGER_SEVEN_YEARS' where id = '" + month("id") + "'");
    assertThat(otherRule.said()).contains("nothing tells of its disposal");
    assertThat(otherRule.code()).isEqualTo(3);
    assertThat(refusal(approve("nhs.governance"))).isEqualTo("409 disposed");
  }

  @Test
  void aDisposalThatOnlyTheTableOfMonthsKnowsOfIsTampering() throws SQLException {
    threeEntries();
    own("create table kept as select * from ledger_entry where " + within());
    own("delete from ledger_entry where " + within());
    own(
        "update ledger_month set rule = 'LEDGER_SEVEN_YEARS', proposed_by = gen_random_uuid(),"
            + " proposed_agency = 'BTP', proposed_at = now(), approved_by = gen_random_uuid(),"
            + " disposed_on = current_date, tombstone = 1, tombstone_at = now() where id = '"
            + month("id")
            + "'");
    WitnessProgram.Ended walked = walk();
    own(
        "update ledger_month set rule = null, proposed_by = null, proposed_agency = null,"
            + " proposed_at = null, approved_by = null, disposed_on = null, tombstone = null,"
            + " tombstone_at = null where id = '"
            + month("id")
            + "'");
    own("alter table ledger_entry disable trigger ledger_wait");
    own("insert into ledger_entry overriding system value select * from kept");
    own("alter table ledger_entry enable trigger ledger_wait");
    own("drop table kept");
    assertThat(walked.said()).contains("nothing tells of its disposal");
    assertThat(walked.code()).isEqualTo(3);
  }

  @Test
  void oneAgencyAloneErasesNothing() throws SQLException {
    threeEntries();
    assertThat(refusal(approve("police.governance"))).isEqualTo("409 not-proposed");
    assertThat(propose("police.governance").status()).isEqualTo(204);
    assertThat(refusal(propose("council.governance"))).isEqualTo("409 proposed");
    assertThat(refusal(approve("police.governance"))).isEqualTo("409 own-proposal");
    assertThat(refusal(withdraw("council.governance"))).isEqualTo("409 not-yours");
    assertThat(withdraw("police.governance").status()).isEqualTo(204);
    assertThat(refusal(approve("council.governance"))).isEqualTo("409 not-proposed");
    assertThat(entries()).isEqualTo(3);
    assertThat(rows.refused("police.governance"))
        .contains("disposal.approve not-proposed", "disposal.approve own-proposal");
  }

  @Test
  void whatIsAboutARecordThatIsHeldIsKept() throws SQLException {
    String held = new Referrals(api).received().reference();
    old.write(month, UUID.fromString(rows.record(held)));
    tree.awaitAll();
    assertThat(refusal(propose("council.governance"))).isEqualTo("409 records-held");
    assertThat(entries()).isOne();
  }

  @Test
  void aMonthThatIsNotOldEnoughIsKept() {
    Answer refused =
        api.send(
            "PUT",
            "/api/ledger/months/" + YearMonth.now(ZoneOffset.UTC) + "/disposal",
            api.token("council.governance"),
            null);
    assertThat(refusal(refused)).isEqualTo("409 too-young");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1969-12", "2026-13", "nonsense", "0000-01", "-0001-01"})
  void aMonthThatTheLedgerDoesNotHaveIsNotThere(String none) {
    Answer refused =
        api.send(
            "PUT",
            "/api/ledger/months/" + none + "/disposal",
            api.token("council.governance"),
            null);
    assertThat(refused.status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"police.lead", "council.officer", "board.analyst"})
  void whoeverDoesNotGovernDoesNone(String user) {
    assertThat(propose(user).status()).isEqualTo(403);
    assertThat(withdraw(user).status()).isEqualTo(403);
    assertThat(approve(user).status()).isEqualTo(403);
    assertThat(rows.refused(user)).contains("disposal.approve role-lacks-action");
  }

  private void threeEntries() {
    for (int i = 0; i < 3; i++) {
      old.write(month, UUID.randomUUID());
    }
    tree.awaitAll();
  }

  private Answer propose(String user) {
    return api.send("PUT", address(), api.token(user), null);
  }

  private Answer withdraw(String user) {
    return api.send("DELETE", address(), api.token(user), null);
  }

  private Answer approve(String user) {
    return api.send("POST", address() + "/approval", api.token(user), null);
  }

  private String address() {
    return "/api/ledger/months/" + month + "/disposal";
  }

  private static String refusal(Answer answer) {
    return answer.status() + " " + answer.code();
  }

  private WitnessProgram.Ended walk() {
    var program = new WitnessProgram(stack, folder);
    program.file("log.keys", api.get("nhs.governance", "/api/ledger/key").body());
    return program.walks();
  }

  private int entries() throws SQLException {
    return Integer.parseInt(one("select count(*) from ledger_entry where " + within()));
  }

  private String within() {
    return "at >= '%1$s-01' and at < '%2$s-01'".formatted(month, month.plusMonths(1));
  }

  private String month(String column) throws SQLException {
    return one("select %s from ledger_month where month = '%s-01'".formatted(column, month));
  }

  private String one(String sql) throws SQLException {
    List<String> row =
        new DatabaseOwner(stack.postgres().superuser()).row(sql + " and ? <> ''", "x");
    return row.get(0);
  }

  private void own(String sql) throws SQLException {
    try (Connection connection = stack.postgres().superuser().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
