package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** More than every referral holds: written by whom it concerns, sent or kept, read by role. */
@ExtendWith(BrowserExtension.class)
class CompartmentsIT {
  private static final String SUSPECT = "Name of the suspect";
  private static final String HISTORY = "Housing and anti-social behaviour history";

  @Test
  void whatElseIsKnownIsSentOrStaysAsTheAnswersSay(Portal portal) {
    Person council = portal.person("council.officer");
    Answers.giveAll(council);
    council.reads("Nothing added");
    change(council, "Change anything else");
    council.sees("What else do they need to know?");
    missing(council, "Intelligence", "Clinical detail", "Antecedents and bail", "A witness");
    unfold(council, "Who is suspected");
    unfold(council, "Housing and anti-social behaviour");
    council.type(SUSPECT, "Kit ".repeat(51));
    council.date("Date of birth of the suspect", "31", "2", "1988");
    council.type(HISTORY, "Seven complaints since January");
    council.press("Continue");
    council.isToldBeside(council.field(SUSPECT), "Shorten this");
    council.isToldOfErrors("more-error");
    assertThat(council.field(HISTORY)).hasValue("Seven complaints since January");
    council.type(SUSPECT, "Kit Farrow");
    council.date("Date of birth of the suspect", "29", "2", "1988");
    unfold(council, "Equality monitoring");
    council.select("Ethnic group of the person harmed", "Asian: Indian");
    council.typeAndAwaitSaving("Notes on equality monitoring", "As she says herself");
    council.approves("more");
    council.press("Continue");
    council.sees("Check your answers");
    council.reads("Kit Farrow");
    council.reads("29 February 1988");
    Locator aside = council.page().getByRole(AriaRole.COMPLEMENTARY);
    assertThat(aside).containsText("What stays with you");
    assertThat(aside)
        .containsText("Housing and anti-social behaviour history, unless they ask for it");
    council.approves("check-more");
    String reference = Answers.send(council);

    Person police = portal.person("police.hco");
    police.open("/referral/referral.xhtml?ref=" + reference);
    police.reads("Kit Farrow");
    police.reads("Suspected, not proven");
    police.reads("Asian: Indian");
    assertThat(police.page().getByRole(AriaRole.MAIN)).not().containsText("Seven complaints");
    police.approves("referral-parts");
    Person officer = portal.person("police.officer");
    officer.open("/referral/referral.xhtml?ref=" + reference);
    officer.reads("Kit Farrow");
    assertThat(officer.page().getByRole(AriaRole.MAIN)).not().containsText("As she says herself");
  }

  @Test
  void whoeverMayAnswersForADraftAgainstTheWish(Portal portal) {
    Person council = portal.person("council.officer");
    Answers.giveAll(council);
    String reference = council.page().url().replaceFirst(".*ref=", "").replaceFirst("&.*", "");
    ask(council, reference, "wish");
    council.choose("They have not been asked");
    council.select("If not, or not asked", "To prevent or detect crime");
    council.press("Continue");
    council.sees("What else do they need to know?");
    council.open("/referral/draft/check.xhtml?ref=" + reference);
    council.choose(Answers.DECLARATION);
    council.press("Send to");
    council.reads("the lead of your team has to answer for sharing it");
    council.isToldOfErrors("check-override");

    Person lead = portal.person("council.lead");
    lead.open("/referral/start.xhtml");
    lead.follow("Answer for a colleague's draft");
    lead.sees("Which draft do you answer for?");
    lead.approves("override-which");
    lead.press("Continue");
    lead.isToldOfErrors("override-which-error");
    lead.type("Reference they gave you", "HCR-2060-000001-X");
    lead.press("Continue");
    lead.isToldBeside(lead.field("Reference they gave you"), "No draft of your agency");
    lead.type("Reference they gave you", reference);
    lead.press("Continue");
    lead.sees("Share without agreement?");
    lead.reads("They have not been asked");
    assertThat(lead.page().getByRole(AriaRole.MAIN)).not().containsText(Answers.NAME);
    lead.approves("override");
    lead.press("Answer for sharing it");
    lead.isToldOfErrors("override-error");
    lead.choose("To prevent serious harm");
    lead.press("Answer for sharing it");
    lead.reads("Answered for");
    lead.approves("override-answered");

    council.open("/referral/draft/check.xhtml?ref=" + reference);
    council.reads("To prevent serious harm");
    Answers.send(council);
    council.follow("Open the referral");
    council.reads("Shared without agreement");
  }

  private static void ask(Person person, String reference, String question) {
    person.open("/referral/draft/" + question + ".xhtml?ref=" + reference);
  }

  private static void unfold(Person person, String part) {
    person.page().locator("summary", new Page.LocatorOptions().setHasText(part)).first().click();
  }

  private static void change(Person person, String link) {
    person
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
        .first()
        .click();
  }

  private static void missing(Person person, String... parts) {
    for (String part : parts) {
      assertThat(person.page().locator("summary", new Page.LocatorOptions().setHasText(part)))
          .hasCount(0);
    }
  }
}
