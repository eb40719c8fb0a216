package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/**
 * With row-level security switched off, the gate in Java alone still refuses. (That the database
 * alone refuses too is TwoWallsIT, which asks it without the gate.)
 */
@ExtendWith({ApiExtension.class, StackExtension.class})
class OneWallIT {
  private static final List<String> TABLES =
      List.of(
          "referral",
          "referral_identity",
          "referral_needs",
          "referral_incident",
          "referral_masked",
          "referral_move",
          "referral_feedback",
          "referral_listing",
          "visibility",
          "exclusion",
          "access_grant",
          "restriction_name");

  private final Api api;
  private final Referrals referrals;
  private final Stack stack;

  OneWallIT(Api api, Stack stack) {
    this.api = api;
    this.stack = stack;
    referrals = new Referrals(api);
  }

  @BeforeEach
  void oneWallDown() throws SQLException {
    rowLevelSecurity("disable");
  }

  @AfterEach
  void bothWallsUp() throws SQLException {
    rowLevelSecurity("enable");
  }

  @Test
  void theGateAloneRefusesOutsiders() {
    String reference = referrals.received().reference();
    String draft = referrals.draft().reference();
    for (String outsider :
        List.of("btp.hco", "council2.officer", "nhs.safeguarding", "cps.prosecutor", "cps.lead")) {
      assertThat(api.get(outsider, "/api/referrals/" + reference).status()).isEqualTo(404);
      assertThat(api.listed(outsider)).doesNotContain(reference, draft);
    }
    for (String other : List.of("police.hco", "council.lead")) {
      assertThat(api.get(other, "/api/referrals/" + draft).status()).isEqualTo(404);
      assertThat(api.listed(other)).doesNotContain(draft);
    }
  }

  @Test
  void theGateAloneRefusesTheExcludedAndTheUnnamed() {
    String reference = referrals.received().reference();
    String address = "/api/referrals/" + reference;
    api.post(
        "police.hco",
        address + "/exclusions",
        "{\"username\":\"police.officer\",\"reason\":\"RELATIVE\"}");
    assertThat(api.get("police.officer", address).status()).isEqualTo(404);
    assertThat(api.listed("police.officer")).doesNotContain(reference);
    api.send(
        "PUT",
        address + "/restriction",
        api.token("police.hco"),
        "{\"names\":[]}",
        "Content-Type",
        "application/json");
    assertThat(api.get("police.lead", address).status()).isEqualTo(404);
    assertThat(api.get("police.hco", address).status()).isEqualTo(200);
  }

  private void rowLevelSecurity(String state) throws SQLException {
    try (Connection owner = stack.postgres().owner().getConnection();
        Statement statement = owner.createStatement()) {
      for (String table : TABLES) {
        statement.execute("alter table " + table + " " + state + " row level security");
      }
    }
  }
}
