package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What changes about a person in Keycloak counts from the next request: with the token that they
 * already have, and in the session that they are already in.
 */
@ExtendWith(ApiExtension.class)
class IdentityChangesIT {
  private final Api api;
  private final Visitors visitors;
  private final StaffDirectory directory;
  private String username;
  private String token;
  private Visitor session;

  IdentityChangesIT(Api api, Visitors visitors, StaffDirectory directory) {
    this.api = api;
    this.visitors = visitors;
    this.directory = directory;
  }

  @BeforeEach
  void signIn() {
    username = directory.joins();
    token = api.token(username);
    session = visitors.signedIn(username);
    assertThat(me().text("/role")).isEqualTo("council-officer");
    sessionActsAs("Council officer", "Welwyn Hatfield council");
  }

  @Test
  void whoIsDisabledIsRefused() {
    directory.disables(username);
    tokenIsRefused();
    sessionIsOver();
  }

  @Test
  void whoIsSignedOutIsRefused() {
    directory.signsOut(username);
    tokenIsRefused();
    sessionIsOver();
  }

  @Test
  void whoLosesTheirRoleIsRefused() {
    directory.loses(username, "council-officer");
    tokenIsRefused();
    Answer page = session.get("/");
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.body()).doesNotContain("Your work</h1>");
  }

  @Test
  void whoGetsAnotherRoleActsInIt() {
    directory.loses(username, "council-officer");
    directory.gets(username, "agency-admin");
    assertThat(me().text("/role")).isEqualTo("agency-admin");
    sessionActsAs("Agency administrator", "Welwyn Hatfield council");
  }

  @Test
  void whoMovesActsForTheirNewAgency() {
    directory.moves(username, "STEVENAGE-COUNCIL");
    assertThat(me().json().toString()).contains("STEVENAGE-COUNCIL").doesNotContain("WELHAT");
    sessionActsAs("Council officer", "Stevenage council");
  }

  private Answer me() {
    Answer me = api.send("GET", "/api/me", token, null);
    assertThat(me.status()).as(me.body()).isEqualTo(200);
    return me;
  }

  private void tokenIsRefused() {
    Answer answer = api.send("GET", "/api/me", token, null);
    assertThat(answer.status()).as(answer.body()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("invalid-token");
  }

  /** By the header; further down the page other agencies may be named. */
  private void sessionActsAs(String role, String agency) {
    assertThat(session.get("/").body())
        .contains("<span class=\"you__role\">" + role + "</span>")
        .contains("<span class=\"you__agency\">" + agency + "</span>");
  }

  private void sessionIsOver() {
    assertThat(session.get("/").status()).isEqualTo(302);
    assertThat(session.follow("/").body()).contains("name=\"password\"");
  }
}
