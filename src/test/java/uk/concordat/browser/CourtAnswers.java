package uk.concordat.browser;

import uk.concordat.web.London;

/** What a prosecutor answers on the pages of the court; everything is today. */
final class CourtAnswers {
  private final Person prosecutor;

  CourtAnswers(Person prosecutor) {
    this.prosecutor = prosecutor;
  }

  void hearing(String kind) {
    prosecutor.select("Court", "Colne Valley Magistrates' Court");
    prosecutor.choose("What is it for?", kind);
    prosecutor.date("On which day is it?", Story.today());
    prosecutor.type("At what time?", "10:00");
  }

  /** Enters a hearing of that kind. */
  void set(String reference, String kind) {
    prosecutor.open("/prosecution/file.xhtml?ref=" + reference);
    prosecutor.follow("Enter a hearing");
    hearing(kind);
    prosecutor.press("Enter the hearing");
    prosecutor.reads("Nobody has said yet what came of it");
  }

  /** Follows where it is said what came of it. */
  void cameOf() {
    prosecutor.follow("Say what came of the hearing on " + London.date(Story.today()));
  }

  /** It was held. */
  void held(String reference) {
    prosecutor.open("/prosecution/file.xhtml?ref=" + reference);
    cameOf();
    prosecutor.choose("Was it held?", "It was held");
    prosecutor.press("Keep it");
    prosecutor.follow("Record the result, " + FileAnswers.SUSPECT);
  }

  /** They pleaded guilty to it, and were found so. */
  void guilty(String charge) {
    finding(charge, "Guilty", "Guilty");
    prosecutor.date(charge + ": on which day did they plead?", Story.today());
  }

  void notProceededWith(String charge) {
    finding(charge, "No plea was entered", "Not proceeded with");
  }

  private void finding(String charge, String plea, String verdict) {
    prosecutor.choose(charge + ": how did they plead?", plea);
    prosecutor.choose(charge + ": what was found?", verdict);
    prosecutor.date(charge + ": on which day was it found?", Story.today());
  }

  void fullFacts() {
    prosecutor.choose("On which facts are they sentenced?", "The full facts");
    prosecutor.choose("Is hostility in it?", "Yes");
  }

  /** How the case ended, and with which sentence. */
  void convicted(String passed, boolean endorsed) {
    prosecutor.select("How did the case against them end?", "Convicted: guilty plea");
    prosecutor.date("On which day was it over?", Story.today());
    prosecutor.date("On which day were they sentenced?", Story.today());
    prosecutor.select("Kind of sentence", "Fine");
    prosecutor.type("The sentence that was passed", passed);
    prosecutor.choose(
        "Does the record of the hearing say what the court said of hostility?",
        endorsed ? "Yes" : "No");
  }

  /** The court found hostility, and made the sentence heavier by the aggravated offence. */
  void uplift(String strand, String before) {
    prosecutor.type("The sentence as it would have been without the aggravation", before);
    hostility(strand, "Yes");
    prosecutor.select(
        strand + ": by which provision?",
        "Crime and Disorder Act 1998 ss.29 to 32: it is in the offence");
  }

  /** It was not asked for, and the court made nothing of it. */
  void noUplift(String strand, String why) {
    hostility(strand, "No");
    prosecutor.type(strand + ": if it was not asked for, why?", why);
  }

  /** Records the result and is back on the file. */
  void records() {
    prosecutor.press("Record the result");
    prosecutor.sees("The file for prosecutors");
  }

  private void hostility(String strand, String answer) {
    prosecutor.choose(strand + ": did the court find hostility and say so in open court?", answer);
    prosecutor.choose(strand + ": was an uplift asked for?", answer);
    prosecutor.choose(strand + ": did the court announce an uplift?", answer);
  }
}
