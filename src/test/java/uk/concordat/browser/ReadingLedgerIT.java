package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.time.Duration;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.LedgerTree;
import uk.concordat.it.OldEntries;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;
import uk.concordat.stack.Waiting;

/** The ledger as people read it: their own trail, a record's, an agency's, and who checks it. */
@ExtendWith({BrowserExtension.class, ApiExtension.class, StackExtension.class})
class ReadingLedgerIT {
  private static final String GONE = "We cannot show you this page";
  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void everybodySeesWhatIsRecordedAboutThem(Portal portal, Api api) {
    String reference = Answers.sent(api);
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
  void whoeverAnswersForARecordSeesWhoHasSeenIt(Portal portal, Api api) {
    String reference = Answers.sent(api);
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
  void governanceNarrowsTheLedgerByKeyboardAlone(Portal portal, Api api) {
    String reference = Answers.sent(api);
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
  void governanceOpensAnEntryAndLearnsWhoChecksTheLedger(Portal portal, Api api) {
    Answers.sent(api);
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

  @Test
  void governanceReadsTheSecurityLog(Portal portal) {
    Person governance = portal.person("police.governance");
    governance.open("/ledger/ledger.xhtml");
    governance.follow("Security log");
    governance.sees("Security log");
    governance.select("What happened", "Signed in");
    governance.press("Filter");
    governance.reads("Demo Police Governance");
    governance.approves("ledger-security");
    governance.type("Since", "yesterday");
    governance.press("Filter");
    governance.isToldOfErrors("ledger-security-error");
  }

  @Test
  void aMonthIsExportedOnceItIsSaidWhatFor(Portal portal, Api api, LedgerTree tree) {
    Answers.sent(api);
    tree.awaitAll();
    Person governance = portal.person("police.governance");
    governance.open("/ledger/ledger.xhtml");
    governance.follow("Export or erase a month");
    governance.sees("The ledger month by month");
    governance.approves("ledger-months");
    governance.page().locator("#months a").getByText("Export").first().click();
    governance.sees("What is the export for?");
    governance.approves("ledger-export");
    governance.press("Export");
    governance.isToldOfErrors("ledger-export-error");
    governance.choose("The Information Commissioner asked for it");
    Download file = governance.page().waitForDownload(() -> governance.press("Export"));
    org.assertj.core.api.Assertions.assertThat(file.suggestedFilename())
        .startsWith("concordat-ledger-")
        .endsWith(".zip");
  }

  @Test
  void aMonthIsErasedByTwoAgencies(Portal portal, LedgerTree tree, Stack stack) {
    OldEntries old = new OldEntries(stack.postgres().superuser());
    YearMonth month = old.fresh();
    old.write(month, UUID.randomUUID());
    tree.awaitAll();
    String address = "/ledger/disposal.xhtml?month=" + month + "&move=";
    Person council = portal.person("council.governance");
    council.open(address + "propose");
    council.approves("ledger-disposal-propose");
    council.press("Propose it");
    council.sees("The ledger month by month");
    council.open(address + "withdraw");
    council.sees("Take the proposal back?");
    council.approves("ledger-disposal-withdraw");
    Person police = portal.person("police.governance");
    police.open(address + "approve");
    police.approves("ledger-disposal-approve");
    police.press("Erase it");
    police.reads("The hashes are still there.");
    police.open(address + "approve");
    police.sees(GONE);
  }

  /** An entry has its place in the tree a second or two after it was made. */
  private static void verified(Person person) {
    Waiting.until(
        SOON,
        () -> {
          person.page().reload();
          return person.page().getByText("Verified: it is").count() > 0;
        });
    person.reads("Verified: it is in the ledger as it was signed");
  }
}
