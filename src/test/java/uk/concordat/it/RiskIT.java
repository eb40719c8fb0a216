package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Triage, and the risk to the person harmed: rules suggest, a person decides. */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RiskIT {
  private static final List<String> FACTORS =
      List.of(
          "REPEAT",
          "ESCALATION",
          "WEAPON",
          "PROXIMITY",
          "ISOLATION",
          "DISABILITY",
          "MENTAL_HEALTH",
          "CHILDREN",
          "COMMUNITY_TENSION",
          "ONLINE");

  private final Api api;
  private final LedgerRows ledger;
  private final Referrals referrals;
  private final Visitors visitors;
  private String reference;

  RiskIT(Api api, LedgerRows ledger, Visitors visitors) {
    this.api = api;
    this.ledger = ledger;
    this.visitors = visitors;
    referrals = new Referrals(api);
  }

  @BeforeAll
  void takenOn() {
    reference = referrals.taken("police.officer");
  }

  @Test
  void aHateCrimeOfficerTriagesFromTheAcknowledgementOn() {
    String early = referrals.received().reference();
    assertThat(triage("police.hco", early, "{}").errors())
        .containsExactly("hateRelated:required", "urgency:required", "nextStep:required");
    String first =
        """
        {"hateRelated":true,"strands":["RAC"],"urgency":"HIGH","redFlags":["REPEAT_12_MONTHS"],
         "nextStep":"ASSESS_RISK"%s}
        """;
    assertThat(triage("police.hco", early, first.formatted("")).errors())
        .containsExactly("reason:required");
    Answer made = triage("police.hco", early, first.formatted(",\"reason\":\"Twice this month.\""));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.text("/items/0/urgency")).isEqualTo("HIGH");
    assertThat(triage("police.hco", early, first.formatted("")).text("/items/0/number"))
        .as("no other urgency than before needs no reason")
        .isEqualTo("2");
    assertThat(api.get("police.hco", "/api/referrals/" + early).text("/urgency"))
        .as("what was sent stays")
        .isEqualTo("STANDARD");
    String wrong =
        """
        {"hateRelated":true,"strands":["UNK"],"urgency":"HIGH","redFlags":["ODD"],"nextStep":"ODD"}
        """;
    assertThat(triage("police.hco", early, wrong).errors())
        .containsExactly("strands:unknown", "redFlags:unknown", "nextStep:unknown");
    assertThat(triage("police.officer", early, first.formatted("")).status()).isEqualTo(403);
    assertThat(triage("council.officer", early, first.formatted("")).status()).isEqualTo(403);
    assertThat(triage("btp.hco", early, first.formatted("")).status()).isEqualTo(404);
    assertThat(api.get("council.officer", address(early, "triage")).items("number")).isEmpty();
    assertThat(ledger.operations(early))
        .contains(
            "COLLECT referral.triage hate-crime-officer",
            "ALTER referral.triage hate-crime-officer");
    assertThat(api.get("police.hco", address(early, "risk")).text("/reviewDue")).isEqualTo("true");
    assertThat(visitors.signedIn("police.hco").get("/referral/referral.xhtml?ref=" + early).body())
        .as("a triage is there before it is taken on")
        .contains("Earlier triages", "Twice this month.", "Triage it again");
  }

  @Test
  void theRulesSuggestAndAPersonDecides() {
    assertThat(assess("police.officer", reference, "{}").errors())
        .contains("factors.WEAPON:required", "level:required", "reviewOn:required")
        .hasSize(12);
    assertThat(assess("police.officer", reference, risk("STANDARD", "", "WEAPON")).errors())
        .containsExactly("reason:suggested-high");
    Answer lower =
        assess(
            "police.officer", reference, risk("MEDIUM", ",\"reason\":\"It was a toy.\"", "WEAPON"));
    assertThat(lower.status()).as(lower.body()).isEqualTo(201);
    assertThat(lower.text("/items/0/suggested")).isEqualTo("HIGH");
    assertThat(lower.text("/items/0/level")).isEqualTo("MEDIUM");
    assertThat(lower.text("/items/0/rule")).contains("weapon");
    String ticked = ",\"safeguarding\":{\"adult\":true}";
    assertThat(assess("police.officer", reference, risk("STANDARD", ticked)).errors())
        .containsExactly("safeguarding:not-permitted");
    Answer ticks = assess("police.hco", reference, risk("STANDARD", ticked));
    assertThat(ticks.text("/items/0/safeguarding/adult")).isEqualTo("true");
    Answer officer = api.get("police.officer", address(reference, "risk"));
    assertThat(officer.text("/items/0/level")).isEqualTo("STANDARD");
    assertThat(officer.body()).doesNotContain("safeguarding");
    Answer later = assess("police.hco", reference, risk("STANDARD", ""));
    assertThat(later.text("/safeguarding/adult")).as("it stands until withdrawn").isEqualTo("true");
    assertThat(later.text("/items/0/safeguarding/adult")).isEmpty();
    assertThat(officer.json().path("items")).as("the earlier one is kept").hasSizeGreaterThan(1);
    for (String outsider : List.of("council.officer", "council.lead")) {
      assertThat(api.get(outsider, address(reference, "risk")).items("level")).isEmpty();
    }
    assertThat(assess("council.officer", reference, risk("STANDARD", "")).status()).isEqualTo(403);
    assertThat(assess("btp.hco", reference, risk("STANDARD", "")).status()).isEqualTo(404);
    assertThat(
            api.post(
                    "police.hco",
                    address(reference, "risk"),
                    risk("STANDARD", ""),
                    "If-Match",
                    "\"v0\"")
                .status())
        .isEqualTo(412);
    assertThat(ledger.classes(reference)).contains("COLLECT D4", "ALTER D15,D4");

    assertThat(api.get("council.officer", address(reference, "trail")).body())
        .as("the sender's trail")
        .doesNotContain("risk.assess", "casework.read");

    Visitor hco = visitors.signedIn("police.hco");
    assertThat(hco.get("/referral/referral.xhtml?ref=" + reference).body())
        .contains(
            "Risk to the person harmed",
            "An adult is thought to be at risk",
            "Earlier assessments",
            "Triage it");
    assertThat(hco.get("/casework/risk.xhtml?ref=" + reference).body())
        .contains("High where a weapon", "risk-safeguarding", "value=\"ADULT\" checked");
    assertThat(hco.get("/casework/triage.xhtml?ref=" + reference).status()).isEqualTo(200);
    Visitor assigned = visitors.signedIn("police.officer");
    assertThat(assigned.get("/referral/referral.xhtml?ref=" + reference).body())
        .contains("Risk to the person harmed")
        .doesNotContain("thought to be at risk");
    assertThat(
            visitors
                .signedIn("council.officer")
                .get("/referral/referral.xhtml?ref=" + reference)
                .body())
        .doesNotContain("Risk to the person harmed", "Triage");
  }

  @Test
  void whatIsAtHighRiskIsClosedBySomebodyWhoDidNotWorkOnIt() {
    String risky = referrals.taken("police.lead");
    referrals.moved("police.lead", risky, "{\"move\":\"start\"}");
    Answer high = assess("police.hco", risky, risk("HIGH", "", "WEAPON"));
    assertThat(high.status()).as(high.body()).isEqualTo(201);
    referrals.moved(
        "police.lead",
        risky,
        "{\"move\":\"record-outcome\",\"reason\":\"POLICE_18\",\"text\":\"Nobody was found.\"}");
    String lowered = ",\"reason\":\"It was a toy.\"";
    assertThat(assess("police.lead", risky, risk("STANDARD", lowered, "WEAPON")).status())
        .as("whoever works on it lowers it, and that alone does not let them close it")
        .isEqualTo(201);
    Answer own = api.move("police.lead", risky, "{\"move\":\"close\"}");
    assertThat(own.status()).isEqualTo(409);
    assertThat(own.code()).isEqualTo("own-work");
    assertThat(assess("police.hco", risky, risk("STANDARD", lowered, "WEAPON")).status())
        .isEqualTo(201);
    referrals.told("police.lead", risky);
    referrals.settled("police.lead", risky);
    referrals.moved("police.lead", risky, "{\"move\":\"close\"}");
    Answer late = assess("police.hco", risky, risk("HIGH", "", "WEAPON"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("impossible-move");
  }

  private Answer triage(String user, String record, String body) {
    return send(user, address(record, "triage"), body);
  }

  private Answer assess(String user, String record, String body) {
    return send(user, address(record, "risk"), body);
  }

  private Answer send(String user, String address, String body) {
    String etag = api.get(user, address).header("ETag").orElse("\"v0\"");
    return api.post(user, address, body, "If-Match", etag);
  }

  private static String address(String record, String part) {
    return "/api/referrals/" + record + "/" + part;
  }

  private static String risk(String level, String more, String... there) {
    String factors =
        String.join(
            ",",
            FACTORS.stream()
                .map(
                    factor ->
                        "\"%s\":{\"answer\":\"%s\"}"
                            .formatted(factor, List.of(there).contains(factor) ? "YES" : "NO"))
                .toList());
    return "{\"factors\":{%s},\"level\":\"%s\",\"reviewOn\":\"%s\"%s}"
        .formatted(factors, level, LocalDate.now().plusDays(30), more);
  }
}
