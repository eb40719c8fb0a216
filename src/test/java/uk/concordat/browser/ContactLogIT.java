package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.Referrals;

/** In the portal: what the person harmed was told, and the timeline in which it stands. */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class ContactLogIT {
  private static final String NOT_PRINTED = "What is typed or chosen here is not printed.";

  private final Referrals referrals;

  ContactLogIT(Api api) {
    referrals = new Referrals(api);
  }

  @Test
  void aContactIsLoggedBesideWhatMakesItSafeAndStandsInTheTimeline(Portal portal) {
    String reference = referrals.received().reference();
    referrals.moved("police.hco", reference, "{\"move\":\"accept\",\"assignee\":\"police.hco\"}");
    Person police = portal.person("police.hco");
    police.open("/referral/referral.xhtml?ref=" + reference);
    police.reads("Nobody has logged a contact with them yet.");
    police.follow("Log a contact");
    police.sees("What was the person harmed told?");
    police.reads("How contact is safe");
    LocalDate tomorrow = LocalDate.now().plusDays(1);
    police.date(
        "On what day?",
        Integer.toString(tomorrow.getDayOfMonth()),
        Integer.toString(tomorrow.getMonthValue()),
        Integer.toString(tomorrow.getYear()));
    police.type("What they were told", "Who is on her case.");
    police.press("Log the contact");
    police.isToldOfErrors("contact-error");
    assertThat(police.field("What they were told")).hasValue("Who is on her case.");
    LocalDate yesterday = LocalDate.now().minusDays(1);
    police.date(
        "On what day?",
        Integer.toString(yesterday.getDayOfMonth()),
        Integer.toString(yesterday.getMonthValue()),
        Integer.toString(yesterday.getYear()));
    police.choose("First contact");
    police.choose("Yes");
    police.select("How was it made or tried?", "Telephone");
    police.approves("contact");
    police.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(police.page().getByText("How contact is safe")).isVisible();
    assertThat(police.page().getByText(NOT_PRINTED)).isVisible();
    assertThat(police.field("What they were told")).isHidden();
    police.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    police.press("Log the contact");
    police.reads("First contact. They were told.");
    police.reads("Logged");
    police.reads("Who is on her case.");
    police.approves("referral-contact");
    police.follow("The whole timeline");
    police.sees("Timeline of " + reference);
    police.reads("Person harmed: First contact");
    police.approves("timeline");
    police.follow("Oldest first");
    assertThat(police.page().locator(".timeline h3").last()).containsText("Accepted");

    Person council = portal.person("council.officer");
    council.open("/referral/timeline.xhtml?ref=" + reference + "&at=nowhere");
    council.reads("That page of the timeline has moved.");
    council.reads("Person harmed: First contact");
    assertThat(council.page().getByText("Who is on her case.")).hasCount(0);
  }
}
