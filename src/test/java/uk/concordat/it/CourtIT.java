package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the court makes of a file: who records it, who reads it, and what has to be told of it. */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CourtIT {
  private static final String PROSECUTOR = "cps.prosecutor";

  private final Api api;
  private final LedgerRows ledger;
  private final DatabaseOwner owner;
  private final CaseFiles files;

  CourtIT(Api api, LedgerRows ledger, DatabaseOwner owner) {
    this.api = api;
    this.ledger = ledger;
    this.owner = owner;
    files = new CaseFiles(api);
    List.of(PROSECUTOR, "cps.prosecutor2").forEach(api::subject);
  }

  @Test
  void aHearingIsOfThoseWhomThePoliceCharged() {
    String reference = files.underReview(PROSECUTOR);
    CaseFiles.made(
        files.post(
            PROSECUTOR,
            reference,
            "/decisions",
            CaseFiles.charging(files.read(PROSECUTOR, reference))));
    String hearing = files.hearing(reference).replace("10:00", "00:01");
    assertThat(files.recorded(PROSECUTOR, "POST", reference, "/hearings", hearing).errors())
        .containsExactly("defendants:not-charged");
    files.carriedOut(reference);
    String old = hearing.replace("COLNEMC", "OLDMC");
    assertThat(files.recorded(PROSECUTOR, "POST", reference, "/hearings", old).errors())
        .containsExactly("court:not-in-use");
    Answer set =
        CaseFiles.made(files.recorded(PROSECUTOR, "POST", reference, "/hearings", hearing));
    assertThat(files.read(PROSECUTOR, reference).text("/file/defendants/0/state"))
        .isEqualTo("PROSECUTION");
    assertThat(owed(PROSECUTOR, reference)).containsExactly("HEARING");
    assertThat(files.court("police.hco", reference).text("/hearings/0/court"))
        .isEqualTo("Colne Valley Magistrates' Court");
    assertThat(files.court("police.liaison", reference).text("/hearings/0/kind"))
        .as("whoever tells the person harmed has to know")
        .isEqualTo("FIRST");
    String below = "/hearings/" + set.text("/hearings/0/id");
    assertThat(
            files
                .recorded(PROSECUTOR, "PUT", reference, below, "{\"outcome\":\"ADJOURNED\"}")
                .errors())
        .containsExactly("reason:required");
    String adjourned = "{\"outcome\":\"ADJOURNED\",\"reason\":\"SPECIAL_MEASURES\"}";
    CaseFiles.made(files.recorded(PROSECUTOR, "PUT", reference, below, adjourned));
    assertThat(files.recorded(PROSECUTOR, "PUT", reference, below, adjourned).errors())
        .containsExactly("outcome:said-already");
    assertThat(owed(PROSECUTOR, reference)).containsExactlyInAnyOrder("HEARING", "HEARING_RESULT");
    assertThat(api.get(PROSECUTOR, "/api/referrals/" + reference + "/obligations").items("eventAt"))
        .as("its hour, so that a letter before it tells nothing of what came of it")
        .anyMatch(at -> at.endsWith(":01:00Z"));
  }

  @Test
  void aResultIsRecordedByWhoReviewsItAndReadByWhomAnAgreementLets() {
    String reference = files.beforeTheCourt(PROSECUTOR);
    String result = files.convicting(reference, "");
    assertThat(files.recorded("police.hco", "POST", reference, "/results", result).status())
        .isEqualTo(403);
    assertThat(files.recorded("cps.prosecutor2", "POST", reference, "/results", result).status())
        .as("it is another's")
        .isEqualTo(409);
    for (String stranger : List.of("btp.hco", "council.officer", "cps.reviewer")) {
      assertThat(files.recorded(stranger, "POST", reference, "/results", result).status())
          .isEqualTo(404);
      assertThat(files.court(stranger, reference).status()).isEqualTo(404);
      assertThat(ledger.refused(stranger)).contains("prosecution.read not-visible");
    }
    assertThat(ledger.refused("cps.prosecutor2")).contains("outcome.cps.record not-permitted");
    CaseFiles.made(files.recorded(PROSECUTOR, "POST", reference, "/results", result));
    assertThat(files.read(PROSECUTOR, reference).text("/file/defendants/0/state"))
        .isEqualTo("FINALISED");
    for (String reader : List.of(PROSECUTOR, "cps.prosecutor2", "police.hco")) {
      Answer seen = files.court(reader, reference);
      assertThat(seen.text("/results/0/strands/RAC/sentencedAsHate")).isEqualTo("true");
      assertThat(seen.text("/results/0/strands/REL/sentencedAsHate")).isEqualTo("false");
      assertThat(seen.text("/results/0/sentence/beforeUplift")).isEqualTo("A fine of 120 pounds.");
    }
    assertThat(files.court("police.liaison", reference).body())
        .contains("\"results\":[]")
        .doesNotContain("pounds", "GUILTY");
    assertThat(owed(PROSECUTOR, reference))
        .containsExactlyInAnyOrder("HEARING", "VERDICT", "SENTENCE");
    assertThat(ledger.operations(reference))
        .contains(
            "COLLECT outcome.cps.record cps-prosecutor",
            "DISCLOSE outcome.cps.record cps-prosecutor",
            "CONSULT prosecution.read hate-crime-officer");
    assertThat(ledger.classes(reference)).anyMatch(classes -> classes.contains("D11"));
  }

  @Test
  void aResultIsSupersededWithAReasonAndNeverOverwritten() {
    String reference = files.beforeTheCourt(PROSECUTOR);
    Answer file = files.read(PROSECUTOR, reference);
    String plea =
        "{\"defendant\":\"%s\",\"findings\":[{\"charge\":\"%s\",\"plea\":\"GUILTY\",\"pleaOn\":\"%s\"}]}"
            .formatted(
                file.text("/file/defendants/0/id"),
                file.text("/file/charges/0/id"),
                CaseFiles.day());
    CaseFiles.made(files.recorded(PROSECUTOR, "POST", reference, "/results", plea));
    assertThat(files.read(PROSECUTOR, reference).text("/file/defendants/0/state"))
        .as("it is not over")
        .isEqualTo("PROSECUTION");
    String first = files.convicting(reference, "");
    String version = files.court(PROSECUTOR, reference).etag();
    CaseFiles.made(files.recorded(PROSECUTOR, "POST", reference, "/results", first));
    String path = "/api/referrals/" + reference + "/file/court/results";
    assertThat(api.post(PROSECUTOR, path, first, "If-Match", version).status())
        .as("somebody was faster")
        .isEqualTo(412);
    String other = first.replace("180", "240");
    assertThat(files.recorded(PROSECUTOR, "POST", reference, "/results", other).errors())
        .containsExactly("supersedes:required");
    String why = ",\"supersedes\":\"The fine was read wrongly.\"";
    String second = files.convicting(reference, why).replace("180", "240");
    CaseFiles.made(files.recorded(PROSECUTOR, "POST", reference, "/results", second));
    Answer seen = files.court(PROSECUTOR, reference);
    assertThat(seen.text("/results/1/sentence/passed")).isEqualTo("A fine of 180 pounds.");
    assertThat(seen.text("/results/2/sentence/passed")).isEqualTo("A fine of 240 pounds.");
    assertThat(seen.text("/results/2/supersedes")).isEqualTo("The fine was read wrongly.");
    assertThat(files.read(PROSECUTOR, reference).text("/file/defendants/0/state"))
        .isEqualTo("FINALISED");
    assertThat(owed(PROSECUTOR, reference))
        .as("of the same day there is one verdict to tell of, and one sentence")
        .containsExactlyInAnyOrder("HEARING", "VERDICT", "SENTENCE");
  }

  @Test
  void aCaseIsStoppedByProsecutorsAlsoBeforeAHearing() {
    String reference = files.charged(PROSECUTOR);
    String convicting = files.convicting(reference, "");
    assertThat(files.recorded(PROSECUTOR, "POST", reference, "/results", convicting).status())
        .as("it is not before the court")
        .isEqualTo(409);
    Answer file = files.read(PROSECUTOR, reference);
    String stopped =
        """
        {"defendant":"%1$s","finalisation":"DISCONTINUED","reason":"WITNESS","on":"%2$s","findings":[
          {"charge":"%3$s","plea":"NONE","verdict":"NOT_PROCEEDED","foundOn":"%2$s"},
          {"charge":"%4$s","plea":"NONE","verdict":"NOT_PROCEEDED","foundOn":"%2$s"}]}
        """
            .formatted(
                file.text("/file/defendants/0/id"),
                CaseFiles.day(),
                file.text("/file/charges/0/id"),
                file.text("/file/charges/1/id"));
    CaseFiles.made(files.recorded(PROSECUTOR, "POST", reference, "/results", stopped));
    assertThat(files.read(PROSECUTOR, reference).text("/file/defendants/0/state"))
        .isEqualTo("FINALISED");
    assertThat(owed(PROSECUTOR, reference)).containsExactly("STOPPED");
  }

  @Test
  void afterAThresholdChargeTheFullCodeTestComesBeforeAConviction() {
    String reference = files.underReview(PROSECUTOR);
    Answer file = files.read(PROSECUTOR, reference);
    String threshold = CaseFiles.chargingBeforeTheEvidence(file);
    CaseFiles.made(files.post(PROSECUTOR, reference, "/decisions", threshold));
    files.carriedOut(reference);
    CaseFiles.made(
        files.recorded(PROSECUTOR, "POST", reference, "/hearings", files.hearing(reference)));
    String result = files.convicting(reference, "");
    assertThat(files.recorded(PROSECUTOR, "POST", reference, "/results", result).errors())
        .containsExactly("finalisation:full-code-test-first");
    assertThat(files.read(PROSECUTOR, reference).body()).contains("apply-full-code");
    String full = CaseFiles.charging(file).replace("CHARGE_FULL_CODE", "APPLY_FULL_CODE");
    CaseFiles.made(files.post(PROSECUTOR, reference, "/decisions", full));
    assertThat(files.read(PROSECUTOR, reference).text("/file/defendants/0/state"))
        .as("it leaves them where they stand")
        .isEqualTo("PROSECUTION");
    assertThat(files.post(PROSECUTOR, reference, "/decisions", full).status())
        .as("once")
        .isEqualTo(409);
    CaseFiles.made(files.recorded(PROSECUTOR, "POST", reference, "/results", result));
  }

  @Test
  void whoIsKeptAwayFromTheReferralIsKeptAwayFromWhatTheCourtMadeOfIt() {
    String reference = files.beforeTheCourt(PROSECUTOR);
    assertThat(files.court("cps.prosecutor2", reference).status()).isEqualTo(200);
    owner.exclude(reference, "cps.prosecutor2");
    assertThat(files.court("cps.prosecutor2", reference).status()).isEqualTo(404);
  }

  private List<String> owed(String user, String reference) {
    return api.get(user, "/api/referrals/" + reference + "/obligations").items("rule");
  }
}
