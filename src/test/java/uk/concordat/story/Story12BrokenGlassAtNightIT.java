package uk.concordat.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Answer;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.DatabaseOwner;
import uk.concordat.it.LedgerRows;
import uk.concordat.it.Referrals;
import uk.concordat.it.StaffDirectory;
import uk.concordat.it.StrongTokens;
import uk.concordat.it.Visitors;
import uk.concordat.stack.SecondFactor;

/**
 * Story 12: at night a duty officer of another force breaks the glass. Governance queries it in the
 * morning and finds it justified; a twin of the story, in which the officer looks for their own
 * neighbour, is denied.
 *
 * <p>The rule: an emergency opens the named classes for four hours and is reviewed by those whose
 * record it was; an exclusion beats every emergency, and the attempt is in the ledger.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(ApiExtension.class)
class Story12BrokenGlassAtNightIT {
  private static final String OPEN =
      """
      {"reference":"%s","dataClasses":["D5"],"reason":"RISK_TO_LIFE",
       "text":"She calls from the platform and says that he is there again."}
      """;

  private static final String CONTACT =
      """
      {"kind":"OTHER","result":"TOLD","madeBy":"TELEPHONE","on":"2026-11-24","time":"02:30",
       "words":"Help is on its way."}
      """;

  private final Api api;
  private final Referrals referrals;
  private final LedgerRows ledger;
  private final DatabaseOwner owner;
  private final StaffDirectory directory;
  private final StrongTokens tokens;
  private final Visitors visitors;
  private String officer;
  private String token;

  Story12BrokenGlassAtNightIT(
      Api api,
      LedgerRows ledger,
      DatabaseOwner owner,
      StaffDirectory directory,
      StrongTokens tokens,
      Visitors visitors) {
    this.api = api;
    this.ledger = ledger;
    this.owner = owner;
    this.directory = directory;
    this.tokens = tokens;
    this.visitors = visitors;
    referrals = new Referrals(api);
  }

  /** The duty officer comes on, with a second factor. */
  @BeforeAll
  void comesOnDuty() {
    SecondFactor factor = SecondFactor.fresh();
    officer = directory.joinsWith(factor, "BTP/hate-crime-unit", "hate-crime-officer");
    token = tokens.token(officer, factor);
    assertThat(get("/api/me").status()).isEqualTo(200);
  }

  @Test
  void theDutyOfficerLooksInAnEmergencyAndIsReviewed() {
    String reference = referrals.received().reference();
    String address = "/api/referrals/" + reference;
    assertThat(get(address).status()).as("no part of theirs").isEqualTo(404);
    String glass = broken(reference).text("/id");
    Answer seen = get(address);
    assertThat(seen.json().has("incident")).isTrue();
    assertThat(seen.json().has("person")).as("what was not named stays closed").isFalse();
    assertThat(seen.texts("/moves")).as("to be read only").isEmpty();
    assertThat(get(address + "/timeline").items("kind")).contains("EMERGENCY");
    assertThat(api.get("police.hco", address + "/timeline").items("kind"))
        .as("those who work on it are not told")
        .doesNotContain("EMERGENCY");
    Answer written = send("POST", address + "/contacts", CONTACT);
    assertThat(written.status()).as("nor is anything written in an emergency").isEqualTo(409);
    assertThat(written.code()).isEqualTo("not-permitted");

    owner.letFourHoursPass(officer);
    assertThat(get(address).status()).as("in the morning it is closed").isEqualTo(404);
    assertThat(
            visitors.signedIn("council.governance").get("/glass/review.xhtml?id=" + glass).body())
        .as("governance finds it in the portal, without the content")
        .contains(reference, "from the platform")
        .doesNotContain("threw a basket");
    assertThat(reviewed(glass, "QUERY", "Which call was it?").text("/verdict")).isEqualTo("QUERY");
    assertThat(reviewed(glass, "JUSTIFIED", "The call is in the log.").text("/verdict"))
        .isEqualTo("JUSTIFIED");
    assertThat(review(glass, "MISUSE", "After all.").status()).as("and that stands").isEqualTo(409);
    assertThat(ledger.noticesOf(glass))
        .contains("WELHAT-COUNCIL/information-governance", "BTP/information-governance");
  }

  @Test
  void theirOwnNeighbourStaysClosedAndTheAttemptIsKept() {
    String neighbour = referrals.received().reference();
    owner.exclude(neighbour, officer);
    int before = ledger.refused(officer).size();
    Answer denied = send("POST", "/api/break-glass", OPEN.formatted(neighbour));
    assertThat(denied.status()).isEqualTo(404);
    assertThat(denied.body())
        .as("nothing tells them that there is such a record")
        .isEqualTo(send("POST", "/api/break-glass", OPEN.formatted("HCR-2060-000001-K")).body());
    assertThat(get("/api/referrals/" + neighbour).status()).isEqualTo(404);
    assertThat(ledger.refused(officer)).hasSizeGreaterThanOrEqualTo(before + 2);
    assertThat(ledger.refused(officer))
        .as("governance finds what was tried")
        .anyMatch(refusal -> refusal.startsWith("breakglass.use "));
  }

  private Answer broken(String reference) {
    Answer opened = send("POST", "/api/break-glass", OPEN.formatted(reference));
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    return opened;
  }

  private Answer reviewed(String glass, String verdict, String text) {
    Answer answer = review(glass, verdict, text);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private Answer review(String glass, String verdict, String text) {
    return api.post(
        "council.governance",
        "/api/break-glass/" + glass + "/moves",
        "{\"move\":\"review\",\"verdict\":\"%s\",\"text\":\"%s\"}".formatted(verdict, text));
  }

  private Answer get(String path) {
    return api.send("GET", path, token, null);
  }

  private Answer send(String method, String path, String body) {
    return api.send(method, path, token, body, "Content-Type", "application/json");
  }
}
