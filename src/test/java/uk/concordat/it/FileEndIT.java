package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a file and the referral that brings it end: neither before the other, and nothing twice. */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileEndIT {
  private static final String OUTCOME =
      "{\"move\":\"record-outcome\",\"reason\":\"%s\",\"text\":\"What came of it.\"}";

  private final Api api;
  private final LedgerRows ledger;
  private final Referrals referrals;
  private final CaseFiles files;

  FileEndIT(Api api, LedgerRows ledger) {
    this.api = api;
    this.ledger = ledger;
    referrals = new Referrals(api);
    files = new CaseFiles(api);
    List.of("cps.prosecutor", "cps.lead").forEach(api::subject);
  }

  @Test
  void theReferralIsNotClosedWhileSomebodyInItsFileIsBeforeTheCourt() {
    String reference = files.beforeTheCourt("cps.prosecutor");
    outcome(reference, "CPS_CHARGED");
    Answer refused = close(reference);
    assertThat(refused.status()).as(refused.body()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("file-open");
    assertThat(ledger.refusals(reference)).anyMatch(one -> one.contains("file-open"));

    Answer result =
        files.recorded(
            "cps.prosecutor", "POST", reference, "/results", files.convicting(reference, ""));
    assertThat(result.status()).as("the review goes on: " + result.body()).isEqualTo(201);
    Answer later = close(reference);
    assertThat(later.code()).as(later.body()).isNotEqualTo("file-open");
  }

  @Test
  void whatWasDecidedOnTheFileIsToldOnce() {
    String reference = files.underReview("cps.prosecutor");
    String decision = CaseFiles.notCharging(files.read("cps.prosecutor", reference));
    CaseFiles.made(files.post("cps.prosecutor", reference, "/decisions", decision));
    assertThat(owed(reference)).containsExactly("NOT_CHARGED");
    outcome(reference, "CPS_NFA_EVIDENTIAL");
    assertThat(owed(reference)).as("the outcome says it again").containsExactly("NOT_CHARGED");
  }

  private void outcome(String reference, String reason) {
    referrals.moved("cps.prosecutor", reference, "{\"move\":\"start\"}");
    referrals.moved("cps.prosecutor", reference, OUTCOME.formatted(reason));
  }

  private Answer close(String reference) {
    return api.move("cps.lead", reference, "{\"move\":\"close\"}");
  }

  private List<String> owed(String reference) {
    return api.get("cps.prosecutor", "/api/referrals/" + reference + "/obligations").items("rule");
  }
}
