package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.StaffDirectory;

/** Somebody chooses how they are told by email. */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class MailSettingIT {
  @Test
  void whoeverWantsAnEmailOnceADaySaysSo(Portal portal, StaffDirectory directory) {
    String username = directory.joins("HERTS-POLICE/hate-crime-unit", "hate-crime-officer");
    Person officer = portal.person(username);
    officer.open("/notice/notices.xhtml");
    officer.follow("Change how you are told by email");
    officer.sees("When do you want an email?");
    officer.reads("Emails go to " + username + "@example.org");
    assertThat(officer.page().getByLabel("At once")).isChecked();
    officer.approves("mail-setting");
    officer.choose("Once a day");
    officer.press("Save");
    officer.sees("Your choice is saved");
    officer.approves("mail-setting-saved");
    officer.follow("Go to your notices");
    officer.follow("Change how you are told by email");
    assertThat(officer.page().getByLabel("Once a day")).isChecked();
  }
}
