package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.web.London;

/** How a case went, in stages and days and as a timeline, and who may read which. */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyIT {
  private static final String POLICE = "HERTS-POLICE";
  private static final String NAME = "Hertfordshire";
  private static final String SHIFT =
      "with done as (update %s returning 1) select count(*) from done";

  private final Api api;
  private final LedgerRows ledger;
  private final DatabaseOwner owner;
  private final StaffDirectory directory;
  private final Visitors visitors;
  private final CaseFiles files;
  private String charged;

  JourneyIT(
      Api api,
      LedgerRows ledger,
      DatabaseOwner owner,
      StaffDirectory directory,
      Visitors visitors) {
    this.api = api;
    this.ledger = ledger;
    this.owner = owner;
    this.directory = directory;
    this.visitors = visitors;
    files = new CaseFiles(api);
  }

  /** Sent 18 days ago after two days of writing; everything else was today. */
  @BeforeAll
  void chargedCase() {
    List.of("cps.prosecutor", "cps.prosecutor2", "police.hco", "police.liaison")
        .forEach(api::subject);
    charged = files.underReview("cps.prosecutor");
    files.consentAsked("cps.prosecutor", charged);
    files.moved(
        "cps.prosecutor",
        charged,
        "{\"move\":\"action-plan\",\"asked\":[{\"words\":\"Ask the shop.\",\"dueOn\":\"%s\"}]}"
            .formatted(CaseFiles.day().plusDays(7)));
    CaseFiles.made(
        files.put("police.hco", charged, "/asked/1", "{\"done\":\"The shop was asked.\"}"));
    files.moved("police.hco", charged, "{\"move\":\"resubmit\"}");
    files.moved("cps.prosecutor", charged, "{\"move\":\"begin\"}");
    String decision = CaseFiles.charging(files.read("cps.prosecutor", charged));
    CaseFiles.made(files.post("cps.prosecutor", charged, "/decisions", decision));
    String defendant = files.read("police.hco", charged).text("/file/defendants/0/id");
    CaseFiles.made(
        files.put(
            "police.hco",
            charged,
            "/defendants/" + defendant + "/carried-out",
            "{\"on\":\"%s\"}".formatted(CaseFiles.day())));
    owner.row(
        SHIFT.formatted(
            "referral set created_at = created_at - interval '20 days', submitted_at ="
                + " submitted_at - interval '18 days' where reference = ?"),
        charged);
  }

  @Test
  void everyStageIsToldWithItsWaitAndTheLongestIsNamed() {
    for (String reader : List.of("police.hco", "cps.prosecutor2", "police.liaison")) {
      Answer journey = api.get(reader, address(charged));
      assertThat(journey.json().get("steps").findValuesAsText("stage"))
          .as(reader)
          .containsExactly(
              "REPORTED",
              "SENT",
              "SUBMITTED",
              "RECEIVED",
              "ACCEPTED",
              "RETURNED",
              "RESUBMITTED",
              "DECIDED",
              "CHARGED");
      assertThat(journey.text("/days")).isEqualTo("20");
      assertThat(journey.text("/lasts")).isEqualTo("true");
      assertThat(journey.text("/steps/8/with")).as("it goes to court").isEqualTo(CaseFiles.UNIT);
      assertThat(journey.text("/longest/stage")).isEqualTo("SENT");
      assertThat(journey.text("/longest/waited")).isEqualTo("18");
      assertThat(journey.text("/longest/with")).as("the file was not there").isEqualTo(POLICE);
      assertThat(journey.body()).doesNotContain("FULL_CODE", "Ivo", "Privileged", "ZZ26");
    }
    assertThat(ledger.by("police.liaison", "e.verb = 'CONSULT'", charged))
        .contains("referral.read");
  }

  @Test
  void theCourtsPartEndsItAndSaysNothingOfWhatWasFound() {
    String reference = files.beforeTheCourt("cps.prosecutor");
    String hearing = files.court("cps.prosecutor", reference).text("/hearings/0/id");
    CaseFiles.made(
        files.recorded(
            "cps.prosecutor", "PUT", reference, "/hearings/" + hearing, "{\"outcome\":\"HELD\"}"));
    String result = files.convicting(reference, "");
    CaseFiles.made(files.recorded("cps.prosecutor", "POST", reference, "/results", result));
    for (String reader : List.of("police.hco", "police.liaison")) {
      Answer journey = api.get(reader, address(reference));
      List<String> stages = journey.json().get("steps").findValuesAsText("stage");
      assertThat(stages.subList(stages.size() - 3, stages.size()))
          .as(reader)
          .containsExactly("CHARGED", "HEARD", "ENDED");
      assertThat(journey.text("/lasts")).isEqualTo("false");
      assertThat(journey.body()).doesNotContain("GUILTY", "FINE");
    }
  }

  @Test
  void withoutNamesItSaysStagesAndDaysOnly() {
    assertThat(api.get("cps.prosecutor", address(charged) + "?anonymous=true").body())
        .contains("\"stage\":\"SENT\"", "\"waited\":18")
        .doesNotContain(charged, POLICE, "CPS-", CaseFiles.day().toString());
    Visitor prosecutor = visitors.signedIn("cps.prosecutor");
    String today = London.date(CaseFiles.day());
    assertThat(main(prosecutor.get(page(charged, "board")).body()))
        .contains("Day 1, the police", "18 days, waiting for the police", "20 days so far")
        .doesNotContain(NAME, today, "Referral " + charged);
    assertThat(main(prosecutor.get(page(charged, "case")).body()))
        .contains("Referral " + charged, NAME, today, "The longest wait: 18 days for " + NAME);
    assertThat(main(prosecutor.get(page(charged, "victim")).body()))
        .contains("the police wrote down what happened to you.", "the police charged somebody.")
        .contains("Then it was 18 days until the police took the next step.")
        .doesNotContain("Ivo Darvell");
    assertThat(api.get("cps.prosecutor", address(charged) + "?anonymous=perhaps").errors())
        .containsExactly("anonymous:invalid");
  }

  @Test
  void whatWasNotSubmittedIsNoStageAndWhoeverIsToActIsNamed() {
    String reference = files.complete();
    Answer journey = api.get("police.hco", address(reference));
    assertThat(journey.json().get("steps").findValuesAsText("stage"))
        .containsExactly("REPORTED", "SENT");
    assertThat(journey.text("/lasts")).isEqualTo("true");
    assertThat(journey.text("/steps/1/with")).isEqualTo(CaseFiles.UNIT);
    assertThat(main(visitors.signedIn("police.hco").get(page(reference, "case")).body()))
        .contains("It has waited for no day so far.");
  }

  @Test
  void whoDoesNotSeeTheReferralFindsNeitherJourneyNorTimeline() {
    String excluded =
        directory.joins("CPS-THAMES-CHILTERN/hate-crime-prosecutors", "cps-prosecutor");
    api.subject(excluded);
    assertThat(api.get(excluded, address(charged)).status()).isEqualTo(200);
    owner.exclude(charged, excluded);
    for (String user : List.of(excluded, "btp.hco", "council.officer", "police.governance")) {
      assertThat(api.get(user, address(charged)).status()).as(user).isEqualTo(404);
      assertThat(visitors.signedIn(user).get(page(charged, "board")).status())
          .as(user)
          .isEqualTo(404);
      assertThat(api.get(user, timeline(charged)).status()).as(user).isEqualTo(404);
      assertThat(ledger.refused(user)).as(user).isNotEmpty();
    }
  }

  @Test
  void theTimelineTellsOfTheFileAndOfDecisionsToThoseWhoReadThem() {
    Answer police = api.get("police.hco", timeline(charged));
    assertThat(police.items("kind")).contains("REVIEW", "DECISION", "CONSENT", "CARRIED_OUT");
    assertThat(police.body())
        .contains("The footage shows who said what.", "\"state\":\"RESUBMITTED\"")
        .doesNotContain("Privileged", "Ivo Darvell");
    assertThat(ledger.classes(charged)).anyMatch(one -> one.contains("D16"));
    assertThat(api.get("cps.prosecutor2", timeline(charged)).items("kind"))
        .contains("REVIEW", "DECISION", "CONSENT", "CARRIED_OUT");
    assertThat(api.get("police.liaison", timeline(charged)).items("kind"))
        .contains("REVIEW", "CARRIED_OUT")
        .doesNotContain("DECISION", "CONSENT");
    assertThat(api.get("police.liaison", timeline(charged)).body())
        .as("by which test is no matter of D1")
        .doesNotContain("FULL_CODE");
    assertThat(
            visitors.signedIn("police.hco").get("/referral/timeline.xhtml?ref=" + charged).body())
        .contains("File for prosecutors: Submitted again", "The police charged")
        .contains("Prosecutors decided: Charge authorised: Full Code Test");
  }

  /** What stands on the page, without who reads it and the addresses of links. */
  private static String main(String page) {
    return page.substring(page.indexOf("<main"), page.indexOf("</main>"))
        .replaceAll("href=\"[^\"]*\"", "");
  }

  private static String address(String reference) {
    return "/api/referrals/" + reference + "/journey";
  }

  private static String timeline(String reference) {
    return "/api/referrals/" + reference + "/timeline?limit=100";
  }

  private static String page(String reference, String reader) {
    return "/prosecution/journey.xhtml?ref=" + reference + "&for=" + reader;
  }
}
