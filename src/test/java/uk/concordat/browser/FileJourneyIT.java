package uk.concordat.browser;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.Referrals;

/** A file for prosecutors in the portal: put together, submitted, asked about, decided on. */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class FileJourneyIT {
  private static final List<String> CORE =
      List.of(
          "What happened, and which offences it amounts to",
          "That it is recorded as a hate crime, and on which strands",
          "Who perceived hostility",
          "The evidence of hostility",
          "Whether the victim is willing to give evidence");
  private static final List<String> LIMBS =
      List.of("Hostility was shown", "Hostility was the motive, or part of it");

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

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

    referrals.moved("cps.prosecutor", reference, "{\"move\":\"acknowledge\",\"conflict\":false}");
    referrals.moved(
        "cps.prosecutor", reference, "{\"move\":\"accept\",\"assignee\":\"cps.prosecutor\"}");
    Person prosecutor = portal.person("cps.prosecutor");
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
    date(police, "On which day were they charged", LocalDate.now(LONDON));
    police.press("Keep the day");
    police.reads("The police did what was decided");
    police.follow("Correct the day on which you did what was decided on Ivo Darvell");
    date(police, "On which day were they charged", LocalDate.now(LONDON));
    police.press("Correct the day");
    police.isToldOfErrors("file-correct-day-error");
    police.reads("Say what was wrong with the day before");
  }

  private static void about(Person police) {
    police.type("Unique reference number", "12");
    police.press("Keep it");
    police.isToldOfErrors("file-about-error");
    police.type("Unique reference number", "41ZZ0000126");
    police.choose("What do you ask prosecutors for?", "A charging decision");
    police.choose("How soon do they have to decide?", "Green");
    police.approves("file-about");
    police.press("Keep it");
    police.sees("Put the file together");
  }

  private static void defendant(Person police) {
    police.follow("Add somebody who is suspected");
    police.press("Keep it");
    police.isToldOfErrors("file-defendant-error");
    police.type("Name", "Ivo Darvell");
    police.choose("Are they held?", "On bail");
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
    date(police, "On which day was it?", LocalDate.now(LONDON).minusDays(7));
    police.select("Offence", "Common assault");
    police.choose("Is it aggravated by hostility?", "Race");
    police.choose("If it is aggravated, is the basic form proposed as its alternative?", "Yes");
    police.approves("file-charge");
    police.press("Propose it");
    police.reads("2. Common assault");
  }

  private static void submission(Person police) {
    police.follow("Check the file and submit it");
    police.press("Submit the file");
    police.isToldOfErrors("file-check-error");
    police.follow("Change something in the file");
    for (String item : CORE) {
      police.follow(item);
      police.press("Keep it");
      police.isToldOfErrors(item.equals(CORE.get(0)) ? "file-item-error" : "file-item-error-more");
      police.choose("Is it in the file?", "It is in the file");
      police.type("What it is, where it is found, or why it is not there", "On page 3.");
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
    date(prosecutor, "Point 1: by when?", LocalDate.now(LONDON).plusDays(7));
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

  private static void decision(Person prosecutor) {
    prosecutor.follow("Decide on Ivo Darvell");
    prosecutor.press("Record the decision");
    prosecutor.isToldOfErrors("file-decide-error");
    prosecutor.type("What do you make of the evidence?", "The footage is clear.");
    prosecutor.choose("Is there a realistic prospect of conviction?", "Yes");
    for (String strand : List.of("Race", "Religion or belief")) {
      for (String limb : LIMBS) {
        String about = strand + ". " + limb;
        boolean proved = strand.equals("Race") && limb.equals(LIMBS.get(0));
        prosecutor.choose(about + ": can it be proved?", proved ? "Yes" : "No");
        prosecutor.type(about + ": what is the evidence?", "What was said.");
      }
    }
    prosecutor.type("What weighs for and against prosecution?", "It was a targeted attack.");
    prosecutor.choose("Is a prosecution in the public interest?", "Yes");
    prosecutor.choose("What do you decide?", "Charge authorised: Full Code Test");
    String charges = "If they are charged: which charges do you authorise?";
    prosecutor.choose(charges, "1. Common assault, aggravated");
    prosecutor.choose(charges, "2. Common assault");
    prosecutor.type("Why, in words that the police may read", "The footage shows who said what.");
    prosecutor.approves("file-decide");
    prosecutor.press("Record the decision");
    prosecutor.reads("Charge authorised: Full Code Test");
    prosecutor.reads("Advice: evidential stage");
    prosecutor.approves("file-decided");
  }

  private static void date(Person person, String question, LocalDate day) {
    person.date(
        question,
        Integer.toString(day.getDayOfMonth()),
        Integer.toString(day.getMonthValue()),
        Integer.toString(day.getYear()));
  }
}
