package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole journey without a mouse. */
@ExtendWith(BrowserExtension.class)
class KeyboardJourneyIT {

  @Test
  void aReferralTravelsByKeyboardAlone(Portal portal) {
    KeyboardPerson council = portal.keyboardPerson("council.officer");
    council.follow("Start a referral");
    council.press("Start now");
    for (Answers.Asked asked : Answers.ALL) {
      council.sees(asked.heading());
      asked.answer().accept(council);
      council.press("Continue");
    }
    council.sees("Check your answers");
    String reference = Answers.send(council);
    council.noComplaints();

    KeyboardPerson police = portal.keyboardPerson("police.hco");
    police.tabTo(police.page().locator("nav a[href*='inbox']").first(), true);
    police.page().keyboard().press("Enter");
    police.sees("Inbox");
    police.type("Reference", reference);
    police.press("Filter");
    police.follow(reference);
    police.sees(Answers.NAME);
    police.follow("Acknowledge");
    police.choose("No");
    police.press("Acknowledge");
    police.sees(Answers.NAME);
    police.follow("Accept");
    police.choose("Demo Police Officer");
    police.press("Accept");
    police.reads("Accepted");
    police.noComplaints();
  }

  @Test
  void theFirstStopSkipsToTheContent(Portal portal) {
    KeyboardPerson council = portal.keyboardPerson("council.officer");
    Locator skip = council.page().locator("a.skip");
    council.tabTo(skip, true);
    assertThat(skip).isInViewport();
    council.page().keyboard().press("Enter");
    assertThat(council.page().getByRole(AriaRole.MAIN)).isFocused();
  }

  @Test
  void theErrorSummaryTakesTheFocusAndLeadsToTheField(Portal portal) {
    KeyboardPerson council = portal.keyboardPerson("council.officer");
    council.open("/referral/start.xhtml");
    council.press("Start now");
    council.sees("Who is it for?");
    council.press("Continue");
    Locator summary = council.page().getByRole(AriaRole.ALERT);
    assertThat(summary).isFocused();
    Locator first = summary.getByRole(AriaRole.LINK).first();
    council.tabTo(first, true);
    council.page().keyboard().press("Enter");
    assertThat(council.page().locator(first.getAttribute("href"))).isFocused();
  }
}
