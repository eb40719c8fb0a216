package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in leads where somebody wanted to go; signing out is for good. */
@ExtendWith(BrowserExtension.class)
class SignInIT {
  private static final String INBOX = "/referral/inbox.xhtml?sort=CHANGED";

  @Test
  void signingInLeavesNoCodeInTheAddressOrTheHistory(Portal portal) {
    Person police = portal.visitor();
    List<String> addresses = new CopyOnWriteArrayList<>();
    police.page().onFrameNavigated(frame -> addresses.add(frame.url()));
    police.open(INBOX);
    police.enterPassword("police.hco");
    police.sees("Inbox");
    assertThat(police.page()).hasURL(portal.address() + INBOX);
    assertThat(addresses)
        .isNotEmpty()
        .filteredOn(address -> address.startsWith(portal.address()))
        .noneMatch(address -> address.contains("code=") || address.contains("state="));
  }

  @Test
  void signingOutEndsTheSessionAtKeycloakToo(Portal portal) {
    Person police = portal.person("police.hco");
    police.press("Sign out");
    police.sees("You have signed out");
    police.approves("signed-out");
    police.open("/");
    assertThat(police.page().getByLabel("Username")).isVisible();
  }

  @Test
  void theBackButtonShowsNothingAfterSigningOut(Portal portal) {
    Person police = portal.person("police.hco");
    police.press("Sign out");
    police.sees("You have signed out");
    police.page().goBack();
    assertThat(police.page().getByLabel("Username")).isVisible();
  }
}
