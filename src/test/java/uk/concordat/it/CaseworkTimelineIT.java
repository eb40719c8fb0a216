package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the police did about a referral stands in its timeline, for whoever may see that. */
@ExtendWith(ApiExtension.class)
class CaseworkTimelineIT {
  private static final String TRIAGE =
      """
      {"hateRelated":true,"strands":["RAC"],"urgency":"STANDARD","redFlags":[],
       "nextStep":"ASSESS_RISK"}
      """;
  private static final String CRIME =
      """
      {"reference":"41/900031/26","reportedOn":"2026-11-18","recordedOn":"2026-11-20",
       "offenceClass":"8M","strands":["RAC"]}
      """;
  private static final String FACTORS =
      Stream.of(
              "REPEAT",
              "ESCALATION",
              "WEAPON",
              "PROXIMITY",
              "ISOLATION",
              "DISABILITY",
              "MENTAL_HEALTH",
              "CHILDREN",
              "COMMUNITY_TENSION",
              "ONLINE")
          .map("\"%s\":{\"answer\":\"NO\"}"::formatted)
          .collect(Collectors.joining(","));

  private final Api api;
  private final Visitors visitors;
  private final LedgerRows ledger;
  private final String reference;

  CaseworkTimelineIT(Api api, Visitors visitors, LedgerRows ledger) {
    this.api = api;
    this.visitors = visitors;
    this.ledger = ledger;
    reference = new Referrals(api).taken("police.officer");
  }

  @Test
  void whatIsTheForcesOwnStandsThereForItAloneAndMovesNothingOfTheSenders() {
    Answer first = read("council.officer", "?limit=2");
    Answer whole = read("council.officer", "?limit=100");
    Answer referral = api.get("council.officer", "/api/referrals/" + reference);
    List<String> told = notices();
    kept("police.hco", "triage", TRIAGE);
    kept("police.officer", "risk", risk());
    kept("police.officer", "safety-plan", measure());
    measured();

    List<String> own = List.of("TRIAGE", "RISK", "PLAN", "PLAN");
    Answer atForce = read("police.hco", "?limit=100");
    assertThat(atForce.items("kind")).containsSubsequence("PLAN", "PLAN", "RISK", "TRIAGE");
    assertThat(atForce.body()).contains("ASSESS_RISK", "A lock for the door.", "\"DONE\"");
    assertThat(read("police.officer", "?limit=100").items("kind")).containsAll(own);
    for (String order : List.of("newest", "oldest")) {
      assertThat(paged(order)).as(order).isEqualTo(atForce.items("at"));
    }
    Answer firstAfter = read("council.officer", "?limit=2");
    assertThat(firstAfter.body()).isEqualTo(first.body());
    assertThat(firstAfter.link("next")).as("nor the way on").isEqualTo(first.link("next"));
    assertThat(read("council.officer", "?limit=100").body()).isEqualTo(whole.body());
    Answer after = api.get("council.officer", "/api/referrals/" + reference);
    assertThat(after.body()).as("nor the referral").isEqualTo(referral.body());
    assertThat(after.etag()).isEqualTo(referral.etag());
    assertThat(notices()).as("nor a notice").isEqualTo(told);
    assertThat(ledger.classes(reference)).as("of the force's own").contains("CONSULT D4,D5");
    assertThat(api.get("council.officer", address("trail")).body())
        .as("that the force read its own work is not the sender's to know")
        .doesNotContain("casework.read");
  }

  @Test
  void theSenderIsToldOfTheCrimeAndOfWhoIsTheContactNow() {
    kept("police.hco", "crimes", CRIME);
    named("police.officer");
    named("police.hco");

    Answer told = read("council.officer", "?limit=100");
    assertThat(told.items("kind")).containsOnlyOnce("CRIME").containsOnlyOnce("CONTACT_OFFICER");
    assertThat(told.body())
        .contains("41/900031/26", "2026-11-20", "\"toRole\":\"hate-crime-officer\"")
        .doesNotContain("offenceClass", "01632 960123", "Demo");
    assertThat(crime(told).has("role")).as("who entered it is the force's").isFalse();
    Answer atForce = read("police.officer", "?limit=100");
    assertThat(crime(atForce).get("role").asText()).isEqualTo("hate-crime-officer");
    assertThat(atForce.items("kind")).filteredOn("CONTACT_OFFICER"::equals).hasSize(2);
    assertThat(atForce.body())
        .contains("\"offenceClass\":\"8M\"", "\"toRole\":\"police-officer\"")
        .doesNotContain("01632 960123", "Demo");
    assertThat(read("btp.hco", "").status()).isEqualTo(404);
  }

