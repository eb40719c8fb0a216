package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Information governance learns what its agency's staff could see; headers, never content. */
@ExtendWith(ApiExtension.class)
class StaffSightIT {
  private final Api api;
  private final Referrals referrals;
  private final LedgerRows ledger;
  private final StaffDirectory directory;

  StaffSightIT(Api api, LedgerRows ledger, StaffDirectory directory) {
    this.api = api;
    referrals = new Referrals(api);
    this.ledger = ledger;
    this.directory = directory;
  }

  @Test
  void namesARecordByEachReasonForWhichItCouldBeSeen() {
    String reference = referrals.received().reference();
    assertThat(record(sight("police.governance", "police.officer"), reference))
        .isEqualTo("RECEIVED WELHAT-COUNCIL HERTS-POLICE [police-officer] [AGENCY]");
    assertThat(record(sight("council.governance", "council.officer"), reference))
        .endsWith("[council-officer] [OWN, AGENCY]");
    assertThat(record(sight("council.governance", "council.lead"), reference))
        .endsWith("[council-officer] [AGENCY]");
    String file = referrals.sent("police.hco", "CPS-THAMES-CHILTERN").reference();
    assertThat(record(sight("cps.governance", "cps.prosecutor"), file))
        .endsWith("[cps-prosecutor] [TEAM]");
    assertThat(record(sight("police.governance", "police.governance"), reference))
        .endsWith("[information-governance] [HEADER]");
    assertThat(record(sight("police.governance", "police.admin"), reference)).isNull();
    referrals.moved(
        "police.hco", reference, "{\"move\":\"accept\",\"assignee\":\"police.officer\"}");
    assertThat(record(sight("police.governance", "police.officer"), reference))
        .endsWith("[police-officer] [ASSIGNED, AGENCY]");
  }

  @Test
  void saysNothingOfWhatIsInARecord() {
    Answer referral = referrals.received();
    String body = sight("police.governance", "police.officer").body();
    assertThat(body)
        .contains(referral.reference())
        .doesNotContain(referral.text("/person/name"), "\"strands\"", "\"urgency\"")
        .doesNotContain(referral.text("/incident/place"));
  }

  @Test
  void saysWhoLeadsAndWhoManages() {
    JsonNode lead = sight("police.governance", "police.lead").json();
    assertThat(lead.at("/leads/0/code").asText()).isEqualTo("hate-crime-unit");
    assertThat(lead.at("/leads/0/since").asText()).isEqualTo("2026-01-01");
    assertThat(lead.get("manages").toString()).contains("police.hco");
    JsonNode member = sight("police.governance", "police.hco").json();
    assertThat(member.at("/manager/code").asText()).isEqualTo("police.lead");
    assertThat(member.get("leads")).isEmpty();
    assertThat(member.at("/roles/0/role").asText()).isEqualTo("hate-crime-officer");
    assertThat(member.at("/roles/0/classes")).hasSize(18);
  }

  @Test
  void countsWhatEveryRoleOfTheirsCouldSee() {
    String username = directory.joins();
    directory.gets(username, "agency-admin");
    String token = api.token(username);
    api.send("GET", "/api/me", token, null);
    api.send(
        "PUT",
        "/api/me/acting-role",
        token,
        "{\"role\":\"agency-admin\"}",
        "Content-Type",
        "application/json");
    api.send("GET", "/api/me", token, null);
    String reference = referrals.submitted().reference();
    Answer sight = sight("council.governance", username);
    assertThat(sight.text("/role")).isEqualTo("agency-admin");
    assertThat(record(sight, reference)).endsWith("[council-officer] [AGENCY]");
    assertThat(sight.json().get("total").asInt())
        .isEqualTo(sight.json().at("/counts/0/records").asInt())
        .isPositive();
  }

  @Test
  void anExcludedRecordIsNotSeenButNamedAsExcluded() {
    String reference = referrals.received().reference();
    api.post(
        "police.hco",
        "/api/referrals/" + reference + "/exclusions",
        "{\"username\":\"police.officer\",\"reason\":\"NEIGHBOUR\"}");
    Answer sight = sight("police.governance", "police.officer");
    assertThat(record(sight, reference)).isNull();
    assertThat(items(sight, "exclusions").map(each -> each.get("reference").asText()))
        .contains(reference);
  }

  @Test
  void aRestrictedRecordThatDoesNotNameTheReaderIsNotThereNorCounted() {
    int before = total("police.governance", "police.officer");
    String reference = referrals.received().reference();
    assertThat(total("police.governance", "police.officer")).isEqualTo(before + 1);
    api.post(
        "police.hco",
        "/api/referrals/" + reference + "/exclusions",
        "{\"username\":\"police.liaison\",\"reason\":\"OTHER\"}");
    Answer restricted =
        api.send(
            "PUT",
            "/api/referrals/" + reference + "/restriction",
            api.token("police.hco"),
            "{\"names\":[\"police.officer\"]}",
            "Content-Type",
            "application/json");
    assertThat(restricted.status()).isEqualTo(200);
    assertThat(api.get("police.officer", "/api/referrals/" + reference).status()).isEqualTo(200);
    assertThat(total("police.governance", "police.officer")).isEqualTo(before);
    for (String person : List.of("police.officer", "police.hco", "police.liaison")) {
      assertThat(sight("police.governance", person).body()).doesNotContain(reference);
    }
  }

