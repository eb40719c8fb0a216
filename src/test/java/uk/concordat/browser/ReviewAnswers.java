package uk.concordat.browser;

import com.microsoft.playwright.Locator;
import java.util.List;

/** What a prosecutor answers on the pages of the review. */
final class ReviewAnswers {
  private static final List<String> LIMBS =
      List.of("Hostility was shown", "Hostility was the motive, or part of it");
  private static final String CHARGES = "If they are charged: which charges do you authorise?";

  private final Person prosecutor;

  ReviewAnswers(Person prosecutor) {
    this.prosecutor = prosecutor;
  }

  /** Opens the file, takes it in and begins. */
  void begins(String reference) {
    prosecutor.open("/prosecution/file.xhtml?ref=" + reference);
    prosecutor.press("Take it in: it is complete");
    prosecutor.press("Begin the review");
    prosecutor.follow("Decide on " + FileAnswers.SUSPECT);
  }

  void evidence(String words, boolean enough) {
    prosecutor.type("What do you make of the evidence?", words);
    prosecutor.choose("Is there a realistic prospect of conviction?", yes(enough));
  }

  /** Both limbs of a strand; that it was a motive is proved in no story. */
  void hostility(String strand, boolean shown) {
    for (String limb : LIMBS) {
      String about = strand + ". " + limb;
      boolean proved = shown && limb.equals(LIMBS.get(0));
      prosecutor.choose(about + ": can it be proved?", yes(proved));
      prosecutor.type(about + ": what is the evidence?", "What was said.");
    }
  }

  /** A charge by the Full Code Test, each by its name. */
  void charge(String told, String... charges) {
    prosecutor.type("What weighs for and against prosecution?", "It was a targeted attack.");
    prosecutor.choose("Is a prosecution in the public interest?", "Yes");
    decision("Charge authorised: Full Code Test", told);
    for (String charge : charges) {
      authorises(true, charge);
    }
  }

  void authorises(boolean authorised, String charge) {
    prosecutor
        .group(CHARGES)
        .getByLabel(charge, new Locator.GetByLabelOptions().setExact(true))
        .setChecked(authorised);
  }

  /** Empties again what was said of the public interest. */
  void notWeighed() {
    prosecutor.type("What weighs for and against prosecution?", "");
    prosecutor.choose("Is a prosecution in the public interest?", "Not weighed");
  }

  void decision(String decision, String told) {
    prosecutor.choose("What do you decide?", decision);
    prosecutor.type("Why, in words that the police may read", told);
  }

  /** Records it and is back on the file. */
  void records() {
    prosecutor.press("Record the decision");
    prosecutor.sees("The file for prosecutors");
  }

  private static String yes(boolean yes) {
    return yes ? "Yes" : "No";
  }
}
