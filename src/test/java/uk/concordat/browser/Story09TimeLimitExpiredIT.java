package uk.concordat.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.LedgerRows;
import uk.concordat.it.Referrals;
import uk.concordat.it.StaffDirectory;

/**
 * Story 9: the file reaches prosecutors when the six months in which a summary-only offence can be
 * charged are over. Nobody can charge any more; the force records outcome 17 and who learns from
 * it.
 *
 * <p>The rule: the law's limit is said on the desk, refused at the decision without losing a word,
 * and both agencies tell the person harmed that nothing comes of it, and why.
 */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class Story09TimeLimitExpiredIT {
  private static final LocalDate HAPPENED = Story.today().minusMonths(7);
  private static final LocalDate EXPIRED = HAPPENED.plusMonths(6);
  private static final String CRIME = "41/900089/26";
  private static final String OUTCOME = "17. The time limit for prosecuting has expired";
  private static final String WHY = "The time in which it can be charged is over. (Synthetic)";
  private static final String SORRY = "We were too slow, and look at why. (Synthetic)";
  private static final String LEARNING = "The head of the hate crime unit";

  private final Api api;
  private final LedgerRows ledger;
  private final StaffDirectory directory;
  private final Referrals referrals;

  Story09TimeLimitExpiredIT(Api api, LedgerRows ledger, StaffDirectory directory) {
    this.api = api;
    this.ledger = ledger;
    this.directory = directory;
    referrals = new Referrals(api);
  }

  @Test
  void whatIsTooLateIsSaidRefusedToldAndLearntFrom(Portal portal) {
    String report = referrals.sent("council.officer", shouted()).reference();
    referrals.taken(report, "police.hco", "police.hco");
    referrals.settled("police.hco", report);
    referrals.moved("police.hco", report, "{\"move\":\"start\"}");
    Person police = portal.person("police.hco");
    new CrimeAnswers(police, CRIME).records(report, "Assault without injury");
    String file = referrals.toProsecutors(shouted());
    new FileAnswers(police).submits(file, "Common assault", HAPPENED, null);

    // A desk of their own: other tests fill that of the demo account.
    String newcomer =
        directory.joins("CPS-THAMES-CHILTERN/hate-crime-prosecutors", "cps-prosecutor");
    api.subject(newcomer);
    referrals.taken(file, "cps.lead", newcomer);
    Person prosecutor = portal.person(newcomer);
    prosecutor.open("/prosecution/desk.xhtml?view=MINE");
    prosecutor.reads("too late now.");
    prosecutor.approves("story-09-desk");
    cannotCharge(prosecutor, file);
    var prosecutors = new Telling(prosecutor, file);
    prosecutors.readsAloud("That the CPS does not charge, and why");
    prosecutors.writes("A decision, and why", WHY);
    prosecutors.readsAloud(Telling.NOTHING, WHY, "What they may have reviewed");
    prosecutor.approves("story-09-told");

    cameOf(police, report);
    var force = new Telling(portal.person("police.liaison"), report);
    force.readsAloud("That the police take no further action, and why");
    force.writes("A decision, and why", SORRY);
    force.readsAloud(Telling.NOTHING, SORRY);
    Person council = portal.person("council.officer");
    council.open("/referral/referral.xhtml?ref=" + report);
    council.reads("The time limit for prosecuting has expired");

    assertThat(ledger.operations(file))
        .containsSubsequence(
            "DISCLOSE file.prepare hate-crime-officer",
            "CONSULT prosecution.read cps-prosecutor",
            "ALTER file.triage cps-prosecutor",
            "COLLECT review.decide cps-prosecutor",
            "COLLECT referral.work cps-prosecutor");
    assertThat(ledger.operations(report))
        .containsSubsequence(
            "COLLECT crime.record hate-crime-officer",
            "COLLECT outcome.police.record hate-crime-officer",
            "DISCLOSE outcome.police.record hate-crime-officer",
            "COLLECT timer.manage victim-liaison");
  }

  private ObjectNode shouted() {
    ObjectNode story = referrals.story("He spat at her in the street. (Synthetic)", "RAC");
    story
        .withObject("/incident/occurred")
        .put("fromDate", HAPPENED.toString())
        .put("toDate", HAPPENED.toString());
    return story;
  }

  /** What they typed stays, and another decision is made with it. */
  private static void cannotCharge(Person prosecutor, String file) {
    var review = new ReviewAnswers(prosecutor);
    review.begins(file);
    review.evidence("It is clear, but too late.", true);
    review.hostility("Race", true);
    review.charge("She is believed.", "1. Common assault");
    prosecutor.press("Record the decision");
    prosecutor.isToldOfErrors("story-09-too-late");
    prosecutor.reads("its time limit is over");
    assertThat(prosecutor.field("What do you make of the evidence?").inputValue())
        .isEqualTo("It is clear, but too late.");
    review.evidence("It is clear, but too late.", false);
    review.notWeighed();
    review.authorises(false, "1. Common assault");
    review.decision("No further action: the evidence is not enough", WHY);
    review.records();
    prosecutor.reads("No further action: the evidence is not enough");
  }

  private static void cameOf(Person police, String report) {
    new CrimeAnswers(police, CRIME).cameTo(report, OUTCOME);
    police.isToldOfErrors("story-09-outcome-error");
    expired(police);
    police.approves("story-09-outcome");
    police.press("Record the outcome");
    police.reads(LEARNING);
    police.approves("story-09-crime");
    police.open("/referral/outcome.xhtml?ref=" + report);
    police.choose(OUTCOME);
    police.type("What it means, in your own words", SORRY);
    police.press("Record the outcome");
    police.isToldOfErrors();
    expired(police);
    police.press("Record the outcome");
    police.reads("Outcome recorded");
  }

  private static void expired(Person police) {
    police.date("When did the time limit expire?", EXPIRED);
    police.type("Who sees to the learning review?", LEARNING);
  }
}
