package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.Referrals;

/**
 * What the police keep of their work, in the portal: crime, triage, risk, plan, contact, outcome.
 */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class PoliceCaseworkIT {
  private static final List<String> FACTORS =
      List.of(
          "Has it happened before?",
          "Is it getting worse?",
          "Does whoever is suspected live or work near them?",
          "Are they isolated?",
          "Are they disabled, or do they depend on others?",
          "Is there concern for their mental health, or of self-harm?",
          "Are children in the home or harmed?",
          "Could it raise tension in the community?",
          "Are they exposed online?");

  private final Referrals referrals;

  PoliceCaseworkIT(Api api) {
    referrals = new Referrals(api);
  }

  @Test
  void aHateCrimeOfficerKeepsTheirWorkOnAReferral(Portal portal) {
    String reference = referrals.taken("police.hco");
    referrals.moved("police.hco", reference, "{\"move\":\"start\"}");
    Person police = portal.person("police.hco");
    police.open("/referral/referral.xhtml?ref=" + reference);
    police.follow("Record a crime");
    police.press("Record the crime");
    police.isToldOfErrors("crime-error");
    police.type("Crime number", "41/900021/26");
    today(police, "When was it recorded?", LocalDate.now());
    police.choose("Offence", "Harassment, racially or religiously aggravated");
    police.approves("crime");
    police.press("Record the crime");
    police.reads("41/900021/26");
    correction(police);
    police.follow("Triage it");
    police.press("Keep the triage");
    police.isToldOfErrors("triage-error");
    police.choose("Does anybody perceive it as hate?", "Yes");
    police.choose("On what?", "Race");
    police.choose("Is there a red flag?", "Two or more incidents in the last 12 months");
    police.choose("What is next?", "Assess the risk and plan for safety first");
    police.approves("triage");
    police.press("Keep the triage");
    police.reads("It has to be looked at");
    risk(police);
    plan(police);
    police.follow("Name the contact");
    police.press("Name them");
    police.isToldOfErrors("contact-officer-error");
    police.type("A safe way to reach them", "01632 960123, from 8am to 4pm");
    police.approves("contact-officer");
    police.press("Name them");
    police.reads("01632 960123");
    police.approves("referral-with-casework");
    police.follow("Change on what crime 41/900021/26 is recorded as hate");
    police.press("Keep the change");
    police.isToldOfErrors("strand-error");
    police.approves("strand");
    police.open("/casework/plan.xhtml?ref=" + reference);
    police.sees("Your safety plan");
    police.reads("You get a personal alarm.");
    police.approves("safety-plan");
    police.open("/referral/referral.xhtml?ref=" + reference);
    recordedTwice(police);
    cameOf(police);
    outcome(police, reference);
  }

  private static void recordedTwice(Person police) {
    police.follow("Record a crime");
    police.type("Crime number", "41/900023/26");
    today(police, "When was it recorded?", LocalDate.now());
    police.choose("Offence", "Criminal damage to a vehicle");
    police.press("Record the crime");
    police.follow("Recorded twice (crime 41/900023/26)");
    police.press("Keep it");
    police.isToldOfErrors("merge-error");
    police.choose("41/900021/26");
    police.type("How it came about", "Two officers recorded it.");
    police.approves("merge");
    police.press("Keep it");
    police.reads("Two officers recorded it.");
  }

  private static void cameOf(Person police) {
    police.follow("Record what came of it (crime 41/900021/26)");
    police.press("Record the outcome");
    police.isToldOfErrors("crime-outcome-error");
    police.choose("20. Further action by another agency");
    today(police, "When was it decided?", LocalDate.now());
    police.press("Record the outcome");
    police.isToldOfErrors("crime-outcome-needs-more");
    police.type("Which agency takes it on?", "The landlord");
    police.approves("crime-outcome");
    police.press("Record the outcome");
    police.reads("Nobody identified: 20. Further action by another agency.");
    police.approves("referral-with-outcome");
  }

  private static void correction(Person police) {
    police.follow("Correct crime 41/900021/26");
    police.type("Crime number", "41/900022/26");
    police.press("Keep the correction");
    police.isToldOfErrors("crime-correction-error");
    assertThat(police.field("Crime number")).hasValue("41/900022/26");
    police.type("Crime number", "41/900021/26");
    police.choose("Offence", "Assault with injury");
    police.type("What was wrong, and how it came about", "She was hit, not only shouted at.");
    police.approves("crime-correction");
    police.press("Keep the correction");
    police.reads("She was hit, not only shouted at.");
  }

  private static void risk(Person police) {
    police.follow("Assess the risk");
    police.press("Keep the assessment");
    police.isToldOfErrors("risk-error");
    police.choose("Was a weapon used or threatened?", "Yes");
    FACTORS.forEach(factor -> police.choose(factor, "No"));
    police.choose("Which level do you decide on?", "Medium");
    today(police, "When is it looked at again?", LocalDate.now().plusDays(30));
    police.press("Keep the assessment");
    police.reads("The rules suggest high. Say why you decide otherwise");
    police.type("If you decide otherwise than the rules suggest, why", "It was a toy.");
    police.approves("risk");
    police.press("Keep the assessment");
    police.reads("It was a toy.");
  }

  private static void plan(Person police) {
    police.follow("Add a measure");
    police.press("Add it");
    police.isToldOfErrors("measure-error");
    police.choose("What kind of measure?", "A personal alarm");
    police.type("What is done?", "You get a personal alarm.");
    police.select("Which agency sees to it?", "Hertfordshire Constabulary");
    today(police, "By when?", LocalDate.now().plusDays(7));
    police.choose("May the person harmed read it?", "Yes");
    police.approves("measure");
    police.press("Add it");
    police.follow("Change what became of measure 1");
    police.choose("No, and it will not be");
    police.press("Keep it");
    police.isToldOfErrors("measured-error");
    police.choose("Yes");
    police.approves("measured");
    police.press("Keep it");
    police.reads("May read it. Not shared yet.");
  }

  private static void outcome(Person police, String reference) {
    police.open("/referral/outcome.xhtml?ref=" + reference);
    police.choose("20. Further action by another agency");
    police.type("What it means, in your own words", "The landlord acts. She was told.");
    police.press("Record the outcome");
    police.isToldOfErrors("outcome-needs-more");
    police.type("Which agency takes it on?", "The landlord");
    police.press("Record the outcome");
    police.reads("Outcome recorded");
  }

  private static void today(Person police, String question, LocalDate day) {
    police.date(
        question,
        Integer.toString(day.getDayOfMonth()),
        Integer.toString(day.getMonthValue()),
        Integer.toString(day.getYear()));
  }
}
