package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who sees a referral is explained, can be narrowed to named people, and barred to somebody. */
@ExtendWith(ApiExtension.class)
class AccessIT {
  private final Api api;
  private final Referrals referrals;
  private final LedgerRows ledger;

  AccessIT(Api api, LedgerRows ledger) {
    this.api = api;
    referrals = new Referrals(api);
    this.ledger = ledger;
  }

  @Test
  void explainsToAReaderWhatTheySeeAndWho() {
    String reference = referrals.received().reference();
    Answer access = api.get("police.hco", "/api/referrals/" + reference + "/access");
    assertThat(access.status()).isEqualTo(200);
    Map<String, String> levels = levels(access);
    assertThat(levels)
        .hasSize(16)
        .containsEntry("D1", "FULL RECIPIENT")
        .containsEntry("D2", "FULL RECIPIENT")
        .containsEntry("D8", "ON_REQUEST ASK")
        .containsEntry("D13", "WITHHELD ROLE");
    assertThat(access.texts("/actions")).contains("referral.decide", "restricted.flag");
    assertThat(access.texts("/moves"))
        .containsExactly("ask", "accept", "reject", "redirect", "duplicate");
    assertThat(audiences(access))
        .contains(
            "WELHAT-COUNCIL council-officer sender",
            "WELHAT-COUNCIL council-officer owner",
            "WELHAT-COUNCIL information-governance header",
            "HERTS-POLICE hate-crime-officer recipient",
            "HERTS-POLICE police-officer recipient")
        .noneMatch(audience -> audience.contains("BTP"));
    assertThat(ledger.operations(reference))
        .last()
        .isEqualTo("CONSULT referral.read hate-crime-officer");
  }

  @Test
  void explainsNothingToAnybodyElse() {
    String reference = referrals.received().reference();
    String nowhere = api.get("btp.hco", "/api/referrals/HCR-2060-000001-X/access").body();
    for (String outsider : List.of("btp.hco", "nhs.practitioner", "cps.governance")) {
      Answer access = api.get(outsider, "/api/referrals/" + reference + "/access");
      assertThat(access.status()).isEqualTo(404);
      assertThat(access.body()).isEqualTo(nowhere);
    }
  }

  @Test
  void anExcludedColleagueLosesSightAtOnceAndFindsItAgainWhenItIsLifted() {
    String reference = referrals.received().reference();
    String address = "/api/referrals/" + reference;
    assertThat(api.get("police.officer", address).status()).isEqualTo(200);
    Answer excluded =
        api.post(
            "police.hco",
            address + "/exclusions",
            "{\"username\":\"police.officer\",\"reason\":\"NEIGHBOUR\"}");
    assertThat(excluded.status()).as(excluded.body()).isEqualTo(204);
    assertThat(api.get("police.officer", address).status()).isEqualTo(404);
    assertThat(api.listed("police.officer")).doesNotContain(reference);
    assertThat(ledger.refusals(reference)).isEmpty(); // to the database there is no such record
    assertThat(api.get("police.hco", address + "/exclusions").items("username"))
        .containsExactly("police.officer");
    String subject = api.subject("police.officer");
    assertThat(api.get("police.hco", address + "/exclusions").items("subject"))
        .containsExactly(subject);
    assertThat(lift(address, subject).status()).isEqualTo(204);
    assertThat(api.get("police.officer", address).status()).isEqualTo(200);
    assertThat(ledger.operations(reference)).contains("ALTER exclusion.manage hate-crime-officer");
    Answer again = lift(address, subject);
    assertThat(again.status()).isEqualTo(404);
    for (String other :
        List.of(UUID.randomUUID().toString(), api.subject("council.officer"), "police.officer")) {
      assertThat(lift(address, other).body()).as(other).isEqualTo(again.body());
    }
    assertThat(ledger.refusals(reference))
        .containsOnly("exclusion.manage not-excluded hate-crime-officer");
  }

  private Answer lift(String address, String subject) {
    return api.send("DELETE", address + "/exclusions/" + subject, api.token("police.hco"), null);
  }

  @Test
  void aColleagueOfAnotherAgencyOrAnUnknownReasonIsRefusedWithItsField() {
    String address = "/api/referrals/" + referrals.received().reference() + "/exclusions";
    assertThat(
            api.post("police.hco", address, "{\"username\":\"council.officer\",\"reason\":\"X\"}")
                .errors())
        .containsExactly("reason:unknown");
    assertThat(
            api.post(
                    "police.hco",
                    address,
                    "{\"username\":\"council.officer\",\"reason\":\"RELATIVE\"}")
                .errors())
        .containsExactly("username:unknown");
    assertThat(api.post("police.hco", address, "{}").errors())
        .containsExactlyInAnyOrder("username:required", "reason:required");
    // council officers may exclude only where they lead the team
    assertThat(
            api.post(
                    "council.officer",
                    address,
                    "{\"username\":\"council.lead\",\"reason\":\"RELATIVE\"}")
                .code())
        .isEqualTo("not-permitted");
    assertThat(api.post("police.officer", address, "{}").status()).isEqualTo(403);
  }

