package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
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
  void aSessionThatEndsWhileTypingLosesNothingThatIsOnThePage(Portal portal) {
    Person council = portal.person("council.officer");
    secondQuestion(council);
    council.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("CONCORDAT"));
    council.type(ACCOUNT, TYPED);
    assertThat(council.page().getByRole(AriaRole.ALERT))
        .containsText("You have been signed out. What you typed is still here.");
    assertThat(council.field(ACCOUNT)).hasValue(TYPED);
    council.approves("draft-signed-out");
    council.press("Continue");
    council.sees("You have been signed out");
    council.approves("expired");
  }

  private static String secondQuestion(Person council) {
    council.open("/referral/start.xhtml");
    council.press("Start now");
    council.sees("Who is it for?");
    council.choose(Answers.POLICE);
    council.choose("Standard");
    council.press("Continue");
    council.sees("What happened?");
    return council.page().url();
  }

  private static void typeAndWaitUntilSaved(Person council) {
    council
        .page()
        .waitForResponse(
            answer -> answer.request().method().equals("POST") && answer.status() == 204,
            () -> council.type(ACCOUNT, TYPED));
    assertThat(council.page().getByRole(AriaRole.STATUS)).containsText("Draft saved at");
  }
}
