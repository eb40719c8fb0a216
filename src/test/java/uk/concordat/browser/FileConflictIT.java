package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.CaseFiles;

/** Two prosecutors on one file, and one whose session ends: nothing that was typed is lost. */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class FileConflictIT {
  private static final String EVIDENCE = "What do you make of the evidence?";
  private static final String TYPED = "The footage is clear, and so is";

  private final CaseFiles files;

  FileConflictIT(Api api) {
    files = new CaseFiles(api);
  }

  @Test
  void whoeverTakesItInSecondIsToldThatItHasChanged(Portal portal) {
    String file = "/prosecution/file.xhtml?ref=" + files.arrived("cps.prosecutor");
    Person first = portal.person("cps.prosecutor");
    Person second = portal.person("cps.prosecutor2");
    first.open(file);
    second.open(file);
    first.press("Take it in: it is complete");
    first.reads("Taken in, since");
    second.press("Take it in: it is complete");
    second.reads("Somebody changed this while you were writing");
    second.reads("Taken in, since");
    second.approves("file-conflict");
  }

  @Test
  void whoeverDecidesOnAFileThatChangedKeepsWhatTheyTyped(Portal portal) {
    String reference = files.underReview("cps.prosecutor");
    Person prosecutor = portal.person("cps.prosecutor");
    decides(prosecutor, reference);
    prosecutor.choose("What do you decide?", "No further action: the evidence is not enough");
    prosecutor.typeAndAwaitSaving(EVIDENCE, TYPED);
    files.consentAsked("cps.prosecutor", reference);
    prosecutor.press("Record the decision");
    prosecutor.reads("Somebody changed this while you were writing");
    assertThat(prosecutor.field(EVIDENCE)).hasValue(TYPED);
    prosecutor.approves("file-decide-conflict");
  }

  @Test
  void aSessionThatEndsWhileADecisionIsTypedLosesNothing(Portal portal) {
    String reference = files.underReview("cps.prosecutor");
    Person prosecutor = portal.person("cps.prosecutor");
    String page = decides(prosecutor, reference);
    prosecutor.context().clearCookies();
    prosecutor.type(EVIDENCE, TYPED);
    prosecutor.press("Record the decision");
    Locator notice = prosecutor.page().getByRole(AriaRole.ALERT);
    assertThat(notice).containsText("You have been signed out. What you typed is still here.");
    prosecutor.approves("file-decide-signed-out");
    prosecutor.signInInNewTab("Sign in again in a new tab", "cps.prosecutor");
    prosecutor.typeAndAwaitSaving(EVIDENCE, TYPED + " the rest.");

    Person again = portal.person("cps.prosecutor");
    again.open(page);
    assertThat(again.field(EVIDENCE)).hasValue(TYPED + " the rest.");
    again.reads("What you typed is here again.");
    again.approves("file-decide-again");
    for (String other : new String[] {"cps.prosecutor2", "police.hco"}) {
      assertThat(portal.person(other).open(page).status()).as(other).isEqualTo(404);
    }
  }

  /** Answers the address of the page. */
  private static String decides(Person prosecutor, String reference) {
    prosecutor.open("/prosecution/file.xhtml?ref=" + reference);
    prosecutor.follow("Decide on Ivo Darvell");
    prosecutor.sees("Decide on Ivo Darvell");
    return prosecutor.page().url();
  }
}
