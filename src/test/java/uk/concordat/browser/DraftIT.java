package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is typed is kept. */
@ExtendWith(BrowserExtension.class)
class DraftIT {
  private static final String ACCOUNT = "What happened, in the words";
  private static final String TYPED = "Half a sentence, before the telephone rang";

  @Test
  void whatIsTypedIsSavedByItselfAndFoundAgainByItsAuthorOnly(Portal portal) {
    Person council = portal.person("council.officer");
    String path = secondQuestion(council);
    typeAndWaitUntilSaved(council);

    Person again = portal.person("council.officer");
    again.open(path);
    assertThat(again.field(ACCOUNT)).hasValue(TYPED);
    again.noComplaints();
    for (String other : new String[] {"council.lead", "police.hco", "nhs.practitioner"}) {
      assertThat(portal.person(other).open(path).status()).as(other).isEqualTo(404);
    }
  }

  @Test
  void aSessionThatEndsWhileTypingLosesNothing(Portal portal) {
    Person council = portal.person("council.officer");
    String path = secondQuestion(council);
    council.context().clearCookies();
    council.type(ACCOUNT, TYPED);
    council.press("Continue");
    Locator notice = council.page().getByRole(AriaRole.ALERT);
    assertThat(notice).containsText("You have been signed out. What you typed is still here.");
    assertThat(notice).isFocused();
    assertThat(council.field(ACCOUNT)).hasValue(TYPED);
    council.approves("draft-signed-out");

    council.signInInNewTab("Sign in again in a new tab", "council.officer");
    council.select("What kind of incident was it?", "Incident on public transport");
    council.press("Continue");
    council.sees("When did it happen?");
    council.open(path);
    assertThat(council.field(ACCOUNT)).hasValue(TYPED);
  }

  @Test
  void aSessionThatHasEndedIsSaidAndTheDraftIsThereAfterSigningInAgain(Portal portal) {
    Person council = portal.person("council.officer");
    String path = secondQuestion(council);
    typeAndWaitUntilSaved(council);
    council.context().clearCookies();
    council.press("Continue");
    council.sees("You have been signed out");
    council.approves("expired");
    council.follow("Sign in");
    council.enterPassword("council.officer");
    council.sees("Your work");
    council.open(path);
    assertThat(council.field(ACCOUNT)).hasValue(TYPED);
  }

  private static String secondQuestion(Person council) {
    Answers.start(council);
    council.choose(Answers.POLICE);
    council.choose("Standard");
    council.press("Continue");
    council.sees("What happened?");
    return council.page().url();
  }

  private static void typeAndWaitUntilSaved(Person council) {
    council.typeAndAwaitSaving(ACCOUNT, TYPED);
    assertThat(council.page().getByRole(AriaRole.STATUS)).containsText("Draft saved at");
  }
}