  @Test
  void whatAReferralsPageShowsOfItIsInTheLedgerAndWhatTheApiDoesNotShowIsNot() {
    kept("police.hco", "crimes", CRIME);
    kept("police.hco", "triage", TRIAGE);
    api.get("council.officer", "/api/referrals/" + reference);
    assertThat(last(ledger.classes(reference)))
        .as("the referral holds no timeline")
        .startsWith("CONSULT D1,")
        .doesNotContain("D16");
    long before = ownWork();
    api.get("police.hco", "/api/referrals/" + reference);
    assertThat(ownWork()).isEqualTo(before);
    String page = "/referral/referral.xhtml?ref=" + reference;
    assertThat(visitors.signedIn("police.hco").get(page).body()).contains("The whole timeline");
    assertThat(ownWork()).as("the timeline and the part below").isEqualTo(before + 2);
    assertThat(visitors.signedIn("council.officer").get(page).body()).contains("41/900031/26");
    assertThat(ownWork()).as("the sender reads none of it").isEqualTo(before + 2);
  }

  /** How often the force's own work was read. */
  private long ownWork() {
    return ledger.operations(reference).stream()
        .filter(operation -> operation.startsWith("CONSULT casework.read"))
        .count();
  }

  private static <T> T last(List<T> all) {
    return all.get(all.size() - 1);
  }

  /** What the sender was told about it. */
  private List<String> notices() {
    return StreamSupport.stream(
            api.get("council.officer", "/api/notices").json().get("items").spliterator(), false)
        .filter(notice -> notice.path("reference").asText().equals(reference))
        .map(notice -> notice.get("kind").asText())
        .toList();
  }

  private static JsonNode crime(Answer timeline) {
    return StreamSupport.stream(timeline.json().get("items").spliterator(), false)
        .filter(entry -> entry.get("kind").asText().equals("CRIME"))
        .findFirst()
        .orElseThrow();
  }

  private List<String> paged(String order) {
    List<String> paged = new ArrayList<>();
    String path = address("timeline") + "?limit=1&order=" + order;
    while (path != null) {
      Answer page = api.get("police.hco", path);
      paged.addAll(page.items("at"));
      path = page.link("next").orElse(null);
    }
    if (order.equals("oldest")) {
      Collections.reverse(paged);
    }
    return paged;
  }

  private void measured() {
    String plan = address("safety-plan");
    put("police.officer", plan + "/1", "{\"status\":\"DONE\"}", etag("police.officer", plan));
  }

  private void named(String officer) {
    String body = "{\"officer\":\"%s\",\"reach\":\"01632 960123\"}".formatted(officer);
    String contact = address("contact-officer");
    put("police.officer", contact, body, etag("police.officer", contact));
  }

  private void put(String user, String path, String body, String etag) {
    String[] headers = {"Content-Type", "application/json", "If-Match", etag};
    Answer answer = api.send("PUT", path, api.token(user), body, headers);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private void kept(String user, String part, String body) {
    Answer answer = api.post(user, address(part), body, "If-Match", etag(user, address(part)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }

  private String etag(String user, String path) {
    return api.get(user, path).etag();
  }

  private Answer read(String user, String query) {
    return api.get(user, address("timeline") + query);
  }

  private String address(String part) {
    return "/api/referrals/" + reference + "/" + part;
  }

  private static String risk() {
    return "{\"factors\":{%s},\"level\":\"STANDARD\",\"reviewOn\":\"%s\"}"
        .formatted(FACTORS, LocalDate.now().plusDays(30));
  }

  private static String measure() {
    return """
        {"kind":"TARGET_HARDENING","detail":"A lock for the door.","agency":"HERTS-POLICE",
         "dueOn":"%s","readable":true}
        """
        .formatted(LocalDate.now().plusDays(7));
  }
}
