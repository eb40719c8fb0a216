package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A nurse with three minutes refers a patient: at most eight screens and 25 fields. */
@ExtendWith(BrowserExtension.class)
class NurseJourneyIT {
  private static final String CLINICAL = "A sprained wrist, seen in the minor injuries unit";
  private static final String NUMBER = "999 007 1209";

  private int screens;
  private int fields;

  @Test
  void aPatientIsReferredInEightScreensAndTwentyFiveFields(Portal portal) {
    Person nurse = portal.person("nhs.practitioner");
    nurse.open("/referral/start.xhtml");
    screen(nurse, "Start a referral");
    nurse.press("Start now");
    screen(nurse, "Who is it for?");
    choose(nurse, "Which agency", "Hertfordshire Constabulary");
    nurse.press("Continue");
    screen(nurse, "What happened?");
    event(nurse);
    screen(nurse, "Why was the patient targeted?");
    nurse.press("Continue");
    nurse.isToldOfErrors("belief-error");
    choose(nurse, "What was the person targeted for?", "Disability");
    choose(nurse, "Who believes", "The person harmed");
    nurse.approves("belief");
    nurse.press("Continue");
    screen(nurse, "Who is the patient?");
    patient(nurse);
    screen(nurse, "May it be shared?");
    sharing(nurse);
    screen(nurse, "What else do they need to know?");
    more(nurse);
    screen(nurse, "Check your answers before you send them");
    checked(nurse);
    fields++;
    String reference = Answers.send(nurse);
    assertThat(screens).as("screens").isLessThanOrEqualTo(8);
    assertThat(fields).as("fields").isLessThanOrEqualTo(25);

    Person police = portal.person("police.hco");
    police.open("/referral/referral.xhtml?ref=" + reference);
    police.reads("Needed treatment");
    assertThat(police.page().getByRole(AriaRole.MAIN)).not().containsText(NUMBER);
    assertThat(police.page().getByRole(AriaRole.MAIN)).not().containsText(CLINICAL);
    nurse.open("/referral/referral.xhtml?ref=" + reference);
    nurse.reads(NUMBER);
  }

  private void event(Person nurse) {
    nurse.press("Continue");
    nurse.isToldOfErrors("event-error");
    type(nurse, "What happened, in the words", Answers.NARRATIVE);
    select(nurse, "What kind of incident was it?", "Verbal abuse");
    nurse.date("Which day?", "19", "11", "2026");
    fields++;
    type(nurse, "Where it happened", "Outside the minor injuries unit");
    select(nurse, "What kind of place was it?", "Healthcare premises");
    nurse.approves("event");
    nurse.press("Continue");
  }

  private void patient(Person nurse) {
    choose(nurse, "Do you know who it was?", "Yes");
    type(nurse, "The name they use", Answers.NAME);
    nurse.type("NHS number", "999 007 1208");
    select(nurse, "What do you know about the number?", "Number present and verified");
    choose(nurse, "How badly were they hurt?", "Needed treatment");
    choose(nurse, "Which way is safe?", "Telephone");
    type(nurse, "Number or address for it", "01632 960123");
    nurse.press("Continue");
    Locator number = nurse.field("NHS number");
    nurse.isToldBeside(number, "Enter an NHS number of ten digits, like 999 007 1209");
    nurse.isToldOfErrors("patient-error");
    assertThat(number).hasValue("999 007 1208");
    type(nurse, "NHS number", "999-007-1209");
    nurse.approves("patient");
    nurse.press("Continue");
  }

  private void sharing(Person nurse) {
    nurse.press("Continue");
    nurse.isToldOfErrors("sharing-error");
    choose(nurse, "Do they want this shared?", "Yes, they want it");
    choose(nurse, "Were they told", "Yes");
    choose(nurse, "What lets you share what was said in confidence?", "They consented");
    choose(nurse, "Can they decide this", "They have capacity to decide");
    choose(nurse, "Purpose", "Preventing and detecting crime");
    choose(nurse, "Lawful basis", "Public task");
    choose(nurse, "Condition for sensitive data", "Preventing or detecting unlawful acts");
    nurse.approves("sharing");
    nurse.press("Continue");
  }

  private void more(Person nurse) {
    assertThat(nurse.page().getByText("Who is suspected")).hasCount(0);
    nurse.press("Continue");
    nurse.isToldOfErrors("more-nurse-error");
    choose(nurse, "Is there a safeguarding concern?", "There is no safeguarding concern");
    nurse.page().getByText("Clinical detail", new Page.GetByTextOptions().setExact(true)).click();
    type(nurse, "Clinical detail (optional)", CLINICAL);
    nurse.approves("more-nurse");
    nurse.press("Continue");
  }

  private static void checked(Person nurse) {
    nurse.reads(CLINICAL);
    nurse.reads(NUMBER);
    Locator aside = nurse.page().getByRole(AriaRole.COMPLEMENTARY);
    assertThat(aside).containsText("What stays with you");
    assertThat(aside).containsText("Clinical detail");
    assertThat(
            nurse
                .page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("nhs number status")))
        .hasAttribute("href", Pattern.compile(".*/patient\\.xhtml.*"));
    nurse.approves("check-nurse");
  }

  private void screen(Person nurse, String heading) {
    nurse.sees(heading);
    screens++;
  }

  private void type(Person nurse, String label, String text) {
    nurse.type(label, text);
    fields++;
  }

  private void select(Person nurse, String label, String option) {
    nurse.select(label, option);
    fields++;
  }

  private void choose(Person nurse, String question, String label) {
    nurse.choose(question, label);
    fields++;
  }
}
