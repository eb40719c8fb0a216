package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The right to review of whoever was harmed: offered, asked, decided by somebody else, told. */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightToReviewIT {
  private final Api api;
  private final LedgerRows ledger;
  private final DatabaseOwner owner;
  private final CaseFiles files;
  private final ReviewCases cases;
  private final Referrals referrals;
  private final String liaison;

  RightToReviewIT(Api api, LedgerRows ledger, DatabaseOwner owner, StaffDirectory directory) {
    this.api = api;
    this.ledger = ledger;
    this.owner = owner;
    files = new CaseFiles(api);
    cases = new ReviewCases(api);
    referrals = new Referrals(api);
    liaison = directory.joins(CaseFiles.UNIT, "victim-liaison");
    List.of(liaison, "cps.prosecutor", "cps.prosecutor2", "cps.lead").forEach(api::subject);
  }

  @Test
  void isOfferedWhenThePersonHarmedIsToldAndNotBefore() {
    String reference = cases.notCharged();
    assertThat(cases.of(liaison, reference).items("id")).isEmpty();
    cases.contact(liaison, reference, "UPDATE", "\"result\":\"TOLD\",\"madeBy\":\"TELEPHONE\"");
    assertThat(cases.of(liaison, reference).items("id")).as("something else").isEmpty();
    cases.contact(liaison, reference, "DECISION", "\"result\":\"TOLD\",\"madeBy\":\"TELEPHONE\"");
    Answer offered = cases.of(liaison, reference);
    assertThat(offered.items("state")).containsExactly("OFFERED");
    assertThat(offered.items("event")).containsExactly("CPS_NOT_CHARGED");
    assertThat(offered.text("/items/0/defendant")).isEqualTo("1");
    assertThat(offered.text("/items/0/moves/0")).isEqualTo("ask");
    cases.contact(liaison, reference, "OUTCOME", "\"result\":\"TOLD\",\"madeBy\":\"TELEPHONE\"");
    assertThat(cases.of(liaison, reference).items("id")).as("once").hasSize(1);
    assertThat(ledger.operations(reference)).contains("CONSULT casework.read victim-liaison");
  }

  @Test
  void whoeverIsNotToBeToldIsOfferedNothing() {
    String reference = cases.notCharged();
    cases.contact(
        liaison, reference, "DECISION", "\"result\":\"EXEMPT\",\"exemption\":\"ASKED_NOT\"");
    assertThat(cases.of(liaison, reference).items("id")).isEmpty();
  }

  @Test
  void isDecidedByOthersEachTimeAndTheFileFollows() {
    String reference = cases.told(liaison);
    made(cases.move(liaison, reference, ReviewCases.said("ask")));
    assertThat(state(reference)).isEqualTo("VRR_REQUESTED");
    assertThat(open(reference)).containsExactly("REVIEW_LOCAL");

    assertThat(cases.move("cps.prosecutor", reference, ReviewCases.decided("uphold")).code())
        .isEqualTo("own-work");
    assertThat(cases.move("cps.prosecutor2", reference, ReviewCases.decided("uphold")).code())
        .as("it lies with another")
        .isEqualTo("not-permitted");
    assertThat(cases.move(liaison, reference, ReviewCases.decided("overturn")).code())
        .isEqualTo("not-permitted");
    assertThat(ledger.refusals(reference))
        .contains(
            "review.decide own-work cps-prosecutor", "review.decide not-permitted victim-liaison");
    cases.given(reference, "cps.prosecutor2");
    assertThat(cases.move("cps.prosecutor2", reference, "{\"move\":\"uphold\"}").errors())
        .containsExactly("words:required");
    made(cases.move("cps.prosecutor2", reference, ReviewCases.decided("uphold")));
    assertThat(state(reference)).isEqualTo("UPHELD");
    assertThat(open(reference)).as("told within a working day").containsExactly("REVIEW_RESULT");
    cases.contact(liaison, reference, "DECISION", "\"result\":\"TOLD\",\"madeBy\":\"TELEPHONE\"");
    assertThat(open(reference)).isEmpty();

    made(cases.move(liaison, reference, ReviewCases.said("go-on")));
    assertThat(open(reference)).containsExactly("REVIEW_INDEPENDENT");
    assertThat(cases.move("cps.prosecutor2", reference, ReviewCases.decided("uphold")).code())
        .as("whoever upheld it does not decide again")
        .isEqualTo("own-work");
    cases.given(reference, "cps.lead");
    made(cases.move("cps.lead", reference, ReviewCases.decided("overturn")));
    assertThat(state(reference)).isEqualTo("OVERTURNED");
    CaseFiles.made(
        files.post(
            "cps.lead",
            reference,
            "/decisions",
            CaseFiles.charging(files.read("cps.lead", reference))));
    assertThat(ledger.operations(reference))
        .contains("ALTER timer.manage victim-liaison", "COLLECT review.decide cps-prosecutor");
    List<String> police = new ArrayList<>();
    api.get("police.hco", "/api/referrals/" + reference + "/trail")
        .json()
        .path("items")
        .forEach(one -> police.add(one.path("verb").asText() + " " + one.path("action").asText()));
    assertThat(police)
        .as("what was told is theirs too, the review is the unit's own")
        .contains("COLLECT timer.manage")
        .doesNotContain("ALTER timer.manage", "COLLECT review.decide");
  }

  @Test
  void whatIsWithdrawnLeavesTheDecisionAsItWas() {
    String reference = cases.told(liaison);
    made(cases.move(liaison, reference, ReviewCases.said("ask")));
    made(cases.move(liaison, reference, ReviewCases.said("withdraw")));
    assertThat(state(reference)).isEqualTo("NFA");
    assertThat(open(reference)).isEmpty();
    assertThat(cases.move(liaison, reference, ReviewCases.said("ask")).status()).isEqualTo(409);
  }

  @Test
  void isAskedForInThreeMonthsAndMarkedAsLateAfterTenWorkingDays() {
    String late = cases.told(liaison);
    wasTold(late, 40);
    Answer asked = made(cases.move(liaison, late, ReviewCases.said("ask")));
    assertThat(asked.text("/history/0/late")).isEqualTo("true");

    String over = cases.told(liaison);
    wasTold(over, 120);
    assertThat(cases.move(liaison, over, ReviewCases.said("ask")).errors())
        .containsExactly("on:too-late");
    String intime =
        "{\"move\":\"ask\",\"on\":\"%s\"}"
            .formatted(LocalDate.now(ZoneId.of("Europe/London")).minusDays(119));
    assertThat(made(cases.move(liaison, over, intime)).text("/history/0/late"))
        .as("they asked then, and it is written down today")
        .isEqualTo("false");
    assertThat(open(over)).containsExactly("REVIEW_LOCAL");
  }

  @Test
  void isForThePeopleOfTheAgencyThatDecided() {
    String reference = cases.told(liaison);
    Answer own = cases.of(liaison, reference);
    String id = own.text("/items/0/id");
    for (String user : List.of("police.hco", "police.liaison")) {
      assertThat(cases.of(user, reference).items("id")).as(user).isEmpty();
      assertThat(cases.move(user, reference, id, "\"v1\"", ReviewCases.said("ask")).status())
          .as(user)
          .isEqualTo(404);
    }
    for (String user : List.of("btp.hco", "council.officer", "cps.governance", "cps.reviewer")) {
      assertThat(cases.of(user, reference).status()).as(user).isEqualTo(404);
      assertThat(cases.move(user, reference, id, "\"v1\"", "{\"x\":1}").status())
          .as(user)
          .isEqualTo(404);
    }
    assertThat(ledger.refused("btp.hco")).contains("referral.read not-visible");
    assertThat(cases.move(liaison, reference, id, "\"v2\"", ReviewCases.said("ask")).status())
        .isEqualTo(412);
    assertThat(
            api.post(
                    liaison,
                    "/api/referrals/" + reference + "/reviews/" + id + "/moves",
                    ReviewCases.said("ask"))
                .status())
        .isEqualTo(428);
    assertThat(cases.move(liaison, reference, id, "\"v1\"", "{\"move\":\"x\"}").errors())
        .containsExactly("move:unknown");
    owner.exclude(reference, liaison);
    assertThat(cases.of(liaison, reference).status()).isEqualTo(404);
  }

  @Test
  void anOutcomeOfThePoliceIsReviewedWhereTheRulesOfTheDaySaySo() {
    String reference = cases.ended("POLICE_15");
    referrals.told("police.officer", reference);
    assertThat(cases.of("police.liaison", reference).items("event")).containsExactly("NOT_PURSUED");
    made(cases.move("police.liaison", reference, ReviewCases.said("ask")));
    assertThat(cases.move("police.officer", reference, ReviewCases.decided("overturn")).code())
        .isEqualTo("own-work");
    Answer overturned = made(cases.move("police.hco", reference, ReviewCases.decided("overturn")));
    assertThat(overturned.text("/state")).isEqualTo("OVERTURNED");
    assertThat(cases.of("council.officer", reference).items("id")).as("the sender").isEmpty();

    String nobody = cases.ended("POLICE_18");
    referrals.told("police.officer", nobody);
    assertThat(cases.of("police.liaison", nobody).items("id")).as("no suspect").isEmpty();
  }

  private static Answer made(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private String state(String reference) {
    return files.read("police.hco", reference).text("/file/defendants/0/state");
  }

  /** What the unit has still to do or to tell. */
  private List<String> open(String reference) {
    return owner.column(
        "select o.rule from victim_obligation o join referral r on r.id = o.referral where o.done_at is"
            + " null and o.agency = r.to_agency and r.reference = '"
            + reference
            + "' order by o.rule");
  }

  private void wasTold(String reference, int daysAgo) {
    owner.row(
        "with told as (update victim_review set told_at = told_at - make_interval(days => "
            + daysAgo
            + "), since = since - make_interval(days => "
            + daysAgo
            + ") where referral = (select id from referral where reference = ?) returning 1) select"
            + " count(*) from told",
        reference);
  }
}