  @Test
  void accessGivenToAnotherAgencysRecordIsNamedWithoutTheRecord() {
    String reference = referrals.received().reference();
    Answer asked =
        api.post(
            "nhs.safeguarding",
            "/api/access-requests",
            """
            {"reference":"%s","dataClasses":["D5"],"purpose":"SAFEGUARDING","why":"A patient.",
             "duration":"SEVEN_DAYS"}"""
                .formatted(reference));
    String request = "/api/access-requests/" + asked.text("/id");
    Answer approved =
        api.post(
            "council.lead",
            request + "/moves",
            "{\"move\":\"approve\",\"dataClasses\":[\"D5\"],\"text\":\"As needed.\"}",
            "If-Match",
            api.get("council.lead", request).etag());
    assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    Answer sight = sight("nhs.governance", "nhs.safeguarding");
    assertThat(sight.body()).doesNotContain(reference);
    JsonNode grant = items(sight, "grants").reduce((first, last) -> last).orElseThrow();
    assertThat(grant.get("owner").asText()).isEqualTo("WELHAT-COUNCIL");
    assertThat(grant.get("source").asText()).isEqualTo("GRANT");
    assertThat(grant.get("dataClasses").toString()).contains("D5");
    assertThat(grant.has("until")).isTrue();
  }

  @Test
  void looksAtItsOwnStaffOnlyAndEveryOtherNameIsTheSameNothing() {
    int before = ledger.refusals("information-governance", "not-visible");
    Answer nobody = api.get("police.governance", path(UUID.randomUUID().toString()));
    Answer other = api.get("police.governance", path(api.subject("council.officer")));
    Answer named = api.get("police.governance", path("police.officer"));
    assertThat(List.of(nobody.status(), other.status(), named.status())).containsOnly(404);
    assertThat(other.body()).isEqualTo(nobody.body());
    assertThat(named.body()).as("a user name is in no address").isEqualTo(nobody.body());
    assertThat(api.get("board.governance", path(api.subject("police.officer"))).body())
        .isEqualTo(nobody.body());
    assertThat(ledger.refusals("information-governance", "not-visible")).isEqualTo(before + 4);
  }

  @Test
  void findsByAListWhomItCanLookAt() {
    String officer = api.subject("police.officer");
    api.subject("council.officer");
    Answer staff = api.get("police.governance", "/api/staff");
    assertThat(staff.items("subject")).contains(officer);
    assertThat(staff.items("username"))
        .contains("police.officer")
        .doesNotContain("council.officer");
    assertThat(api.get("police.hco", "/api/staff").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "police.officer",
        "police.hco",
        "police.lead",
        "police.liaison",
        "police.admin",
        "cps.prosecutor",
        "cps.reviewer",
        "council.officer",
        "nhs.practitioner",
        "nhs.safeguarding",
        "tprc.reporter",
        "board.analyst"
      })
  void isRefusedToEveryOtherRole(String user) {
    assertThat(api.get(user, path(api.subject("police.officer"))).status()).isEqualTo(403);
  }

  @Test
  void theLedgerNamesThePersonLookedAtAndTheRecordsShown() {
    String reference = referrals.received().reference();
    int before = ledger.aboutStaff("police.officer").size();
    sight("police.governance", "police.officer");
    assertThat(ledger.aboutStaff("police.officer"))
        .hasSize(before + 1)
        .last()
        .isEqualTo("CONSULT sight.read information-governance");
    assertThat(ledger.operations(reference))
        .last()
        .isEqualTo("CONSULT sight.read information-governance");
  }

  private Answer sight(String governance, String username) {
    Answer sight = api.get(governance, path(api.subject(username)));
    assertThat(sight.status()).as(sight.body()).isEqualTo(200);
    return sight;
  }

  private static String path(String subject) {
    return "/api/staff/" + subject + "/sight";
  }

  private int total(String governance, String username) {
    return sight(governance, username).json().get("total").asInt();
  }

  /** What is said of a record; null where nothing is. */
  private static String record(Answer sight, String reference) {
    return items(sight, "records")
        .filter(each -> each.get("reference").asText().equals(reference))
        .map(
            each ->
                "%s %s %s %s %s"
                    .formatted(
                        each.get("state").asText(),
                        each.get("from").asText(),
                        each.get("to").asText(),
                        texts(each.get("roles")),
                        texts(each.get("sources"))))
        .findFirst()
        .orElse(null);
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static Stream<JsonNode> items(Answer sight, String list) {
    return StreamSupport.stream(sight.json().get(list).spliterator(), false);
  }
}
