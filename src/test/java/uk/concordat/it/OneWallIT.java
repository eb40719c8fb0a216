package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/**
 * With row-level security switched off for every table, the gate in Java alone still refuses. (That
 * the database alone refuses too is {@link OtherWallIT}.)
 */
@ExtendWith({ApiExtension.class, StackExtension.class})
class OneWallIT {
  private final Api api;
  private final Referrals referrals;
  private final Stack stack;
  private Dossier dossier;
  private List<String> tables;

  OneWallIT(Api api, Stack stack) {
    this.api = api;
    this.stack = stack;
    referrals = new Referrals(api);
  }

  @BeforeEach
  void oneWallDown() throws SQLException {
    dossier = new Dossier(api, stack.postgres().superuser());
    try (Connection superuser = stack.postgres().superuser().getConnection()) {
      var guarded = new GuardedTables(superuser);
      tables = guarded.names();
      assertThat(tables).hasSizeGreaterThan(35).contains("referral", "visibility", "ledger_entry");
      guarded.rowLevelSecurity(tables, "disable");
    }
  }

  @AfterEach
  void bothWallsUp() throws SQLException {
    try (Connection superuser = stack.postgres().superuser().getConnection()) {
      new GuardedTables(superuser).rowLevelSecurity(tables, "enable");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "btp.hco",
        "cps.lead",
        "cps.reviewer",
        "cps.governance",
        "nhs2.practitioner",
        "tprc.reporter",
        "board.governance",
        "board.analyst"
      })
  void theGateAloneRefusesOutsidersAtEveryDoor(String outsider) {
    String record = "/api/referrals/" + dossier.reference();
    assertRefused(outsider, "GET", record, null);
    assertRefused(outsider, "GET", record + "/access", null);
    assertRefused(outsider, "GET", record + "/exclusions", null);
    assertRefused(outsider, "PATCH", record, "{\"urgency\":\"HIGH\"}");
    assertRefused(outsider, "PATCH", "/api/referrals/" + dossier.draft(), "{\"urgency\":\"HIGH\"}");
    assertRefused(outsider, "POST", record + "/moves", Doors.REJECT);
    assertRefused(
        outsider,
        "POST",
        record + "/exclusions",
        "{\"username\":\"police.officer\",\"reason\":\"RELATIVE\"}");
    assertRefused(
        outsider, "DELETE", record + "/exclusions/" + api.subject("police.officer"), null);
    assertRefused(outsider, "PUT", record + "/restriction", "{\"names\":[]}");
    assertRefused(outsider, "DELETE", record + "/restriction", null);
    assertRefused(outsider, "POST", record + "/declared-conflict", "{\"reason\":\"RELATIVE\"}");
    assertRefused(outsider, "GET", "/api/referrals/" + dossier.draft() + "/consent-override", null);
    assertRefused(outsider, "GET", "/api/staff/" + api.subject("council.officer") + "/sight", null);
    assertRefused(outsider, "GET", "/api/incidents/" + dossier.incident(), null);
    String request = "/api/access-requests/" + dossier.request();
    assertRefused(outsider, "GET", request, null);
    assertRefused(outsider, "POST", request + "/moves", "{\"move\":\"approve\",\"text\":\"Yes.\"}");
    String glass = "/api/break-glass/" + dossier.glass();
    assertRefused(outsider, "GET", glass + "/shown", null);
    assertRefused(outsider, "POST", glass + "/moves", "{\"move\":\"close\"}");
    assertRefused(
        outsider,
        "POST",
        glass + "/moves",
        "{\"move\":\"review\",\"verdict\":\"JUSTIFIED\",\"text\":\"Fine.\"}");
    String proposal = Agreements.path(dossier.proposal());
    assertRefused(outsider, "GET", proposal, null);
    assertRefused(outsider, "GET", proposal + "/preview", null);
    assertRefused(outsider, "POST", proposal + "/moves", "{\"move\":\"sign\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"btp.hco", "cps.lead", "nhs2.practitioner", "tprc.reporter"})
  void theGateAloneListsNothingOfOthers(String outsider) {
    assertThat(api.listed(outsider)).doesNotContain(dossier.reference(), dossier.draft());
    assertThat(api.get(outsider, "/api/incidents?limit=100").body())
        .doesNotContain(dossier.incident());
    assertNamesNothing(api.get(outsider, "/api/access-requests"));
    assertNamesNothing(api.get(outsider, "/api/break-glass"));
    assertNamesNothing(api.get(outsider, "/api/notices"));
    assertNamesNothing(api.get(outsider, "/api/agreements"));
    assertNamesNothing(api.get(outsider, "/api/me/trail"));
    assertNamesNothing(api.get(outsider, "/api/ledger/entries"));
  }

  @Test
  void theGateAloneShowsGovernanceOfOthersNothing() {
    for (String outsider : List.of("cps.governance", "board.governance")) {
      assertNamesNothing(api.get(outsider, "/api/break-glass/reviews"));
      assertNamesNothing(api.get(outsider, "/api/notices"));
      assertNamesNothing(api.get(outsider, "/api/agreements"));
      assertNamesNothing(api.get(outsider, "/api/me/trail"));
    }
    assertNamesNothing(api.get("cps.governance", "/api/ledger/entries"));
    assertThat(api.get("council.governance", "/api/break-glass/reviews").body())
        .contains(dossier.glass());
  }

  @Test
  void theGateAloneKeepsProposalsFromColleaguesWhoAreNotGovernance() {
    String proposal = Agreements.path(dossier.proposal());
    for (String colleague : List.of("police.hco", "council.lead")) {
      assertRefused(colleague, "GET", proposal, null);
      assertThat(api.get(colleague, "/api/agreements").body())
          .doesNotContain(dossier.proposal().text("/code"));
    }
  }

  @Test
  void theGateAloneKeepsDraftsFromColleagues() {
    for (String other : List.of("police.hco", "council.lead")) {
      assertRefused(other, "GET", "/api/referrals/" + dossier.draft(), null);
      assertThat(api.listed(other)).doesNotContain(dossier.draft());
    }
  }

  @Test
  void theGateAloneRefusesTheExcludedAndTheUnnamed() {
    String address = "/api/referrals/" + referrals.received().reference();
    String reference = address.replaceFirst(".*/", "");
    api.post(
        "police.hco",
        address + "/exclusions",
        "{\"username\":\"police.officer\",\"reason\":\"RELATIVE\"}");
    assertThat(api.get("police.officer", address).status()).isEqualTo(404);
    assertThat(api.listed("police.officer")).doesNotContain(reference);
    String[] json = {"Content-Type", "application/json"};
    api.send("PUT", address + "/restriction", api.token("police.hco"), "{\"names\":[]}", json);
    assertThat(api.get("police.lead", address).status()).isEqualTo(404);
    assertThat(api.get("police.hco", address).status()).isEqualTo(200);
  }

  @Test
  void theGateAloneWithholdsTheNameFromWhoeverSeesTheHeaderOnly() {
    String reference = referrals.sent("tprc.reporter", "HERTS-POLICE").reference();
    Answer listed = api.get("tprc.reporter", "/api/referrals?reference=" + reference);
    assertThat(listed.items("reference")).containsExactly(reference);
    assertThat(listed.body()).doesNotContain(referrals.complete().at("/person/name").asText());
  }

  @Test
  void theGateAloneKeepsTheForcesOwnWorkOutOfTheSendersTimeline() {
    String timeline = "/api/referrals/" + dossier.reference() + "/timeline?limit=100";
    assertThat(api.get("council.officer", timeline).items("kind"))
        .isNotEmpty()
        .doesNotContain("TRIAGE", "RISK", "PLAN");
    assertThat(api.get("police.hco", timeline).items("kind")).contains("TRIAGE", "RISK", "PLAN");
  }

  private void assertRefused(String user, String method, String path, String body) {
    String type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
    Answer answer =
        body == null
            ? api.send(method, path, api.token(user), null)
            : api.send(
                method, path, api.token(user), body, "Content-Type", type, "If-Match", "\"v1\"");
    assertThat(answer.status())
        .as("%s %s as %s: %s", method, path, user, answer.body())
        .isIn(403, 404);
  }

  private void assertNamesNothing(Answer answer) {
    assertThat(answer.body())
        .doesNotContain(
            dossier.reference(),
            dossier.request(),
            dossier.glass(),
            dossier.proposal().text("/code"));
  }
}
