package uk.concordat.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.document.SampleFiles;
import uk.concordat.it.Answer;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.LedgerRows;
import uk.concordat.it.Referrals;

/**
 * Story 1: a shop worker is abused in front of a camera. Whoever did it is charged with the
 * aggravated offence and its basic alternative, pleads guilty, and the court says by how much
 * hostility made the sentence heavier.
 *
 * <p>The rule: each step is told to the person harmed by whoever owes it, the council that started
 * it reads the line of the result, and the ledger tells the same story in the same order.
 */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class Story01ShopWorkerAbusedIT {
  private static final String OFFENCE = "Intentional harassment, alarm or distress";
  private static final String CRIME = "41/900081/26";
  private static final String CHARGED = "He has been charged. (Synthetic)";
  private static final String WHEN = "He is in court today, at 10 in the morning. (Synthetic)";
  private static final String SENTENCED =
      "He pleaded guilty. The fine is 180 pounds, 60 of them for hostility. (Synthetic)";
  private static final String SUPPORTED = "Who supports her. (Synthetic)";

  private final Api api;
  private final LedgerRows ledger;
  private final Referrals referrals;

  Story01ShopWorkerAbusedIT(Api api, LedgerRows ledger) {
    this.api = api;
    this.ledger = ledger;
    referrals = new Referrals(api);
  }

  @Test
  void fromTheCouncilsReportToTheSentenceAndTheLetter(Portal portal) {
    List.of("cps.prosecutor", "cps.lead").forEach(api::subject);
    String report = referrals.sent("council.officer", abused()).reference();
    referrals.taken(report, "police.hco", "police.hco");
    Person police = portal.person("police.hco");
    recorded(police, report);

    String file = referrals.toProsecutors(abused());
    new FileAnswers(police).submits(file, OFFENCE, Story.today().minusDays(7), "Race");
    byte[] summary = SampleFiles.text("What the camera shows. (Synthetic)");
    Answer form = api.upload("police.hco", file, "D5&form=MG5", "summary.txt", summary);
    assertThat(form.status()).as(form.body()).isEqualTo(201);
    passesOn(police, report, file);
    referrals.taken(file, "cps.prosecutor", "cps.prosecutor");
    referrals.moved("cps.prosecutor", file, "{\"move\":\"start\"}");
    Person prosecutor = portal.person("cps.prosecutor");
    decides(prosecutor, file);
    new FileAnswers(police).charged(file);
    cameOf(police, report);

    var liaison = new Telling(portal.person("police.liaison"), file);
    liaison.readsAloud("That a suspect was charged");
    liaison.writes("A decision, and why", CHARGED);
    court(prosecutor, file);
    result(prosecutor, file, report, police);
    liaison.readsAloud(Telling.NOTHING, "A decision, and why", CHARGED, "How it is going");

    Person council = portal.person("council.officer");
    council.open("/referral/referral.xhtml?ref=" + report);
    council.reads("Convicted: guilty plea");
    assertThat(council.page().content())
        .as("the line, and no more")
        .doesNotContain(file, FileAnswers.SUSPECT, "180 pounds");
    theLedgerTellsTheSameStory(report, file);
  }

  private ObjectNode abused() {
    return referrals.story(
        "A man shouts at the woman at the till about where she is from. (Synthetic)", "RAC");
  }

  private void recorded(Person police, String report) {
    new CrimeAnswers(police, CRIME)
        .records(report, "Public fear, alarm or distress, racially or religiously aggravated");
    var telling = new Telling(police, report);
    telling.writes("Referral to support", SUPPORTED);
    telling.writes("Acknowledgement, and what happens next", "What is next. (Synthetic)");
    telling.readsAloud(Telling.NOTHING, "Referral to support", SUPPORTED);
  }

  /** The first time it says to which file the report led, then that there is a result. */
  private static void passesOn(Person police, String report, String file) {
    police.open("/casework/result.xhtml?ref=" + report);
    police.choose("Say which file it led to, and pass the result on");
    police.type("Reference of the referral to prosecutors", file);
    police.press("Keep it");
    police.reads("It led to the file");
  }

  private static void decides(Person prosecutor, String file) {
    var review = new ReviewAnswers(prosecutor);
    review.begins(file);
    prosecutor.reads("MG5 Case summary");
    review.evidence("The film is clear.", true);
    review.hostility("Race", true);
    review.charge(
        "The film shows who said what.", "1. " + OFFENCE + ", aggravated", "2. " + OFFENCE);
    review.records();
    prosecutor.reads("As hate: Race");
    prosecutor.reads("Hostility shown");
  }

  private static void cameOf(Person police, String report) {
    new CrimeAnswers(police, CRIME).cameTo(report, "1. Charged or summonsed");
    police.isToldOfErrors();
    police.date("When was the charge made?", Story.today());
    police.type("Unique reference number (URN)", "41ZZ0000126");
    police.press("Record the outcome");
    police.sees(Story.HARMED);
  }

  private static void court(Person prosecutor, String file) {
    var court = new CourtAnswers(prosecutor);
    court.set(file, "First hearing");
    var telling = new Telling(prosecutor, file);
    telling.readsAloud("When and where the hearing is");
    telling.writes("How it is going", WHEN);
    court.held(file);
    court.guilty("Charge 1");
    court.notProceededWith("Charge 2");
    court.fullFacts();
    court.convicted("A fine of 180 pounds.", true);
    court.uplift("Race", "A fine of 120 pounds.");
    court.records();
    prosecutor.reads("Convicted: guilty plea");
    prosecutor.reads("Without the aggravation: A fine of 120 pounds.");
    telling.readsAloud("What the verdict is", "What the sentence is, and what it means");
    prosecutor.approves("story-01-to-tell");
    telling.writes("What came of it", SENTENCED);
    telling.readsAloud(Telling.NOTHING, "Letter, on ", WHEN, SENTENCED);
    prosecutor.approves("story-01-told");
  }

  private void result(Person prosecutor, String file, String report, Person police) {
    prosecutor.open("/referral/outcome.xhtml?ref=" + file);
    prosecutor.choose("Convicted: guilty plea");
    prosecutor.type("What it means, in your own words", "She was told by letter. (Synthetic)");
    prosecutor.press("Record the outcome");
    prosecutor.reads("Outcome recorded");
    referrals.moved("cps.lead", file, "{\"move\":\"close\"}");
    passesOn(police, report, file);
    police.reads("Convicted: guilty plea");
  }

  private void theLedgerTellsTheSameStory(String report, String file) {
    assertThat(ledger.operations(report))
        .containsSubsequence(
            "DISCLOSE referral.submit council-officer",
            "COLLECT crime.record hate-crime-officer",
            "COMBINE outcome.police.record hate-crime-officer",
            "COLLECT outcome.police.record hate-crime-officer",
            "DISCLOSE outcome.police.record hate-crime-officer",
            "CONSULT referral.read council-officer");
    assertThat(ledger.operations(file))
        .containsSubsequence(
            "DISCLOSE referral.submit hate-crime-officer",
            "DISCLOSE file.prepare hate-crime-officer",
            "CONSULT prosecution.read cps-prosecutor",
            "ALTER file.triage cps-prosecutor",
            "COLLECT review.decide cps-prosecutor",
            "ALTER file.prepare hate-crime-officer",
            "COLLECT timer.manage victim-liaison",
            "COLLECT outcome.cps.record cps-prosecutor",
            "COLLECT referral.work cps-prosecutor",
            "ALTER outcome.cps.record cps-prosecutor",
            "COLLECT outcome.cps.record cps-prosecutor",
            "COLLECT referral.work cps-prosecutor",
            "CONSULT casework.read victim-liaison");
    assertThat(ledger.refusals(file)).isEmpty();
    assertThat(ledger.refusals(report)).isEmpty();
  }
}
