package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who learns who has seen a referral, and how much of it. */
@ExtendWith(ApiExtension.class)
class SeenIT {
  private final Api api;
  private final LedgerRows ledger;
  private final DatabaseOwner owner;
  private final Compartments compartments;
  private final Referrals referrals;

  SeenIT(Api api, LedgerRows ledger, DatabaseOwner owner, Compartments compartments) {
    this.api = api;
    this.ledger = ledger;
    this.owner = owner;
    this.compartments = compartments;
    referrals = new Referrals(api);
  }

  @ParameterizedTest
  @CsvSource({
    "council.officer, 200",
    "council.lead, 200",
    "council.governance, 200",
    "police.lead, 200",
    "police.governance, 200",
    "police.hco, 409",
    "police.officer, 409",
    "council2.officer, 404",
    "nhs.governance, 404",
    "board.governance, 404",
    "btp.hco, 404",
    "council.admin, 403",
    "cps.reviewer, 403",
    "tprc.reporter, 403",
    "police.liaison, 403",
  })
  void isForWhoeverAnswersForIt(String user, int status) {
    String reference = referrals.received().reference();
    Answer answer = trail(user, reference);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    if (status != 200) {
      assertThat(ledger.refused(user)).last().asString().startsWith("referral.trail ");
    } else {
      assertThat(ledger.operations(reference))
          .last()
          .asString()
          .startsWith("CONSULT referral.trail");
    }
  }

  @Test
  void namesColleaguesAndKnowsOthersByRole() {
    String reference = referrals.received().reference();
    api.get("police.officer", "/api/referrals/" + reference);
    Answer owned = trail("council.officer", reference);
    assertThat(owned.items("name")).contains("Demo Council Officer");
    assertThat(owned.items("agency")).contains("HERTS-POLICE", "WELHAT-COUNCIL");
    assertThat(owned.body()).doesNotContain("Demo Police", "Demo Hate Crime");
    Answer led = trail("police.lead", reference);
    assertThat(led.items("name")).contains("Demo Police Officer");
    assertThat(led.body()).doesNotContain("Demo Council");
  }

  @Test
  void saysNothingOfTheTimeBeforeItWasSentToOthers() {
    String reference = referrals.received().reference();
    assertThat(trail("council.officer", reference).items("action")).contains("referral.create");
    assertThat(trail("police.governance", reference).items("action"))
        .contains("referral.submit")
        .doesNotContain("referral.create");
  }

  @Test
  void leavesOutThePartsThatTheReaderMayNotKnowOf() {
    String reference = referrals.sent("nhs.practitioner", "HERTS-POLICE").reference();
    compartments.fill(reference, "seen", List.of("D13"));
    assertThat(api.get("nhs.practitioner", "/api/referrals/" + reference).status()).isEqualTo(200);
    assertThat(trail("nhs.practitioner", reference).body()).contains("D13");
    assertThat(trail("police.lead", reference).items("agency")).contains("NORTH-LEA-NHS");
    for (String other : List.of("police.lead", "police.governance")) {
      assertThat(trail(other, reference).body()).as(other).doesNotContain("D13");
    }
  }

  @Test
  void tellsGovernanceOfRefusalsOfItsOwnPeopleAndOfReadingThis() {
    String reference = referrals.received().reference();
    assertThat(trail("police.hco", reference).status()).isEqualTo(409);
    trail("council.officer", reference);
    assertThat(trail("police.governance", reference).items("reason")).contains("not-permitted");
    assertThat(trail("council.governance", reference).items("action")).contains("referral.trail");
    Answer owned = trail("council.officer", reference);
    assertThat(owned.items("permitted")).containsOnly("true");
    assertThat(owned.items("action")).doesNotContain("referral.trail");
  }

  @Test
  void doesNotNameWhomAnExclusionOrARestrictionConcerns() {
    String reference = referrals.received().reference();
    String address = "/api/referrals/" + reference;
    api.post("police.officer", address + "/declared-conflict", "{\"reason\":\"NEIGHBOUR\"}");
    api.post(
        "police.hco",
        address + "/exclusions",
        "{\"username\":\"police.admin\",\"reason\":\"OTHER\"}");
    for (String user : List.of("police.lead", "council.officer", "council.governance")) {
      assertThat(trail(user, reference).items("action"))
          .as(user)
          .isNotEmpty()
          .doesNotContain("exclusion.declare", "exclusion.manage");
    }
    assertThat(trail("police.governance", reference).items("action"))
        .contains("exclusion.declare", "exclusion.manage");
  }

  @Test
  void goesWithTheSightOfTheRecord() {
    String reference = referrals.received().reference();
    owner.exclude(reference, "council.officer");
    assertThat(trail("council.officer", reference).status()).isEqualTo(404);
    referrals.restricted("police.hco", reference);
    assertThat(trail("police.governance", reference).status()).isEqualTo(404);
    assertThat(trail("police.lead", reference).status()).isEqualTo(404);
  }

  @Test
  void comesPageByPage() {
    String reference = referrals.received().reference();
    Answer first = api.get("council.governance", address(reference) + "?limit=2");
    Answer next = api.get("council.governance", first.link("next").orElseThrow());
    assertThat(next.items("id")).hasSize(2).doesNotContainAnyElementsOf(first.items("id"));
  }

  private Answer trail(String user, String reference) {
    return api.get(user, address(reference) + "?limit=100");
  }

  private static String address(String reference) {
    return "/api/referrals/" + reference + "/trail";
  }
}
