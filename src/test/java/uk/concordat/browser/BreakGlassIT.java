package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.DatabaseOwner;
import uk.concordat.it.Referrals;
import uk.concordat.it.StaffDirectory;
import uk.concordat.kernel.Reference;
import uk.concordat.stack.SecondFactor;

/** Breaking the glass in the portal, from the step-up to governance's verdict. */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class BreakGlassIT {
  private static final String ASKED = "What must you see now?";
  private static final String WHAT = "What you must see";
  private static final String HAPPENING =
      "The caller reports that an attack is going on there now.";
  private static final String NOTHING =
      "Nothing was opened. Check the reference: either there is no such record, or it cannot be"
          + " opened this way.";
  private final SecondFactor factor = SecondFactor.fresh();
  private final Portal portal;
  private final Referrals referrals;
  private final StaffDirectory directory;
  private final DatabaseOwner owner;
  private final String username;
  private Person officer;

  BreakGlassIT(Portal portal, Api api, StaffDirectory directory, DatabaseOwner owner) {
    this.portal = portal;
    this.owner = owner;
    this.directory = directory;
    referrals = new Referrals(api);
    username = directory.joinsWith(factor, "BTP", "hate-crime-officer");
  }

  @BeforeEach
  void signIn() {
    officer = portal.person(username);
  }

  @Test
  void opensOneRecordWithABannerOnEveryPageUntilItIsEndedAndReviewed() {
    String reference = referrals.received().reference();
    officer.follow("Break the glass");
    officer.sees("Break the glass");
    officer.approves("glass-start");
    officer.follow("Go on and prove who you are");
    officer.proves(factor);
    officer.sees(ASKED);
    officer.approves("glass-break");
    officer.press("Break the glass");
    officer.isToldOfErrors("glass-break-error");
    fill(Reference.of(2059, 999_997).text());
    officer.press("Break the glass");
    officer.isToldOfErrors("glass-nothing");
    officer.isToldBeside(officer.field("Reference"), NOTHING);
    assertThat(officer.field("What is happening")).hasValue(HAPPENING);
    assertThat(officer.group(WHAT).getByLabel("What happened")).isChecked();
    officer.type("Reference", reference);
    officer.press("Break the glass");
    officer.sees("The record is open");
    officer.approves("glass-open");

    officer.follow("Open " + reference);
    officer.reads("You look at this in an emergency,");
    officer.reads("Account");
    decidesNothing();
    officer.approves("referral-emergency");
    isNotPrinted();
    officer.open("/");
    hasBanner(reference);
    officer.approves("your-work-emergency");
    officer.open("/glass/glasses.xhtml");
    officer.reads(reference);
    officer.approves("glasses");
    officer.open("/referral/start.xhtml");
    hasBanner(reference);

    banner(reference).getByRole(AriaRole.LINK).last().click();
    officer.sees("End it now?");
    officer.approves("glass-end");
    officer.press("End it");
    officer.sees("It has ended");
    assertThat(banner(reference)).hasCount(0);
    officer.open("/referral/referral.xhtml?ref=" + reference);
    officer.sees("We cannot show you this page");
    isReviewed(reference);
  }

  private void isReviewed(String reference) {
    owner.letTwoWeeksPass(username);
    Person governance = portal.person("council.governance");
    governance.reads("Review the broken glass of " + reference);
    governance.approves("your-work-governance");
    governance.opensNotice("Somebody broke the glass");
    governance.sees("Was it right to look?");
    governance.reads(HAPPENING);
    governance.reads("Read a referral");
    governance.reads("Nobody has reviewed this for three working days.");
    governance.approves("glass-review");
    governance.press("Keep the verdict");
    governance.isToldOfErrors("glass-review-error");
    governance.open("/glass/reviews.xhtml");
    governance.reads("Escalated: three working days without a review");
    governance.approves("glass-reviews");
    governance.follow(reference);
    governance.choose("Justified");
    governance.type("Why", "The duty log confirms it.");
    governance.press("Keep the verdict");
    governance.sees("Broken glass to review");
    governance.follow(reference);
    governance.reads("The duty log confirms it.");
    assertThat(governance.button("Keep the verdict")).hasCount(0);
    officer.opensNotice("Your broken glass was reviewed");
    officer.reads("Justified");
    officer.reads("The duty log confirms it.");
    officer.approves("glass-reviewed");
  }

  @Test
  void saysTheSameOfWhatIsUnknownExcludedAndADraftAndStopsAfterFive() {
    String excluded = referrals.received().reference();
    owner.exclude(excluded, username);
    String draft = referrals.draft().reference();
    String unknown = Reference.of(2059, 999_996).text();
    officer.open("/glass/break.xhtml");
    officer.proves(factor);
    fill(unknown);
    officer.press("Break the glass");
    officer.isToldBeside(officer.field("Reference"), NOTHING);
    String said = alert().innerText();
    for (String hidden : List.of(excluded, draft, unknown, unknown)) {
      alert().evaluate("alert => alert.textContent = 'of the page before'");
      officer.type("Reference", hidden);
      officer.press("Break the glass");
      assertThat(alert())
          .hasText(said, new LocatorAssertions.HasTextOptions().setUseInnerText(true));
      assertThat(officer.field("Reference")).hasValue(hidden);
    }
    officer.type("Reference", referrals.received().reference());
    officer.press("Break the glass");
    officer.isToldBeside(officer.field("Reference"), "Nothing was opened. You have typed five");
    officer.isToldOfErrors("glass-stopped");
    Person governance = portal.person(directory.joinsGovernance("BTP"));
    governance.opensNotice("Somebody typed five wrong references");
    governance.reads("Demo Newcomer");
    governance.approves("notice");
    governance.follow("All your notices");
    governance.sees("Your notices");
    governance.approves("notices");
    governance.open("/glass/break.xhtml");
    governance.sees("We cannot show you this page");
  }

  @Test
  void keepsWhatWasTypedWhenTheProofIsTooOldAndGoesOnAfterAnother() {
    String reference = referrals.received().reference();
    officer.open("/glass/break.xhtml?ref=" + reference);
    officer.proves(factor);
    assertThat(officer.field("Reference")).hasValue(reference);
    fill(reference);
    owner.letSixMinutesPass(username);
    officer.press("Break the glass");
    officer.isToldOfErrors("glass-proof");
    assertThat(officer.field("What is happening")).hasValue(HAPPENING);
    assertThat(officer.page().locator("#glass-proof")).hasAttribute("target", "_blank");
    factor.awaitNextCode();
    officer.provesInNewTab("Prove again who you are, in a new tab", factor);
    officer.press("Break the glass");
    officer.sees("The record is open");
  }

  private void fill(String reference) {
    officer.type("Reference", reference);
    officer.choose(WHAT, "What happened");
    officer.choose("Reason", "Risk to life or serious harm now");
    officer.type("What is happening", HAPPENING);
  }

  private Locator alert() {
    return officer.page().getByRole(AriaRole.ALERT);
  }

  private Locator banner(String reference) {
    return officer
        .page()
        .getByRole(
            AriaRole.COMPLEMENTARY,
            new Page.GetByRoleOptions().setName("Broken glass, " + reference));
  }

  private void hasBanner(String reference) {
    assertThat(banner(reference)).containsText("You have broken the glass of " + reference);
  }

  /** No bar of decisions, and nothing to do but to say that one should not be here. */
  private void decidesNothing() {
    assertThat(officer.page().locator(".actionbar")).hasCount(0);
    for (String action : List.of("Accept", "Restrict", "Exclude a colleague", "Export")) {
      assertThat(officer.page().getByRole(AriaRole.MAIN)).not().containsText(action);
    }
  }

  private void isNotPrinted() {
    officer.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(officer.page().getByText("Account")).isHidden();
    assertThat(officer.page().getByText("You look at this in an emergency,")).isVisible();
    officer.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }
}
