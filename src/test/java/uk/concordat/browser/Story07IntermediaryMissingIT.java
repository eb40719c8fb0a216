package uk.concordat.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.LedgerRows;
import uk.concordat.it.Referrals;

/**
 * Story 7: the person harmed hears badly and needs an intermediary. One was asked for; on the day
 * of the trial nobody had come.
 *
 * <p>The rule: what they need is assessed, wanted and applied for, step by step and by both
 * agencies; why the trial did not go on is a fact of the hearing; they are told, and all of it can
 * be read to them.
 */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class Story07IntermediaryMissingIT {
  private static final String NEEDS = "She reads lips and needs somebody between. (Synthetic)";
  private static final String SORRY =
      "Nobody had come to help her. There is a new day. (Synthetic)";

  private final Api api;
  private final LedgerRows ledger;
  private final Referrals referrals;

  Story07IntermediaryMissingIT(Api api, LedgerRows ledger) {
    this.api = api;
    this.ledger = ledger;
    referrals = new Referrals(api);
  }

  @Test
  void theTrialDoesNotGoOnWithoutWhoeverIsNeeded(Portal portal) {
    api.subject("cps.prosecutor");
    String file = referrals.toProsecutors(mocked());
    Person police = portal.person("police.hco");
    new FileAnswers(police)
        .submits(file, "Harassment, alarm or distress", Story.today().minusDays(7), null);
    Person liaison = portal.person("police.liaison");
    assessed(liaison, file);
    referrals.taken(file, "cps.prosecutor", "cps.prosecutor");
    Person prosecutor = portal.person("cps.prosecutor");
    charges(prosecutor, file);
    new FileAnswers(police).charged(file);
    new Telling(liaison, file).writes("A decision, and why", "He was charged. (Synthetic)");

    step(prosecutor, file, "Special measures applied for");
    prosecutor.choose("If it is about special measures: which?", "Intermediary (s.29)");
    prosecutor.press("Keep it");
    prosecutor.sees("The file for prosecutors");
    var court = new CourtAnswers(prosecutor);
    court.set(file, "Trial");
    court.cameOf();
    prosecutor.choose("Was it held?", "It was adjourned");
    prosecutor.press("Keep it");
    prosecutor.isToldOfErrors("story-07-adjourned-error");
    prosecutor.choose(
        "If it was adjourned: why?", "Special measures or an intermediary were not there");
    prosecutor.press("Keep it");
    prosecutor.reads("It was adjourned: Special measures or an intermediary were not there.");
    var telling = new Telling(prosecutor, file);
    telling.readsAloud("When and where the hearing is", "What came of the hearing");
    telling.writes("How it is going", SORRY);
    telling.readsAloud(Telling.NOTHING, SORRY);

    new Telling(liaison, file)
        .readsAloud(
            "How they are supported at court",
            "Vulnerable (s.16). " + NEEDS,
            "They want special measures",
            "Special measures applied for",
            "Intermediary (s.29).");
    liaison.approves("story-07-told");
    assertThat(ledger.operations(file))
        .containsSubsequence(
            "COLLECT timer.manage victim-liaison",
            "COLLECT review.decide cps-prosecutor",
            "COLLECT timer.manage victim-liaison",
            "COLLECT timer.manage cps-prosecutor",
            "COLLECT outcome.cps.record cps-prosecutor",
            "ALTER outcome.cps.record cps-prosecutor",
            "COLLECT referral.work cps-prosecutor",
            "CONSULT prosecution.read victim-liaison");
  }

  private ObjectNode mocked() {
    ObjectNode story = referrals.story("He mocks how she speaks, every day. (Synthetic)", "DIS");
    story.withObject("/needs").put("communication", "She reads lips. (Synthetic)");
    return story;
  }

  private static void assessed(Person liaison, String file) {
    step(liaison, file, "Assessed for special measures");
    liaison.press("Keep it");
    liaison.isToldOfErrors("story-07-care-error");
    liaison.select("If they were assessed: what are they?", "Vulnerable (s.16)");
    liaison.type("Why, in your own words", NEEDS);
    liaison.approves("story-07-care");
    liaison.press("Keep it");
    liaison.sees("The file for prosecutors");
    liaison.reads(NEEDS);
    step(liaison, file, "They want special measures");
    liaison.choose("If it is about special measures: which?", "Intermediary (s.29)");
    liaison.press("Keep it");
    liaison.sees("The file for prosecutors");
  }

  private static void step(Person who, String file, String step) {
    who.open("/prosecution/file.xhtml?ref=" + file);
    who.follow("Write down special measures or a personal statement");
    who.choose("Who is it about?", "Victim 1");
    who.choose("What happened?", step);
    who.date("On which day?", Story.today());
  }

  private static void charges(Person prosecutor, String file) {
    var review = new ReviewAnswers(prosecutor);
    review.begins(file);
    review.evidence("She is believed.", true);
    review.hostility("Disability", true);
    review.charge("She is believed.", "1. Harassment, alarm or distress");
    review.records();
    prosecutor.reads("As hate: Disability");
  }
}
