package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Answer;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.DatabaseOwner;
import uk.concordat.it.LedgerRows;
import uk.concordat.it.Referrals;
import uk.concordat.it.StrongTokens;
import uk.concordat.stack.SecondFactor;

/**
 * Story 12: at night a duty officer of another force breaks the glass. Governance queries it in the
 * morning and finds it justified; in a twin of the story the officer looks for their own neighbour,
 * and is denied.
 *
 * <p>The rule: an emergency opens the named classes for four hours and is reviewed by those whose
 * record it was; an exclusion beats every emergency, and the attempt is in the ledger.
 */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class Story12BrokenGlassAtNightIT {
  private static final String OFFICER = "btp.hco";
  private static final String GOVERNANCE = "council.governance";
  private static final String NOWHERE = "HCR-2060-000001-K";
  private static final String HAPPENING =
      "She calls from the platform and says that he is there again.";
  private static final String SECRET = "threw a basket";
  private static final String CONTACT =
      """
      {"kind":"OTHER","result":"TOLD","madeBy":"TELEPHONE","on":"2026-11-24","time":"02:30",
       "words":"Help is on its way."}
      """;

  private final Api api;
  private final Referrals referrals;
  private final LedgerRows ledger;
  private final DatabaseOwner owner;
  private final SecondFactor factor;

  Story12BrokenGlassAtNightIT(
      Api api, LedgerRows ledger, DatabaseOwner owner, StrongTokens tokens) {
    this.api = api;
    this.ledger = ledger;
    this.owner = owner;
    factor = tokens.ofDemoAccounts();
    referrals = new Referrals(api);
  }

  @Test
  void theDutyOfficerLooksInAnEmergencyIsReviewedAndFindsNoNeighbour(Portal portal) {
    owner.forgetReferences(OFFICER);
    String reference = referrals.received().reference();
    assertThat(read(reference).status()).as("no part of theirs").isEqualTo(404);
    Person officer = portal.person(OFFICER);
    officer.open("/glass/break.xhtml");
    officer.proves(factor);
    fill(officer);
    findsNoNeighbour(officer);
    breaks(officer, reference);
    officer.sees("The record is open");
    String glass = officer.page().url().replaceFirst(".*id=", "");
    officer.follow("Open " + reference);
    officer.reads("You look at this in an emergency,");
    officer.reads(SECRET);
    readsOnlyWhatWasNamed(reference);

    owner.letFourHoursPass(OFFICER);
    officer.page().reload();
    officer.sees("We cannot show you this page");
    assertThat(read(reference).status()).as("in the morning it is closed").isEqualTo(404);
    isReviewed(portal.person(GOVERNANCE), reference, glass);
  }

  /** Whoever they are excluded from is not found, in the words for what does not exist. */
  private void findsNoNeighbour(Person officer) {
    String neighbour = referrals.received().reference();
    owner.exclude(neighbour, OFFICER);
    int before = ledger.refused(OFFICER).size();
    breaks(officer, NOWHERE);
    officer.isToldBeside(officer.field("Reference"), "Nothing was opened.");
    Locator alert = officer.page().getByRole(AriaRole.ALERT);
    String said = alert.innerText();
    alert.evaluate("alert => alert.textContent = 'of the page before'");
    breaks(officer, neighbour);
    assertThat(alert).hasText(said, new LocatorAssertions.HasTextOptions().setUseInnerText(true));
    assertThat(read(neighbour).status()).isEqualTo(404);
    assertThat(ledger.refused(OFFICER)).hasSizeGreaterThanOrEqualTo(before + 2);
    assertThat(ledger.refused(OFFICER))
        .as("governance finds what was tried")
        .anyMatch(refusal -> refusal.startsWith("breakglass.use "));
  }

  private void readsOnlyWhatWasNamed(String reference) {
    Answer seen = read(reference);
    assertThat(seen.json().has("incident")).isTrue();
    assertThat(seen.json().has("person")).as("what was not named stays closed").isFalse();
    assertThat(seen.texts("/moves")).as("to be read only").isEmpty();
    assertThat(api.get(OFFICER, address(reference) + "/timeline").items("kind"))
        .contains("EMERGENCY");
    assertThat(api.get("police.hco", address(reference) + "/timeline").items("kind"))
        .as("those who work on it are not told")
        .doesNotContain("EMERGENCY");
    Answer written = api.post(OFFICER, address(reference) + "/contacts", CONTACT);
    assertThat(written.status()).as("nor is anything written in an emergency").isEqualTo(409);
    assertThat(written.code()).isEqualTo("not-permitted");
  }

  private void isReviewed(Person governance, String reference, String glass) {
    governance.open("/glass/review.xhtml?id=" + glass);
    governance.sees("Was it right to look?");
    governance.reads(reference);
    governance.reads(HAPPENING);
    assertThat(governance.page().getByRole(AriaRole.MAIN)).not().containsText(SECRET);
    governance.choose("Query");
    governance.type("Why", "Which call was it?");
    governance.press("Keep the verdict");
    governance.sees("Broken glass to review");
    assertThat(review(glass, "JUSTIFIED", "The call is in the log.").text("/verdict"))
        .isEqualTo("JUSTIFIED");
    assertThat(review(glass, "MISUSE", "After all.").status()).as("and that stands").isEqualTo(409);
    assertThat(ledger.noticesOf(glass))
        .contains("WELHAT-COUNCIL/information-governance", "BTP/information-governance");
  }

  private static void fill(Person officer) {
    officer.sees("What must you see now?");
    officer.choose("What you must see", "What happened");
    officer.choose("Reason", "Risk to life or serious harm now");
    officer.type("What is happening", HAPPENING);
  }

  private static void breaks(Person officer, String reference) {
    officer.type("Reference", reference);
    officer.press("Break the glass");
  }

  private Answer review(String glass, String verdict, String text) {
    return api.post(
        GOVERNANCE,
        "/api/break-glass/" + glass + "/moves",
        "{\"move\":\"review\",\"verdict\":\"%s\",\"text\":\"%s\"}".formatted(verdict, text));
  }

  private Answer read(String reference) {
    return api.get(OFFICER, address(reference));
  }

  private static String address(String reference) {
    return "/api/referrals/" + reference;
  }
}
