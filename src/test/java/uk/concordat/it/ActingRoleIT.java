package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever holds several roles acts in one, and what they see and may do is that one's. */
@ExtendWith(ApiExtension.class)
class ActingRoleIT {
  private final Api api;
  private final StaffDirectory directory;
  private final LedgerRows ledger;
  private String username;
  private String token;

  ActingRoleIT(Api api, StaffDirectory directory, LedgerRows ledger) {
    this.api = api;
    this.directory = directory;
    this.ledger = ledger;
  }

  @BeforeEach
  void holdTwoRoles() {
    username = directory.joins();
    directory.gets(username, "agency-admin");
    token = api.token(username);
    assertThat(me().text("/role")).isEqualTo("council-officer");
    assertThat(me().texts("/roles")).containsExactly("council-officer", "agency-admin");
  }

  @Test
  void anotherRoleCountsFromTheNextRequestAndIsInTheLedger() {
    assertThat(get("/api/referrals").status()).isEqualTo(200);
    assertThat(act("{\"role\":\"agency-admin\"}").status()).isEqualTo(204);
    assertThat(me().text("/role")).isEqualTo("agency-admin");
    assertThat(me().texts("/actions")).contains("user.manage").doesNotContain("referral.read");
    assertThat(get("/api/referrals").status()).isEqualTo(403);
    assertThat(act("{\"role\":\"council-officer\"}").status()).isEqualTo(204);
    assertThat(get("/api/referrals").status()).isEqualTo(200);
    assertThat(ledger.aboutStaff(username))
        .containsExactly("ALTER session.act council-officer", "ALTER session.act agency-admin");
  }

  @Test
  void aRoleThatIsNotHeldIsRefusedAndTheRefusalRecorded() {
    Answer foreign = act("{\"role\":\"information-governance\"}");
    assertThat(foreign.status()).isEqualTo(400);
    assertThat(foreign.errors()).containsExactly("role:not-held");
    assertThat(act("{}").errors()).containsExactly("role:required");
    assertThat(me().text("/role")).isEqualTo("council-officer");
    assertThat(ledger.aboutStaff(username))
        .containsExactly("role-not-held session.act council-officer");
  }

  @Test
  void aRoleThatCannotBeHeldInTheAgencyIsNoRoleThere() {
    directory.gets(username, "police-officer");
    assertThat(me().texts("/roles")).containsExactly("council-officer", "agency-admin");
    assertThat(act("{\"role\":\"police-officer\"}").errors()).containsExactly("role:not-held");
  }

  @Test
  void whoLosesTheRoleTheyActInFallsBackToAnother() {
    act("{\"role\":\"agency-admin\"}");
    directory.loses(username, "agency-admin");
    assertThat(me().text("/role")).isEqualTo("council-officer");
    assertThat(me().texts("/roles")).containsExactly("council-officer");
  }

  @Test
  void whoMovesWhereTheirRoleCannotBeHeldFallsBackToOneThatCan() {
    act("{\"role\":\"council-officer\"}");
    directory.moves(username, "NORTH-LEA-NHS");
    assertThat(me().text("/role")).isEqualTo("agency-admin");
  }

  private Answer me() {
    Answer me = get("/api/me");
    assertThat(me.status()).as(me.body()).isEqualTo(200);
    return me;
  }

  private Answer get(String path) {
    return api.send("GET", path, token, null);
  }

  private Answer act(String body) {
    return api.send("PUT", "/api/me/acting-role", token, body, "Content-Type", "application/json");
  }
}
