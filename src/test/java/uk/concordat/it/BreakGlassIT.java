package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.stack.SecondFactor;

/** Breaking the glass: a second factor first, named classes for four hours, and a review. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(ApiExtension.class)
class BreakGlassIT {
  private static final String NOWHERE = "HCR-2060-000001-K";
  private static final String WHY = "The caller reports that an attack is going on there now.";
  private static final String OPEN =
      """
      {"reference":"%s","dataClasses":["%s"],"reason":"%s","text":"%s"}
      """;

  private final Api api;
  private final Referrals referrals;
  private final StaffDirectory directory;
  private final StrongTokens tokens;
  private final LedgerRows ledger;
  private final DatabaseOwner owner;
  private String username;
  private String token;

  BreakGlassIT(
      Api api,
      StaffDirectory directory,
      StrongTokens tokens,
      LedgerRows ledger,
      DatabaseOwner owner) {
    this.api = api;
    this.owner = owner;
    this.directory = directory;
    this.tokens = tokens;
    this.ledger = ledger;
    referrals = new Referrals(api);
  }

  /** An officer of another force, who has no part in any referral between these two agencies. */
  @BeforeAll
  void proveWhoOneIs() {
    SecondFactor factor = SecondFactor.fresh();
    username = directory.joinsWith(factor, "BTP/hate-crime-unit", "hate-crime-officer");
    token = tokens.token(username, factor);
    assertThat(get("/api/me").text("/role")).isEqualTo("hate-crime-officer");
  }

  @Test
  void aTokenOfTooLowALevelIsToldSoWhateverItAsksFor() {
    int before = ledger.refusals("hate-crime-officer", "step-up-needed");
    Answer hidden = weakly("btp.hco", referrals.received().reference());
    Answer unknown = weakly("btp.hco", NOWHERE);
    Answer nonsense = api.post("btp.hco", "/api/break-glass", "{}");
    assertThat(hidden.status()).isEqualTo(401);
    assertThat(hidden.code()).isEqualTo("insufficient-user-authentication");
    assertThat(hidden.header("WWW-Authenticate").orElseThrow())
        .contains("insufficient_user_authentication")
        .contains("acr_values=\"second-factor\"")
        .contains("max_age=300");
    assertThat(unknown.body()).isEqualTo(hidden.body());
    assertThat(nonsense.body()).isEqualTo(hidden.body());
    assertThat(ledger.refusals("hate-crime-officer", "step-up-needed")).isEqualTo(before + 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "council.officer", // leads no team
        "nhs.practitioner",
        "cps.reviewer",
        "police.governance",
        "council.admin",
        "board.analyst",
        "tprc.reporter"
      })
  void aRoleThatNeverDoesIsRefused(String user) {
    assertThat(weakly(user, NOWHERE).status()).isEqualTo(403);
  }

  @Test
  void opensTheNamedClassesOfOneRecordForFourHoursToBeReadOnly() {
    String reference = referrals.received().reference();
    String address = "/api/referrals/" + reference;
    assertThat(get(address).status()).isEqualTo(404);
    Answer opened = open(reference, "D5", "RISK_TO_LIFE", WHY);
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    Instant expires = Instant.parse(opened.text("/expiresAt"));
    assertThat(Duration.between(Instant.parse(opened.text("/openedAt")), expires))
        .isEqualTo(Duration.ofHours(4));
    Answer read = get(address);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.json().has("incident")).isTrue();
    assertThat(read.json().has("person")).isFalse();
    assertThat(get(address + "/access").texts("/actions")).isEmpty();
    assertThat(listed()).contains(reference);
    Answer move =
        send("POST", address + "/moves", "{\"move\":\"accept\",\"assignee\":\"btp.hco\"}", read);
    assertThat(move.status()).isEqualTo(409);
  }

  @Test
  void endingItOrItsTimeRunningOutTakesSightAwayOnTheNextRequest() {
    String first = referrals.received().reference();
    String id = open(first, "D5", "RISK_TO_LIFE", WHY).text("/id");
    assertThat(get("/api/referrals/" + first).status()).isEqualTo(200);
    assertThat(send("POST", "/api/break-glass/" + id + "/moves", "{\"move\":\"close\"}").status())
        .isEqualTo(200);
    assertThat(get("/api/referrals/" + first).status()).isEqualTo(404);
    String second = referrals.received().reference();
    open(second, "D5", "RISK_TO_LIFE", WHY);
    assertThat(get("/api/referrals/" + second).status()).isEqualTo(200);
    owner.letFourHoursPass(username);
    assertThat(get("/api/referrals/" + second).status()).isEqualTo(404);
  }

  @Test
  void saysTheSameOfWhatIsUnknownExcludedRestrictedAndADraftAndStopsAfterFive() {
    proveWhoOneIs(); // as somebody new, who is stopped in the end
    String excluded = referrals.received().reference();
    owner.exclude(excluded, username);
    String restricted = referrals.received().reference();
    api.send(
        "PUT",
        "/api/referrals/" + restricted + "/restriction",
        api.token("police.hco"),
        "{\"names\":[]}",
        "Content-Type",
        "application/json");
    String draft = referrals.draft().reference();
    Answer unknown = open(NOWHERE, "D5", "RISK_TO_LIFE", WHY);
    assertThat(unknown.status()).isEqualTo(404);
    for (String hidden : List.of(excluded, restricted, draft, NOWHERE)) {
      Answer answer = open(hidden, "D5", "RISK_TO_LIFE", WHY);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body()).isEqualTo(unknown.body());
    }
    Answer stopped = open(referrals.received().reference(), "D5", "RISK_TO_LIFE", WHY);
    assertThat(stopped.status()).isEqualTo(409);
    assertThat(stopped.code()).isEqualTo("stopped");
    assertThat(ledger.notices("BTP/information-governance", username))
        .containsExactly("REFERENCES_GUESSED");
    proveWhoOneIs();
  }

  @ParameterizedTest
  @CsvSource({
    "D8,RISK_TO_LIFE,long enough to be a reason for it,dataClasses:never-this-way",
    "D10,RISK_TO_LIFE,long enough to be a reason for it,dataClasses:never-this-way",
    "D12,RISK_TO_LIFE,long enough to be a reason for it,dataClasses:never-this-way",
    "D17,RISK_TO_LIFE,long enough to be a reason for it,dataClasses:unknown",
    "D5,CURIOSITY,long enough to be a reason for it,reason:unknown",
    "D5,RISK_TO_LIFE,too short,text:too-short"
  })
  void needsAClassThatOpensAReasonOfTheListAndItsWords(
      String dataClass, String reason, String text, String error) {
    assertThat(open(referrals.received().reference(), dataClass, reason, text).errors())
        .containsExactly(error);
  }

  @Test
  void ownerAndGovernanceAreToldAndReviewWithoutTheContent() {
    String reference = referrals.received().reference();
    String id = open(reference, "D5", "COURT_SITTING", WHY).text("/id");
    get("/api/referrals/" + reference);
    assertThat(ledger.noticesOf(id))
        .contains("WELHAT-COUNCIL/information-governance", "BTP/information-governance")
        .contains("WELHAT-COUNCIL/council-officer/community-safety!lead");
    assertThat(api.get("police.hco", "/api/break-glass/reviews").status()).isEqualTo(403);
    Answer reviews = api.get("council.governance", "/api/break-glass/reviews");
    assertThat(reviews.items("id")).contains(id);
    Answer shown = api.get("council.governance", "/api/break-glass/" + id + "/shown");
    assertThat(shown.body()).contains("referral.read").contains("D5").doesNotContain("shouted");
    assertThat(api.get("police.governance", "/api/break-glass/" + id + "/shown").status())
        .isEqualTo(404);
    String review = "{\"move\":\"review\",\"verdict\":\"JUSTIFIED\",\"text\":\"It was.\"}";
    String moves = "/api/break-glass/" + id + "/moves";
    assertThat(api.post("council.governance", moves, review).text("/verdict"))
        .isEqualTo("JUSTIFIED");
    assertThat(api.post("council.governance", moves, review).status()).isEqualTo(409);
  }

  private Answer weakly(String user, String reference) {
    return api.post(user, "/api/break-glass", OPEN.formatted(reference, "D2", "RISK_TO_LIFE", WHY));
  }

  private Answer open(String reference, String dataClass, String reason, String text) {
    return send("POST", "/api/break-glass", OPEN.formatted(reference, dataClass, reason, text));
  }

  private List<String> listed() {
    return get("/api/referrals?limit=100").items("reference");
  }

  private Answer get(String path) {
    return api.send("GET", path, token, null);
  }

  private Answer send(String method, String path, String body) {
    return api.send(method, path, token, body, "Content-Type", "application/json");
  }

  private Answer send(String method, String path, String body, Answer read) {
    return api.send(
        method, path, token, body, "Content-Type", "application/json", "If-Match", read.etag());
  }
}
