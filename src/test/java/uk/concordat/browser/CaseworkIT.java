package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.DatabaseOwner;
import uk.concordat.it.Referrals;

/** The work on a referral in the portal: begun, rested, handed on; or taken back before that. */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class CaseworkIT {
  private final Referrals referrals;
  private final DatabaseOwner owner;

  CaseworkIT(Api api, DatabaseOwner owner) {
    this.owner = owner;
    referrals = new Referrals(api);
  }

  @Test
  void theWorkIsBegunRestedTakenUpAndHandedOn(Portal portal) {
    String reference = referrals.received().reference();
    referrals.moved("police.hco", reference, "{\"move\":\"accept\",\"assignee\":\"police.hco\"}");
    Person police = portal.person("police.hco");
    police.open("/referral/referral.xhtml?ref=" + reference);
    police.follow("Start work");
    police.sees("Start work on it?");
    police.approves("start-work");
    police.press("Start work");
    police.reads("Being worked on");
    police.follow("Put on hold");
    police.press("Put on hold");
    police.isToldOfErrors("hold-error");
    police.choose("We wait for another agency");
    police.type("Why, in your own words", "The housing officer is away.");
    police.press("Put on hold");
    assertThat(police.field("Why, in your own words")).hasValue("The housing officer is away.");
    LocalDate review = LocalDate.now().plusDays(7);
    police.date(
        "When do you look at it again?",
        Integer.toString(review.getDayOfMonth()),
        Integer.toString(review.getMonthValue()),
        Integer.toString(review.getYear()));
    police.approves("hold");
    police.press("Put on hold");
    police.reads("On hold: it is looked at again");
    police.approves("referral-on-hold");
    police.follow("Resume work");
    police.approves("resume");
    police.press("Resume work");
    police.follow("Record the outcome");
    police.press("Record the outcome");
    police.isToldOfErrors("outcome-error");
    police.choose("18. Investigation complete, no suspect identified");
    police.type("What it means, in your own words", "She was told on the phone.");
    police.approves("outcome");
    police.press("Record the outcome");
    police.reads("Log what they were told");
    assertThat(police.page().getByText("Close it")).hasCount(0);
    police.approves("referral-outcome-owed");
    Person council = portal.person("council.officer");
    council.open("/referral/referral.xhtml?ref=" + reference);
    council.reads("Next: tell the person harmed what came of it");
    assertThat(council.page().getByText("Log what they were told"))
        .hasCount(0); // whoever sent it does not tell them
    police.open("/referral/close.xhtml?ref=" + reference);
    police.approves("close");
    police.reads("The person harmed is told before it is closed.");
    police.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(police.page().getByText("is not printed")).isHidden();
    police.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    police.press("Close it");
    police.isToldOfErrors("close-not-told");
    referrals.told("police.hco", reference);
    police.open("/referral/close.xhtml?ref=" + reference);
    police.reads("Your agency still owes the person harmed this.");
    police.press("Close it");
    police.isToldOfErrors("close-still-owed");
    referrals.settled("police.hco", reference);
    police.open("/referral/referral.xhtml?ref=" + reference);
    police.follow("Close it");
    assertThat(police.page().getByText("is told before it is closed")).hasCount(0);
    police.press("Close it");
    police.reads("Closed: the work is done");
    police.follow("Open it again");
    police.press("Open it again");
    police.isToldOfErrors("reopen-error");
    police.choose("There is new evidence");
    police.type("Why, in your own words", "A film has come in.");
    police.approves("reopen");
    police.press("Open it again");
    police.reads("Being worked on");
    police.follow("Assign to a colleague");
    police.press("Assign it");
    police.isToldOfErrors("assign-error");
    police.choose("Demo Police Officer");
    police.approves("assign");
    police.press("Assign it");
    police.reads("Assigned to a colleague");
  }

  @Test
  void aQuestionIsAskedAndAnswered(Portal portal) {
    String reference = referrals.received().reference();
    Person police = portal.person("police.hco");
    police.open("/referral/referral.xhtml?ref=" + reference);
    police.follow("Ask a question");
    police.press("Ask");
    police.isToldOfErrors("ask-error");
    police.type("What do you need to know?", "Who saw it?");
    LocalDate day = LocalDate.now().plusDays(2);
    police.date(
        "By when should they answer?",
        Integer.toString(day.getDayOfMonth()),
        Integer.toString(day.getMonthValue()),
        Integer.toString(day.getYear()));
    police.approves("ask");
    police.press("Ask");
    police.reads("Next: the sender answers a question");
    Person council = portal.person("council.officer");
    council.open("/referral/referral.xhtml?ref=" + reference);
    council.follow("Answer the question");
    council.reads("Who saw it?");
    council.press("Answer");
    council.isToldOfErrors("answer-error");
    council.type("What is the answer?", "The shopkeeper did.");
    owner.endAgreement("WELHAT-COUNCIL", "HERTS-POLICE");
    try {
      council.press("Answer");
      council.isToldOfErrors();
      assertThat(council.field("What is the answer?")).hasValue("The shopkeeper did.");
    } finally {
      owner.resumeAgreement("WELHAT-COUNCIL", "HERTS-POLICE");
    }
    council.approves("answer");
    council.press("Answer");
    council.reads("Next: they decide");
    police.page().reload();
    police.reads("The shopkeeper did.");
    police.approves("referral-answered");
  }

  @Test
  void whatIsForAnotherForceGoesOnAndADuplicateEnds(Portal portal) {
    String reference = referrals.received().reference();
    String again = referrals.received().reference();
    String other = referrals.submitted().reference();
    Person police = portal.person("police.hco");
    police.open("/referral/redirect.xhtml?ref=" + reference);
    police.press("Send it on");
    police.isToldOfErrors("redirect-error");
    police.choose("British Transport Police");
    police.choose("Purpose", "Preventing and detecting crime");
    police.choose("Lawful basis", "Necessary for a law-enforcement task");
    police.choose("Condition for sensitive data", "Statutory purposes");
    police.choose("Yes, they agree");
    police.type("Why it goes on", "It happened on a train.");
    police.approves("redirect");
    police.press("Send it on");
    police.reads("It went on as");
    police.approves("referral-redirected");
    police.open("/referral/duplicate.xhtml?ref=" + again);
    police.press("It is a duplicate");
    police.isToldOfErrors("duplicate-error");
    police.type("Which referral is about the same?", other);
    police.approves("duplicate");
    police.press("It is a duplicate");
    police.reads("This is a duplicate of");
  }

  @Test
  void aDraftIsDiscardedAndWhatWasSentIsTakenBack(Portal portal) {
    Person council = portal.person("council.officer");
    council.open("/referral/draft/check.xhtml?ref=" + referrals.draft().reference());
    council.follow("Discard it");
    council.sees("Discard this draft?");
    council.approves("discard");
    council.press("Discard the draft");
    council.sees("Drafts");
    council.open("/referral/referral.xhtml?ref=" + referrals.submitted().reference());
    council.follow("Withdraw it");
    council.press("Withdraw it");
    council.isToldOfErrors("withdraw-error");
    council.choose("It was sent by mistake");
    council.type("Why, in your own words", "It was meant for another unit.");
    council.approves("withdraw");
    council.press("Withdraw it");
    council.reads("Closed: the sender took it back");
    council.reads("It was sent by mistake");
    council.approves("referral-withdrawn");
  }
}
