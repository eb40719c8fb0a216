package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.Referrals;
import uk.concordat.it.StaffDirectory;

/** A queue in the portal: worked through by the keyboard, and told of changes while it is read. */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class QueueJourneyIT {
  private static final String CHANGED = "/referral/inbox.xhtml?queue=CHANGED";

  private final StaffDirectory directory;
  private final Referrals referrals;

  QueueJourneyIT(Api api, StaffDirectory directory) {
    this.directory = directory;
    referrals = new Referrals(api);
  }

  @Test
  void severalAreAcknowledgedByKeyboardAlone(Portal portal) {
    String first = referrals.submitted().reference();
    String overtaken = referrals.submitted().reference();
    String last = referrals.submitted().reference();
    KeyboardPerson police = portal.keyboardPerson(officer());
    police.open("/referral/inbox.xhtml");
    police.follow("Everything");
    police.open(CHANGED);
    police.sees("Recently changed");
    police.approves("queue");
    police.choose("Choose " + last);
    police.choose("Choose " + overtaken);
    police.choose("Choose " + first);
    police.press("Acknowledge the chosen");
    police.sees("Acknowledge several referrals");
    referrals.moved("police.hco", overtaken, "{\"move\":\"acknowledge\"}");
    police.press("Acknowledge 3");
    police.isToldOfErrors("bulk-error");
    police.choose("No, in none of them");
    police.approves("bulk");
    police.press("Acknowledge 3");
    police.sees("2 of 3 acknowledged");
    assertThat(
            police
                .page()
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(overtaken)))
        .containsText("You cannot acknowledge it now. Its status: ");
    police.approves("bulk-done");
    police.follow("Back to the list");
    police.sees("Recently changed");
  }

  @Test
  void allOnAPageAreChosenAtOnceAndNoneIsNone(Portal portal) {
    referrals.submitted();
    referrals.submitted();
    Person police = portal.person(officer());
    police.open("/referral/inbox.xhtml?queue=UNASSIGNED&status=SUBMITTED");
    police.press("Acknowledge the chosen");
    police.reads("Nothing is chosen");
    police.approves("bulk-none");
    police.follow("Go back to the list");
    assertThat(police.page()).hasURL(Pattern.compile("queue=UNASSIGNED&status=SUBMITTED$"));
    Locator boxes = police.page().locator("[data-pick]");
    police.choose("Choose all on this page");
    assertThat(police.page().locator("[data-pick]:checked")).hasCount(boxes.count());
    boxes.first().uncheck();
    assertThat(police.page().getByLabel("Choose all on this page")).not().isChecked();
  }

  @Test
  void whatIsAssignedTogetherGoesToOneColleague(Portal portal) {
    referrals.taken("police.hco");
    String reference = referrals.taken("police.hco");
    Person police = portal.person(officer());
    police.open(CHANGED);
    police.choose("Choose " + reference);
    police.press("Assign the chosen");
    police.press("Assign 1");
    police.isToldOfErrors("bulk-assign-error");
    police.choose("Demo Police Officer");
    police.approves("bulk-assign");
    police.press("Assign 1");
    police.sees("1 assigned");
  }

  @Test
  void aListSaysThatItHasChangedAndKeepsWhatIsTyped(Portal portal) {
    String chosen = referrals.submitted().reference();
    Person police = portal.person(officer());
    police.open(CHANGED + "#main"); // as the link leaves it that skips to the content
    assertThat(police.page().locator("[data-watching]")).isAttached();
    police.choose("Choose " + chosen);
    police.field("Reference").pressSequentially("HCR-2026-00");
    String fresh = referrals.submitted().reference();
    Locator told =
        police
            .page()
            .getByRole(AriaRole.STATUS)
            .filter(new Locator.FilterOptions().setHasText("The list has changed"));
    assertThat(told).isVisible();
    assertThat(police.field("Reference")).hasValue("HCR-2026-00");
    assertThat(police.field("Reference")).isFocused();
    assertThat(police.page().getByLabel("Choose " + chosen)).isChecked();
    assertThat(police.page().getByRole(AriaRole.MAIN)).not().containsText(fresh);
    police.field("Reference").pressSequentially("1");
    assertThat(police.field("Reference")).hasValue("HCR-2026-001");
    police.approves("queue-changed");
    police.follow("Show the changes");
    police.reads(fresh);
  }

  @Test
  void aListIsSavedAsAFilterRenamedAndDeleted(Portal portal) {
    Person police = portal.person(officer());
    police.open("/referral/inbox.xhtml?queue=DUE&status=ACCEPTED");
    police.follow("Save this list as a filter");
    police.approves("filter");
    police.press("Save it");
    police.isToldOfErrors("filter-error");
    police.type("What do you call it?", "Due from BTP");
    police.press("Save it");
    police.sees("Your filters");
    police.reads("Due from BTP");
    police.approves("filters");
    police.open("/referral/filter.xhtml?queue=MINE");
    police.type("What do you call it?", "Due from BTP");
    police.press("Save it");
    police.isToldBeside(
        police.field("What do you call it?"),
        "You have a filter of that name: choose another name");
    assertThat(police.field("What do you call it?")).hasValue("Due from BTP");
    police.open("/referral/filters.xhtml");
    police.follow("Rename or delete Due from BTP");
    police.sees("Change a filter");
    police.type("What do you call it?", " ");
    police.press("Rename it");
    police.isToldOfErrors("filter-rename-error");
    police.type("What do you call it?", "Accepted and due");
    police.press("Rename it");
    police.reads("Accepted and due");
    police.follow("Rename or delete Accepted and due");
    police.press("Delete this filter");
    police.reads("You have saved no filter");
    police.approves("filters-none");
  }

  /** Somebody of whom no other test knows. */
  private String officer() {
    return directory.joins("HERTS-POLICE/hate-crime-unit", "hate-crime-officer");
  }
}
