package uk.concordat.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.Referrals;

/** A file for prosecutors in the portal: put together, submitted, asked about, decided on. */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class FileJourneyIT {
  private final Api api;
  private final Referrals referrals;

  FileJourneyIT(Api api) {
    this.api = api;
    referrals = new Referrals(api);
  }

  @Test
  void fromTheFirstPageOfTheFileToTheDecision(Portal portal) {
    api.subject("cps.prosecutor");
    String reference = referrals.sent("police.hco", "CPS-THAMES-CHILTERN").reference();
    Person police = portal.person("police.hco");
    police.open("/referral/referral.xhtml?ref=" + reference);
    police.follow("Open the file");
    police.reads("There is no file that you see.");
    police.approves("file-none");
    police.follow("Put the file together");
    police.approves("file-prepare-empty");
    police.follow("Start the file");
    about(police);
    defendant(police);
    charge(police);
    police.approves("file-prepare");
    submission(police);

    referrals.taken(reference, "cps.prosecutor", "cps.prosecutor");
    Person prosecutor = portal.person("cps.prosecutor");
    prosecutor.open("/prosecution/desk.xhtml?view=MINE");
    prosecutor.reads(reference);
    prosecutor.approves("file-desk");
    prosecutor.open("/prosecution/file.xhtml?ref=" + reference);
    prosecutor.reads("Ivo Darvell");
    prosecutor.approves("file-prosecutor");
    prosecutor.press("Take it in: it is complete");
    prosecutor.press("Begin the review");
    actionPlan(prosecutor);
    answer(police, reference);
    prosecutor.open("/prosecution/file.xhtml?ref=" + reference);
    prosecutor.reads("The manager heard it.");
    prosecutor.press("Begin the review");
    decision(prosecutor);
    police.open("/prosecution/file.xhtml?ref=" + reference);
    police.reads("The footage shows who said what.");
    police.approves("file-police-decided");
    police.follow("Say when you did what was decided on Ivo Darvell");
    police.press("Keep the day");
    police.isToldOfErrors("file-carried-out-error");
    police.date("On which day were they charged", Story.today());
    police.press("Keep the day");
    police.reads("The police did what was decided");
    police.follow("Correct the day on which you did what was decided on Ivo Darvell");
    police.date("On which day were they charged", Story.today());
    police.press("Correct the day");
    police.isToldOfErrors("file-correct-day-error");
    police.reads("Say what was wrong with the day before");
    prosecutor.open("/prosecution/file.xhtml?ref=" + reference);
    court(prosecutor);
    police.open("/prosecution/file.xhtml?ref=" + reference);
    police.reads("What the court made of the case against Ivo Darvell");
    police.approves("file-police-result");
    police.follow("How the case went, with its waits");
    police.reads("File submitted again");
    police.approves("file-journey");
    police.follow("Without names");
    police.approves("file-journey-board");
    police.follow("To read out");
    police.reads("the police charged somebody.");
    police.approves("file-journey-victim");
  }

  private static void about(Person police) {
    police.type("Unique reference number", "12");
    police.press("Keep it");
    police.isToldOfErrors("file-about-error");
    new FileAnswers(police).about();
    police.approves("file-about");
    police.press("Keep it");
    police.sees("Put the file together");
  }

  private static void defendant(Person police) {
    police.follow("Add somebody who is suspected");
    police.press("Keep it");
    police.isToldOfErrors("file-defendant-error");
    new FileAnswers(police).suspect();
    police.approves("file-defendant");
    police.press("Keep it");
    police.sees("Put the file together");
    police.follow("Add somebody else who was harmed");
    police.press("Add them");
    police.isToldOfErrors("file-victim-error");
    police.type("Name", "Tamsin Vole");
    police.choose("Have they died?", "No");
    police.press("Add them");
    police.reads("Tamsin Vole");
    police.follow("Take out Tamsin Vole");
    police.approves("file-take-out");
    police.press("Take it out");
    police.sees("Put the file together");
  }

  private static void charge(Person police) {
    police.follow("Propose a charge");
    police.press("Propose it");
    police.isToldOfErrors("file-charge-error");
    var answers = new FileAnswers(police);
    answers.offence("Common assault", Story.today().minusDays(7));
    answers.aggravated("Race");
    police.approves("file-charge");
    police.press("Propose it");
    police.reads("2. Common assault");
  }

  private static void submission(Person police) {
    police.follow("Check the file and submit it");
    police.press("Submit the file");
    police.isToldOfErrors("file-check-error");
    police.follow("Change something in the file");
    for (String item : FileAnswers.CORE) {
      police.follow(item);
      police.press("Keep it");
      police.isToldOfErrors(
          item.equals(FileAnswers.CORE.get(0)) ? "file-item-error" : "file-item-error-more");
      new FileAnswers(police).item();
      police.press("Keep it");
      police.sees("Put the file together");
    }
    police.follow("Check the file and submit it");
    police.approves("file-check");
    police.press("Submit the file");
    police.sees("The file for prosecutors");
    police.reads("Submitted, since");
  }

  private static void actionPlan(Person prosecutor) {
    prosecutor.follow("Give the police an action plan");
    prosecutor.press("Send it to the police");
    prosecutor.isToldOfErrors("file-ask-error");
    prosecutor.type("Point 1: in words", "Who heard it?");
    prosecutor.date("Point 1: by when?", Story.today().plusDays(7));
    prosecutor.press("Add another");
    prosecutor.reads("Point 2");
    prosecutor.approves("file-ask");
    prosecutor.press("Send it to the police");
    prosecutor.reads("Who heard it?");
  }

  private static void answer(Person police, String reference) {
    police.open("/prosecution/prepare.xhtml?ref=" + reference);
    police.follow("1. Who heard it?");
    police.press("Keep the answer");
    police.isToldOfErrors("file-asked-error");
    police.type("What was done about it?", "The manager heard it.");
    police.press("Keep the answer");
    police.follow("Check the file and submit it");
    police.press("Submit the file again");
    police.reads("Submitted again, since");
  }

  private static void flags(Person prosecutor) {
    prosecutor.follow("Change the flags, Ivo Darvell");
    prosecutor.press("Keep the change");
    prosecutor.isToldOfErrors("file-flag-error");
    prosecutor.choose("What changes?", "Flag it");
    prosecutor.choose("Which one?", "Disability");
    prosecutor.approves("file-flag");
    prosecutor.press("Keep the change");
    prosecutor.reads("Disability, flagged.");
    prosecutor.follow("Change the flags, Ivo Darvell");
    prosecutor.choose("What changes?", "Take a flag off");
    prosecutor.choose("Which one?", "Disability");
    prosecutor.type("Why", "It was said of another.");
    prosecutor.press("Keep the change");
    prosecutor.reads("Disability, taken off.");
  }

  private static void decision(Person prosecutor) {
    flags(prosecutor);
    prosecutor.follow("Decide on Ivo Darvell");
    prosecutor.press("Record the decision");
    prosecutor.isToldOfErrors("file-decide-error");
    var review = new ReviewAnswers(prosecutor);
    review.evidence("The footage is clear.", true);
    review.hostility("Race", true);
    review.hostility("Religion or belief", false);
    review.charge(
        "The footage shows who said what.", "1. Common assault, aggravated", "2. Common assault");
    prosecutor.approves("file-decide");
    prosecutor.press("Record the decision");
    prosecutor.reads("Charge authorised: Full Code Test");
    prosecutor.reads("Advice: evidential stage");
    prosecutor.approves("file-decided");
  }

  private static void court(Person prosecutor) {
    prosecutor.follow("Enter a hearing");
    prosecutor.press("Enter the hearing");
    prosecutor.isToldOfErrors("court-hearing-error");
    var court = new CourtAnswers(prosecutor);
    court.hearing("First hearing");
    prosecutor.approves("court-hearing");
    prosecutor.press("Enter the hearing");
    prosecutor.reads("Nobody has said yet what came of it");
    court.cameOf();
    prosecutor.press("Keep it");
    prosecutor.isToldOfErrors("court-held-error");
    prosecutor.choose("Was it held?", "It was held");
    prosecutor.press("Keep it");
    prosecutor.follow("Record the result, Ivo Darvell");
    prosecutor.press("Record the result");
    prosecutor.isToldOfErrors("court-result-error");
    court.guilty("Charge 1");
    court.notProceededWith("Charge 2");
    court.fullFacts();
    court.convicted("A fine of 180 pounds.", true);
    court.uplift("Race", "A fine of 120 pounds.");
    court.noUplift("Religion or belief", "It cannot be proved.");
    prosecutor.approves("court-result");
    prosecutor.press("Record the result");
    prosecutor.reads("Convicted: guilty plea");
    prosecutor.approves("file-result");
    prosecutor.follow("How cases ended");
    prosecutor.reads("Conviction rate");
    prosecutor.approves("court-rates");
  }
}
