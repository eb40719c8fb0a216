package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Information governance knows a record by its header: it learns who sees it, excludes and
 * restricts, and reads nothing of what it says.
 */
@ExtendWith(ApiExtension.class)
class OversightIT {
  private static final String[] JSON = {"Content-Type", "application/json"};

  private final Api api;
  private final Visitors visitors;
  private final Referrals referrals;
  private final LedgerRows ledger;
  private final DatabaseOwner owner;

  OversightIT(Api api, Visitors visitors, LedgerRows ledger, DatabaseOwner owner) {
    this.api = api;
    this.visitors = visitors;
    this.ledger = ledger;
    this.owner = owner;
    referrals = new Referrals(api);
  }

  @Test
  void isToldWhoSeesItAndWhatItCanDoByTheHeader() {
    Answer referral = referrals.received();
    String address = "/api/referrals/" + referral.reference();
    for (String governance : List.of("council.governance", "police.governance")) {
      Answer access = api.get(governance, address + "/access");
      assertThat(access.status()).as(access.body()).isEqualTo(200);
      assertThat(access.texts("/actions")).containsExactly("exclusion.manage", "restricted.flag");
      assertThat(access.texts("/moves")).isEmpty();
      assertThat(access.body()).contains("\"source\":\"recipient\"");
      assertThat(access.body())
          .doesNotContain(referral.text("/person/name"), referral.text("/incident/place"));
      assertThat(api.get(governance, address).status()).as("its content").isEqualTo(404);
    }
    assertThat(ledger.operations(referral.reference()))
        .last()
        .isEqualTo("CONSULT referral.header information-governance");
  }

  @Test
  void excludesAndLifts() {
    String reference = referrals.received().reference();
    String exclusions = "/api/referrals/" + reference + "/exclusions";
    Answer excluded =
        api.post(
            "police.governance",
            exclusions,
            "{\"username\":\"police.officer\",\"reason\":\"RELATIVE\"}");
    assertThat(excluded.status()).as(excluded.body()).isEqualTo(204);
    assertThat(api.get("police.officer", "/api/referrals/" + reference).status()).isEqualTo(404);
    String subject = api.get("police.governance", exclusions).items("subject").get(0);
    assertThat(api.get("council.governance", exclusions).body())
        .as("who it is, is told to their own agency")
        .contains("RELATIVE")
        .doesNotContain(subject, "police.officer");
    Answer lifted =
        api.send("DELETE", exclusions + "/" + subject, api.token("police.governance"), null);
    assertThat(lifted.status()).isEqualTo(204);
    assertThat(api.get("police.officer", "/api/referrals/" + reference).status()).isEqualTo(200);
    assertThat(ledger.operations(reference))
        .contains("ALTER exclusion.manage information-governance");
  }

  @Test
  void restrictsAndLifts() {
    String reference = referrals.received().reference();
    String address = "/api/referrals/" + reference;
    String etag = api.get("police.hco", address).etag();
    Answer restricted =
        api.send(
            "PUT",
            address + "/restriction",
            api.token("police.governance"),
            "{\"names\":[\"police.hco\"]}",
            JSON);
    assertThat(restricted.status()).as(restricted.body()).isEqualTo(200);
    assertThat(restricted.json().get("restricted").asBoolean()).isTrue();
    assertThat(api.get("police.hco", address).etag()).isNotEqualTo(etag);
    for (String other : List.of("police.lead", "council.lead")) {
      assertThat(api.get(other, address).status()).as(other).isEqualTo(404);
    }
    assertThat(api.get("council.governance", address + "/access").status()).isEqualTo(404);
    Answer lifted =
        api.send("DELETE", address + "/restriction", api.token("police.governance"), null);
    assertThat(lifted.json().get("restricted").asBoolean()).isFalse();
    assertThat(api.get("police.lead", address).status()).isEqualTo(200);
  }

  @Test
  void doesNothingElseAndNothingElsewhere() {
    String reference = referrals.received().reference();
    String address = "/api/referrals/" + reference;
    String unknown = api.get("btp.hco", "/api/referrals/HCR-2060-000001-X/access").body();
    owner.exclude(reference, "council.governance");
    for (String stranger :
        List.of("board.governance", "cps.governance", "nhs.governance", "council.governance")) {
      assertThat(api.get(stranger, address + "/access").body()).as(stranger).isEqualTo(unknown);
      assertThat(api.get(stranger, address + "/exclusions").body()).isEqualTo(unknown);
    }
    String draft = "/api/referrals/" + referrals.draft().reference() + "/access";
    assertThat(api.get("council.governance", draft).body()).isEqualTo(unknown);
    assertThat(api.get("police.governance", "/api/referrals").status()).isEqualTo(403);
  }

  @Test
  void hasAPageForIt() {
    Answer referral = referrals.received();
    Visitor governance = visitors.signedIn("police.governance");
    String reference = referral.reference();
    Answer sent = governance.get("/referral/referral.xhtml?ref=" + reference);
    assertThat(sent.header("Location").orElseThrow())
        .endsWith("/referral/header.xhtml?ref=" + reference);
    Answer page = governance.get("/referral/header.xhtml?ref=" + reference);
    assertThat(page.body())
        .contains("Who sees " + reference + "?", "Restrict it to named people")
        .doesNotContain(referral.text("/person/name"), "Say that you know somebody");
    assertThat(governance.get("/referral/restrict.xhtml?ref=" + reference).status()).isEqualTo(200);
    assertThat(governance.get("/referral/exclude.xhtml?ref=" + reference).status()).isEqualTo(200);
    Visitor reader = visitors.signedIn("police.hco");
    assertThat(reader.get("/referral/header.xhtml?ref=" + reference).status()).isEqualTo(404);
  }
}
