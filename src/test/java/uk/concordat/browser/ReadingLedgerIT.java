package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.ApiExtension;

/** The ledger as people read it: their own trail, a record's, an agency's, and who checks it. */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class ReadingLedgerIT {
  private static final String GONE = "We cannot show you this page";

  @Test
  void everybodySeesWhatIsRecordedAboutThem(Portal portal) {
    String reference = sent(portal);
    Person officer = portal.person("council.officer");
    officer.follow("See what is recorded about you");
    officer.sees("What you opened and changed");
    officer.reads(reference);
    officer.reads("To Hertfordshire Constabulary");
    officer.approves("ledger-own");
    officer.page().locator(".entries .when a").last().click();
    officer.sees("An entry of the ledger");
    verified(officer);
    officer.reads("Until an agency has witnessed it");
    officer.page().getByText("The proof", new Page.GetByTextOptions().setExact(true)).click();
    officer.approves("ledger-entry-own");
    officer.open("/ledger/own.xhtml?at=lost");
    assertThat(officer.page().getByRole(AriaRole.ALERT)).containsText("has moved");
    officer.approves("ledger-own-error");
    officer.open("/ledger/ledger.xhtml");
    officer.sees(GONE);
  }

  @Test
  void whoeverAnswersForARecordSeesWhoHasSeenIt(Portal portal) {
    String reference = sent(portal);
    Person police = portal.person("police.officer");
    police.open("/referral/referral.xhtml?ref=" + reference);
    police.sees(Answers.NAME);
    assertThat(police.page().getByText("Who has seen this")).hasCount(0);
    Person officer = portal.person("council.officer");
    officer.open("/referral/referral.xhtml?ref=" + reference);
    officer.follow("Who has seen this");
    officer.sees("Who has seen " + reference + "?");
    officer.reads("Police officer, Hertfordshire Constabulary");
    assertThat(officer.page().getByRole(AriaRole.MAIN)).not().containsText("Demo Police");
    officer.approves("ledger-seen");
    officer.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    Screens.take(officer.page(), "ledger-seen-print");
    Person governance = portal.person("police.governance");
    governance.open("/referral/header.xhtml?ref=" + reference);
    governance.follow("Who has seen this");
    governance.reads("Demo Police Officer");
    governance.approves("ledger-seen-governance");
  }

  @Test
  void governanceNarrowsTheLedgerByKeyboardAlone(Portal portal) {
    String reference = sent(portal);
    Person governance = portal.keyboardPerson("police.governance");
    governance.follow("Ledger");
    governance.sees("Ledger");
    governance.approves("ledger");
    governance.type("Referral, or record number", reference);
    governance.press("Filter");
    governance.reads(reference);
    governance.reads("Welwyn Hatfield council");
    governance.approves("ledger-narrowed");
    governance.type("Since", "yesterday");
    governance.press("Filter");
    governance.isToldOfErrors("ledger-error");
    governance.follow("Clear all");
    governance.follow("Refusals");
    governance.reads("What was tried and not allowed");
    governance.approves("ledger-refusals");
    for (String view :
        new String[] {"Bulk reads", "Out of hours", "Broken glass", "Same family name"}) {
      governance
          .page()
          .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Ready views"))
          .getByText(view)
          .click();
      governance.reads("The last 31 days are shown");
    }
    governance.approves("ledger-same-name");
  }

  @Test
  void governanceOpensAnEntryAndLearnsWhoChecksTheLedger(Portal portal) {
    sent(portal);
    Person governance = portal.person("police.governance");
    governance.open("/ledger/ledger.xhtml?verb=DISCLOSE");
    governance.page().locator("#entries tbody a").first().click();
    governance.sees("An entry of the ledger");
    verified(governance);
    governance.approves("ledger-entry");
    governance.follow("Everything by this person");
    governance.sees("Ledger");
    governance.open("/ledger/ledger.xhtml");
    governance.follow("Who checks the ledger");
    governance.sees("Who checks the ledger");
    governance.approves("ledger-witnesses");
    governance.open("/ledger/entry.xhtml?id=nobody");
    governance.sees(GONE);
  }

  /** An entry has its place in the tree a second or two after it was made. */
  private static void verified(Person person) {
    for (int i = 0; i < 10 && person.page().getByText("Verified: it is").count() == 0; i++) {
      person.page().waitForTimeout(500);
      person.page().reload();
    }
    person.reads("Verified: it is in the ledger as it was signed");
  }

  private static String sent(Portal portal) {
    Person council = portal.person("council.officer");
    Answers.giveAll(council);
    return Answers.send(council);
  }
}
