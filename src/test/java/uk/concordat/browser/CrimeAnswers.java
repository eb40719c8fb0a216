package uk.concordat.browser;

/** What the police answer of one crime on the pages of their work. */
final class CrimeAnswers {
  private final Person police;
  private final String number;

  CrimeAnswers(Person police, String number) {
    this.police = police;
    this.number = number;
  }

  /** Records it today, as hate on what the referral says. */
  void records(String reference, String offence) {
    police.open("/referral/referral.xhtml?ref=" + reference);
    police.follow("Record a crime");
    police.type("Crime number", number);
    police.date("When was it recorded?", Story.today());
    police.choose("Offence", offence);
    police.press("Record the crime");
    police.sees(Story.HARMED);
    police.reads(number);
  }

  /** Begins what came of it and of the first suspect, today: what else is needed is asked then. */
  void cameTo(String reference, String outcome) {
    police.open("/referral/referral.xhtml?ref=" + reference);
    police.follow("Record what came of it (crime " + number + ")");
    police.type("Number of the suspect", "1");
    police.choose(outcome);
    police.date("When was it decided?", Story.today());
    police.press("Record the outcome");
  }
}
