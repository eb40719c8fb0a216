package uk.concordat.browser;

import com.microsoft.playwright.Page;

/** The answers of somebody of a trust who refers {@link Answers#NAME} to the police. */
final class PatientAnswers {
  private PatientAnswers() {}

  /**
   * Refers the patient on six pages; returns the reference.
   *
   * @param concern what is raised with the council for an adult, in words
   */
  static String refers(Person nurse, String happened, String strand, String concern) {
    Answers.start(nurse);
    nurse.choose("Which agency", Answers.POLICE);
    nurse.press("Continue");
    event(nurse, happened);
    nurse.choose("What was the person targeted for?", strand);
    nurse.choose("Who believes", "The person harmed");
    nurse.press("Continue");
    patient(nurse);
    sharing(nurse);
    nurse.sees("What else do they need to know?");
    nurse.choose("Is there a safeguarding concern?", "Raised with the council for an adult");
    nurse.page().getByText("What the safeguarding concern is", exactly()).click();
    nurse.type("Safeguarding concern (optional)", concern);
    nurse.press("Continue");
    nurse.sees("Check your answers before you send them");
    return Answers.send(nurse);
  }

  private static void event(Person nurse, String happened) {
    nurse.sees("What happened?");
    nurse.type("What happened, in the words", happened);
    nurse.select("What kind of incident was it?", "Verbal abuse");
    nurse.date("Which day?", "19", "11", "2026");
    nurse.type("Where it happened", "At home");
    nurse.select("What kind of place was it?", "Home");
    nurse.press("Continue");
    nurse.sees("Why was the patient targeted?");
  }

  private static void patient(Person nurse) {
    nurse.sees("Who is the patient?");
    nurse.choose("Do you know who it was?", "Yes");
    nurse.type("The name they use", Answers.NAME);
    nurse.type("NHS number", "999 007 1209");
    nurse.select("What do you know about the number?", "Number present and verified");
    nurse.choose("How badly were they hurt?", "Needed treatment");
    nurse.choose("Which way is safe?", "Telephone");
    nurse.type("Number or address for it", "01632 960123");
    nurse.press("Continue");
  }

  private static void sharing(Person nurse) {
    nurse.sees("May it be shared?");
    nurse.choose("Do they want this shared?", "Yes, they want it");
    nurse.choose("Were they told", "Yes");
    nurse.choose("What lets you share what was said in confidence?", "They consented");
    nurse.choose("Can they decide this", "They have capacity to decide");
    nurse.choose("Purpose", "Preventing and detecting crime");
    nurse.choose("Lawful basis", "Public task");
    nurse.choose("Condition for sensitive data", "Preventing or detecting unlawful acts");
    nurse.press("Continue");
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }
}
