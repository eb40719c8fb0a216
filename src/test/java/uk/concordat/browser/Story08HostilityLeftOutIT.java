package uk.concordat.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.DatabaseOwner;
import uk.concordat.it.LedgerRows;
import uk.concordat.it.Referrals;

/**
 * Story 8: prosecutors accept a basis of plea that leaves hostility out, the victim was not asked,
 * and the letter that says so is late.
 *
 * <p>The rule: recorded, prosecuted and sentenced as hate are three facts, and the third takes
 * nothing from the others (domain.md 1.2); what was not done is written down as it was.
 */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class Story08HostilityLeftOutIT {
  private static final String ALTERED = "That the CPS changed a charge, and why";
  private static final String WHY = "The basis of plea leaves hostility out. (Synthetic)";
  private static final String LETTER = "We accepted less than he did, and did not ask. (Synthetic)";

  private final Api api;
  private final LedgerRows ledger;
  private final DatabaseOwner owner;
  private final Referrals referrals;

  Story08HostilityLeftOutIT(Api api, LedgerRows ledger, DatabaseOwner owner) {
    this.api = api;
    this.ledger = ledger;
    this.owner = owner;
    referrals = new Referrals(api);
  }

  @Test
  void threeFactsStayThreeAndTheLetterIsLate(Portal portal) {
    api.subject("cps.prosecutor");
    String report = referrals.sent("council.officer", hit()).reference();
    referrals.taken(report, "police.hco", "police.hco");
    Person police = portal.person("police.hco");
    new CrimeAnswers(police, "41/900088/26")
        .records(report, "Assault without injury, racially or religiously aggravated");
    String file = referrals.toProsecutors(hit());
    new FileAnswers(police).submits(file, "Common assault", Story.today().minusDays(7), "Race");
    referrals.taken(file, "cps.prosecutor", "cps.prosecutor");
    Person prosecutor = portal.person("cps.prosecutor");
    charges(prosecutor, file);
    new FileAnswers(police).charged(file);
    leavesHostilityOut(prosecutor, file);

    prosecutor.reads(
        "Hostility is not in it. Authorised by The unit head. The victim was not consulted.");
    prosecutor.reads("No. Uplift asked for: no (" + WHY + "). Uplift announced: no.");
    prosecutor.reads("As hate: Race");
    prosecutor.reads("Hostility shown");
    prosecutor.reads("Flagged on Race.");
    prosecutor.approves("story-08-file");
    police.open("/referral/referral.xhtml?ref=" + report);
    assertThat(police.page().locator("#crimes").innerText())
        .containsSubsequence("Recorded as hate on", "Race");

    owner.letItBeToldLate(file, "ALTERED");
    var telling = new Telling(prosecutor, file);
    telling.readsAloud(ALTERED, "and is late.");
    prosecutor.approves("story-08-late");
    telling.writes("A decision, and why", LETTER);
    telling.readsAloud("A decision, and why", "Letter", LETTER);
    assertThat(prosecutor.page().content()).doesNotContain(ALTERED, "is late.");
    assertThat(ledger.operations(file))
        .containsSubsequence(
            "COLLECT review.decide cps-prosecutor",
            "ALTER file.prepare hate-crime-officer",
            "COLLECT outcome.cps.record cps-prosecutor",
            "ALTER outcome.cps.record cps-prosecutor",
            "COLLECT outcome.cps.record cps-prosecutor",
            "COLLECT referral.work cps-prosecutor");
  }

  private ObjectNode hit() {
    return referrals.story("He hits her and says why. (Synthetic)", "RAC");
  }

  private static void charges(Person prosecutor, String file) {
    var review = new ReviewAnswers(prosecutor);
    review.begins(file);
    review.evidence("Two people heard it.", true);
    review.hostility("Race", true);
    review.charge(
        "Two people heard what was said.", "1. Common assault, aggravated", "2. Common assault");
    review.records();
  }

  /** He pleads guilty to the basic offence alone. */
  private static void leavesHostilityOut(Person prosecutor, String file) {
    var court = new CourtAnswers(prosecutor);
    court.set(file, "First hearing");
    court.held(file);
    court.notProceededWith("Charge 1");
    court.guilty("Charge 2");
    prosecutor.choose("On which facts are they sentenced?", "A basis of plea that was accepted");
    prosecutor.choose("Is hostility in it?", "No");
    court.convicted("A fine of 120 pounds.", false);
    court.noUplift("Race", WHY);
    prosecutor.press("Record the result");
    prosecutor.isToldOfErrors("story-08-basis-error");
    prosecutor.type("If a basis was accepted: who authorised it?", "The unit head");
    prosecutor.choose("If a basis was accepted: was the victim consulted before?", "No");
    court.records();
  }
}
