package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/** Each decision from the file to what the police and the person harmed have of it. */
@ExtendWith({ApiExtension.class, StackExtension.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionJourneyIT {
  private static final String PROSECUTOR = "cps.prosecutor";
  private static final String POLICE = "police.hco";

  private final Api api;
  private final LedgerRows ledger;
  private final DataSource superuser;
  private final CaseFiles files;
  private final ReviewCases cases;
  private final String liaison;

  DecisionJourneyIT(Api api, Stack stack, LedgerRows ledger, StaffDirectory directory) {
    this.api = api;
    this.ledger = ledger;
    superuser = stack.postgres().superuser();
    files = new CaseFiles(api);
    cases = new ReviewCases(api);
    liaison = directory.joins(CaseFiles.UNIT, "victim-liaison");
    List.of(liaison, PROSECUTOR, "cps.prosecutor2", "cps.lead").forEach(api::subject);
  }

  @Test
  void whatIsDisposedOfOutOfCourtThePoliceDoAndNoCourtHears() {
    String reference = files.underReview(PROSECUTOR);
    decided(reference, ReviewBodies.outOfCourt(file(reference)));
    assertThat(state(reference)).isEqualTo("OUT_OF_COURT");
    Answer police = files.read(POLICE, reference);
    assertThat(police.text("/decisions/0/decision")).isEqualTo("OUT_OF_COURT_DISPOSAL");
    assertThat(police.text("/decisions/0/told")).isEqualTo("Here is why.");
    assertThat(police.json().at("/decisions/0/charges").size()).isZero();
    assertThat(police.body()).doesNotContain("Privileged");
    assertThat(owed(POLICE, reference)).as("it was not done yet").isEmpty();
    files.carriedOut(reference);
    assertThat(owed(POLICE, reference)).as("it is theirs to tell").hasSize(1);
    assertThat(
            files
                .recorded(PROSECUTOR, "POST", reference, "/hearings", files.hearing(reference))
                .errors())
        .containsExactly("defendants:not-charged");
    assertThat(again(reference, ReviewBodies.outOfCourt(file(reference))).code())
        .as("it is over")
        .isEqualTo("impossible-move");
  }

  @Test
  void whatIsClosedWithoutADecisionInLawSaysNothingOfEvidenceOrHostility() {
    String reference = files.underReview(PROSECUTOR);
    files.moved(PROSECUTOR, reference, ask("early-advice"));
    Answer file = file(reference);
    String tested =
        ReviewBodies.outOfCourt(file).replace("OUT_OF_COURT_DISPOSAL", "ADMIN_FINALISED");
    assertThat(again(reference, tested).errors())
        .contains("test:not-of-this-decision", "hostility:not-flagged");
    decided(reference, ReviewBodies.closing(file));
    assertThat(state(reference)).isEqualTo("ADMIN_FINALISED");
    Answer police = files.read(POLICE, reference);
    assertThat(police.text("/decisions/0/told")).isEqualTo("Nothing came for months.");
    assertThat(police.json().at("/decisions/0/prosecuted").size()).isZero();
    assertThat(owed(PROSECUTOR, reference)).as("nobody decided not to charge").isEmpty();
    assertThat(files.move(POLICE, reference, "{\"move\":\"resubmit\"}").code())
        .isEqualTo("impossible-move");
  }

  @Test
  void afterAChargeByTheThresholdTestTheFullOneIsAppliedOnceAndChargesMayChange() {
    String reference = files.underReview(PROSECUTOR);
    Answer file = file(reference);
    assertThat(again(reference, ReviewBodies.applying(file)).code())
        .as("nobody was charged")
        .isEqualTo("impossible-move");
    decided(reference, CaseFiles.chargingBeforeTheEvidence(file));
    files.carriedOut(reference);
    assertThat(owed(PROSECUTOR, reference)).isEmpty();
    String basic =
        ReviewBodies.applying(file).replace("\"" + file.text("/file/charges/0/id") + "\",", "");
    decided(reference, basic);
    assertThat(state(reference)).as("they stay charged").isEqualTo("CHARGE_AUTHORISED");
    Answer police = files.read(POLICE, reference);
    assertThat(police.body())
        .contains("CHARGE_THRESHOLD", "APPLY_FULL_CODE")
        .doesNotContain("Privileged");
    assertThat(owed(PROSECUTOR, reference)).as("other charges stand now").hasSize(1);
    assertThat(again(reference, ReviewBodies.applying(file)).code()).isEqualTo("impossible-move");
    assertThat(ledger.refusals(reference)).contains("review.decide impossible-move cps-prosecutor");
  }

  @Test
  void notInThePublicInterestIsToldAsADecisionNotToCharge() {
    String reference = files.underReview(PROSECUTOR);
    Answer file = file(reference);
    String unmet =
        ReviewBodies.notInThePublicInterest(file)
            .replace("\"evidentialMet\":true", "\"evidentialMet\":false");
    assertThat(again(reference, unmet).errors())
        .contains("test.evidentialMet:not-met", "test.interestMet:evidence-first");
    decided(reference, ReviewBodies.notInThePublicInterest(file));
    assertThat(state(reference)).isEqualTo("NFA");
    assertThat(owed(PROSECUTOR, reference)).containsExactly("NOT_CHARGED");
    assertThat(files.read(POLICE, reference).text("/decisions/0/decision"))
        .isEqualTo("NFA_PUBLIC_INTEREST");
    cases.contact(liaison, reference, "DECISION", "\"result\":\"TOLD\",\"madeBy\":\"TELEPHONE\"");
    assertThat(cases.of(liaison, reference).items("state")).containsExactly("OFFERED");
  }

  @Test
  void whoAskedForAReviewIsHeardByAnotherProsecutorAndTheFileBeginsAnew() throws SQLException {
    String reference = cases.told(liaison);
    CaseFiles.made(cases.move(liaison, reference, ReviewCases.said("ask")));
    String review = cases.of(liaison, reference).text("/items/0/id");
    assertThat(cases.move(PROSECUTOR, reference, ReviewCases.decided("uphold")).code())
        .isEqualTo("own-work");
    assertThat(upheld(PROSECUTOR, review)).as("nor in the database").isEqualTo("false");
    assertThat(cases.of(liaison, reference).items("state")).containsExactly("ASKED");

    cases.given(reference, "cps.prosecutor2");
    CaseFiles.made(cases.move("cps.prosecutor2", reference, ReviewCases.decided("overturn")));
    assertThat(state(reference)).isEqualTo("OVERTURNED");
    assertThat(files.move(PROSECUTOR, reference, "{\"move\":\"begin\"}").code())
        .as("it is another's now")
        .isEqualTo("not-permitted");
    files.moved("cps.prosecutor2", reference, "{\"move\":\"begin\"}");
    assertThat(state(reference)).isEqualTo("UNDER_REVIEW");
    CaseFiles.made(
        files.post(
            "cps.prosecutor2", reference, "/decisions", CaseFiles.charging(file(reference))));
    assertThat(state(reference)).isEqualTo("CHARGE_AUTHORISED");
    assertThat(files.read(POLICE, reference).body())
        .as("the police read both decisions")
        .contains("NFA_EVIDENTIAL", "CHARGE_FULL_CODE")
        .doesNotContain("Privileged");
    files.carriedOut(reference);
    assertThat(owed(POLICE, reference)).containsExactly("CHARGE");
  }

  /** What the database says to whoever bypasses the gate. */
  private String upheld(String user, String review) throws SQLException {
    try (var wall = new Wall(superuser)) {
      wall.bind(user);
      return wall.asked(
          "select move_review('%s', 2, 'UPHOLD', clock_timestamp(), false, 'x', clock_timestamp(), gen_random_uuid(), now() + interval '9 days', 1)"
              .formatted(review));
    }
  }

  private static String ask(String move) {
    return "{\"move\":\"%s\",\"asked\":[{\"words\":\"Who else was there?\"}]}".formatted(move);
  }

  private Answer file(String reference) {
    return files.read(POLICE, reference);
  }

  private void decided(String reference, String decision) {
    CaseFiles.made(again(reference, decision));
  }

  private Answer again(String reference, String decision) {
    return files.post(PROSECUTOR, reference, "/decisions", decision);
  }

  private String state(String reference) {
    return file(reference).text("/file/defendants/0/state");
  }

  private List<String> owed(String user, String reference) {
    return api.get(user, "/api/referrals/" + reference + "/obligations").items("rule");
  }
}