  @Test
  void aRestrictedRecordExistsForTheNamedOnly() {
    String reference = referrals.received().reference();
    String address = "/api/referrals/" + reference;
    Answer restricted =
        api.send(
            "PUT",
            address + "/restriction",
            api.token("police.hco"),
            "{\"names\":[\"police.lead\"]}",
            "Content-Type",
            "application/json");
    assertThat(restricted.status()).as(restricted.body()).isEqualTo(200);
    assertThat(restricted.json().get("restricted").asBoolean()).isTrue();
    for (String named : List.of("police.hco", "police.lead", "council.officer")) {
      assertThat(api.get(named, address).status()).as(named).isEqualTo(200);
      assertThat(api.listed(named)).contains(reference);
    }
    for (String other : List.of("police.officer", "council.lead")) {
      assertThat(api.get(other, address).status()).as(other).isEqualTo(404);
      assertThat(api.listed(other)).doesNotContain(reference);
      assertThat(api.get(other, "/api/referrals?reference=" + reference).items("reference"))
          .isEmpty();
    }
    Answer lifted = api.send("DELETE", address + "/restriction", api.token("police.lead"), null);
    assertThat(lifted.status()).as(lifted.body()).isEqualTo(200);
    assertThat(api.get("police.officer", address).status()).isEqualTo(200);
  }

  @Test
  void otherNamesTakeThePlaceOfThoseOfOnesOwnAgency() {
    String reference = referrals.received().reference();
    String address = "/api/referrals/" + reference;
    restrict("police.hco", address, "police.officer");
    assertThat(api.get("police.officer", address).status()).isEqualTo(200);
    restrict("police.hco", address, "police.lead");
    assertThat(api.get("police.officer", address).status()).isEqualTo(404);
    assertThat(api.get("police.lead", address).status()).isEqualTo(200);
    assertThat(api.get("police.hco", address).status()).isEqualTo(200);
    assertThat(api.get("council.officer", address).status()).isEqualTo(200);
  }

  @Test
  void whoeverHasAPartInItExcludesThemselvesAndCannotUndoIt() {
    String reference = referrals.received().reference();
    String address = "/api/referrals/" + reference;
    String declare = address + "/declared-conflict";
    assertThat(api.post("police.officer", declare, "{}").errors())
        .containsExactly("reason:required");
    assertThat(api.post("police.officer", declare, "{\"reason\":\"BORED\"}").errors())
        .containsExactly("reason:unknown");
    Answer declared = api.post("police.officer", declare, "{\"reason\":\"RELATIVE\"}");
    assertThat(declared.status()).as(declared.body()).isEqualTo(204);
    assertThat(api.get("police.officer", address).status()).isEqualTo(404);
    assertThat(api.post("police.officer", declare, "{\"reason\":\"OTHER\"}").status())
        .isEqualTo(404);
    assertThat(ledger.operations(reference)).contains("ALTER exclusion.declare police-officer");
    Answer seen = api.get("police.hco", address + "/exclusions");
    assertThat(seen.items("username")).containsExactly("police.officer");
    assertThat(seen.items("reason")).containsExactly("RELATIVE");
    api.send(
        "DELETE",
        address + "/exclusions/" + api.subject("police.officer"),
        api.token("police.hco"),
        null);
    assertThat(api.get("police.officer", address).status()).isEqualTo(200);
  }

  @Test
  void nobodyDeclaresAConflictInADraftOrInWhatTheyDoNotSee() {
    String draft = referrals.draft().reference();
    String body = "{\"reason\":\"OTHER\"}";
    String declare = "/api/referrals/" + draft + "/declared-conflict";
    assertThat(api.post("council.officer", declare, body).code()).isEqualTo("not-permitted");
    assertThat(api.post("council.lead", declare, body).status()).isEqualTo(404);
    assertThat(api.post("council.governance", declare, body).status()).isEqualTo(403);
    assertThat(ledger.refusals(draft))
        .containsExactly("exclusion.declare not-permitted council-officer");
  }

  private void restrict(String user, String address, String name) {
    Answer restricted =
        api.send(
            "PUT",
            address + "/restriction",
            api.token(user),
            "{\"names\":[\"" + name + "\"]}",
            "Content-Type",
            "application/json");
    assertThat(restricted.status()).as(restricted.body()).isEqualTo(200);
  }

  private static Map<String, String> levels(Answer access) {
    Map<String, String> levels = new TreeMap<>();
    for (JsonNode sight : access.json().get("classes")) {
      levels.put(
          sight.get("dataClass").asText(),
          sight.get("level").asText() + " " + sight.get("why").asText());
    }
    return levels;
  }

  private static List<String> audiences(Answer access) {
    List<String> audiences = new ArrayList<>();
    for (JsonNode audience : access.json().get("audiences")) {
      audiences.add(
          "%s %s %s"
              .formatted(
                  audience.get("agency").asText(),
                  audience.get("role").asText(),
                  audience.get("source").asText()));
    }
    return audiences;
  }
}
