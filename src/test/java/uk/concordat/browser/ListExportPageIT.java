package uk.concordat.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.Referrals;
import uk.concordat.it.StaffDirectory;
import uk.concordat.stack.SecondFactor;

/** Somebody takes their list out as a file in the portal. */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class ListExportPageIT {
  @Test
  void aListIsTakenOutOnceItIsSaidWhatForAndByWhom(
      Portal portal, Api api, StaffDirectory directory) {
    String reference = new Referrals(api).received().reference();
    SecondFactor factor = SecondFactor.fresh();
    String username =
        directory.joinsWith(factor, "HERTS-POLICE/hate-crime-unit", "hate-crime-officer");
    Person officer = portal.person(username);
    officer.open("/referral/inbox.xhtml?reference=" + reference);
    officer.follow("Take this list out as a file");
    officer.proves(factor);
    officer.sees("What do you need the file for?");
    officer.approves("list-export");
    officer.press("Take the list out");
    officer.isToldOfErrors("list-export-error");
    officer.choose("Safeguarding");
    Download file = officer.page().waitForDownload(() -> officer.press("Take the list out"));
    assertThat(file.suggestedFilename()).isEqualTo("concordat-referrals.csv");
    assertThat(file.path()).content().contains("Referrals in this file: 1;", reference);
    officer.noComplaints();
  }
}
