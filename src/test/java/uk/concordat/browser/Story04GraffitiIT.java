package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Story 4: graffiti on a place of worship, logged in the portal by a council officer who walked by.
 *
 * <p>The rule: an incident needs no person. Nobody is asked for, nobody is kept, and it is
 * complete.
 */
@ExtendWith(BrowserExtension.class)
class Story04GraffitiIT {
  @Test
  void graffitiIsLoggedAndNobodyIsNamed(Portal portal) {
    Person council = portal.person("council.officer");
    council.open("/incident/start.xhtml");
    council.press("Start now");
    council.sees("What happened?");
    council.select("What kind of incident was it?", "Graffiti or a symbol");
    council.type("What happened, in the words", "A symbol on the door of the hall. (Synthetic)");
    council.press("Continue");
    council.date("Which day?", "19", "11", "2026");
    council.press("Continue");
    council.select("What kind of place was it?", "Place of worship");
    council.type("Address, or where it was", "The hall in Market Cross (synthetic)");
    council.press("Continue");
    council.sees("Why is it believed to be hate?");
    council.choose("Religion or belief");
    council.choose("You or another professional");
    council.press("Continue");
    council.sees("Who was harmed?");
    council.choose("No, or nobody in particular");
    council.press("Continue");
    council.sees("Check your answers");
    council.press("Log the incident");
    council.sees("Logged");
    council.follow("Open the incident");
    council.sees("Nobody named");
    council.reads("A symbol on the door of the hall.");
    assertThat(council.page().getByText("Born")).hasCount(0);
    council.noComplaints();
  }
}
