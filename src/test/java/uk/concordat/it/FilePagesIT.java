package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The portal's pages of the file for prosecutors: who opens which, and what the ledger knows. */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilePagesIT {
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]*)\"");
  private static final List<String> ALL =
      List.of(
          "file",
          "prepare",
          "about",
          "defendant",
          "victim",
          "charge",
          "item&item=HOSTILITY",
          "asked&number=1",
          "take-out&what=charge&id={charge}",
          "check",
          "carried-out&defendant={defendant}",
          "correct-day&defendant={defendant}",
          "ask&move=action-plan",
          "decide&defendant={defendant}",
          "consent",
          "care",
          "flag&defendant={defendant}");
  private static final List<String> OF_POLICE =
      List.of(
          "about",
          "defendant",
          "defendant&defendant={defendant}",
          "victim",
          "charge",
          "item&item=HOSTILITY",
          "take-out&what=charge&id={charge}",
          "take-out&what=defendant&id={defendant}",
          "check");

  private final Api api;
  private final LedgerRows ledger;
  private final Visitors visitors;
  private final DatabaseOwner owner;
  private final CaseFiles files;
  private String prepared;

  FilePagesIT(Api api, LedgerRows ledger, Visitors visitors, DatabaseOwner owner) {
    this.api = api;
    this.ledger = ledger;
    this.owner = owner;
    this.visitors = visitors;
    files = new CaseFiles(api);
  }

  @BeforeAll
  void file() {
    List.of("cps.prosecutor", "cps.prosecutor2", "cps.lead").forEach(api::subject);
    prepared = files.complete();
  }

  @Test
  void strangersFindNoPageOfIt() {
    for (String user : List.of("btp.hco", "council.officer", "police.governance")) {
      Visitor stranger = visitors.signedIn(user);
      for (String page : ALL) {
        int before = ledger.refused(user).size();
        assertThat(stranger.get(address(page, prepared)).status()).as(page).isEqualTo(404);
        assertThat(ledger.refused(user)).as(page).hasSizeGreaterThan(before);
      }
    }
  }

  @Test
  void whoPutsItTogetherOpensItsPagesAndNobodyElse() {
    Visitor police = visitors.signedIn("police.hco");
    Visitor prosecutor = visitors.signedIn("cps.prosecutor");
    for (String page : OF_POLICE) {
      int before = ledger.operations(prepared).size();
      assertThat(police.get(address(page, prepared)).status()).as(page).isEqualTo(200);
      assertThat(ledger.operations(prepared).subList(before, before + 1))
          .as(page)
          .containsExactly("CONSULT prosecution.read hate-crime-officer");
      assertThat(prosecutor.get(address(page, prepared)).status()).as(page).isEqualTo(404);
    }
    assertThat(police.get(address("prepare", prepared)).body())
        .contains("Ivo Darvell", "Common assault, aggravated", "URN 41ZZ0000126")
        .contains("The evidence of hostility", "Not said yet");
    assertThat(police.get(address("asked&number=1", prepared)).status())
        .as("nothing was asked")
        .isEqualTo(404);
    assertThat(police.get(address("item&item=NOTHING", prepared)).status()).isEqualTo(404);
  }

  @Test
  void prosecutorsReadNothingBeforeItIsSubmitted() {
    Visitor prosecutor = visitors.signedIn("cps.prosecutor");
    assertThat(prosecutor.get(address("file", prepared)).body())
        .contains("There is no file that you see.")
        .doesNotContain("Ivo Darvell", "41ZZ0000126");
    assertThat(prosecutor.get(address("prepare", prepared)).header("Location").orElseThrow())
        .contains("/prosecution/file.xhtml");
  }

  @Test
  void whatLacksIsSaidAndNothingTypedIsLost() {
    String reference = files.started();
    Visitor police = visitors.signedIn("police.hco");
    String check = address("check", reference);
    String shown = police.get(check).body();
    assertThat(shown)
        .contains("What is still needed", "Put into the file: The evidence of hostility");
    Answer refused = police.post(check, form(shown, "submit", Map.of()));
    assertThat(refused.status()).isEqualTo(200);
    assertThat(refused.body())
        .contains("There is a problem", "Propose a charge for Ivo Darvell", "href=\"#charges-1\"");

    String page = address("defendant", reference);
    Answer wrong =
        police.post(
            page,
            form(
                police.get(page).body(),
                "keep",
                Map.of(
                    "defendant-name",
                    "Orla Quill",
                    "defendant-pncId",
                    "12/34",
                    "defendant-held",
                    "CUSTODY")));
    assertThat(wrong.body())
        .contains("value=\"Orla Quill\"", "value=\"12/34\"", "Enter a PNC number")
        .contains("Enter the day on which the custody time limit ends");
  }

  @Test
  void whoeverIsSecondKeepsWhatTheyTyped() {
    String reference = files.started();
    Visitor police = visitors.signedIn("police.hco");
    String page = address("victim", reference);
    String shown = police.get(page).body();
    files.answered(reference, "ACCOUNT");
    Map<String, String> typed = Map.of("harmed-name", "Tamsin Vole", "harmed-died", "false");
    Answer stale = police.post(page, form(shown, "keep", typed));
    assertThat(stale.body())
        .contains("Somebody changed this while you were writing", "value=\"Tamsin Vole\"");
    assertThat(police.post(page, form(stale.body(), "keep", typed)).status()).isEqualTo(302);
    assertThat(files.read("police.hco", reference).body()).contains("Tamsin Vole");
  }

  @Test
  void anAggravatedChargeGoesWithItsBasicAlternative() {
    String reference = files.started();
    Visitor police = visitors.signedIn("police.hco");
    String page = address("charge", reference);
    String shown = police.get(page).body();
    var day = CaseFiles.day().minusDays(7);
    var typed = new HashMap<String, String>();
    typed.put(
        "charge-defendant", files.read("police.hco", reference).text("/file/defendants/0/id"));
    typed.put("charge-victim", "1");
    typed.put("charge-firstDay-day", String.valueOf(day.getDayOfMonth()));
    typed.put("charge-firstDay-month", String.valueOf(day.getMonthValue()));
    typed.put("charge-firstDay-year", String.valueOf(day.getYear()));
    typed.put("charge-offence", "ZZ26004");
    typed.put("charge-strands", "DIS");
    typed.put("charge-alternative", "true");
    assertThat(police.post(page, form(shown, "keep", typed)).body())
        .contains("The law had no aggravated form of this offence for that hostility");
    typed.put("charge-strands", "RAC");
    assertThat(police.post(page, form(shown, "keep", typed)).status()).isEqualTo(302);
    Answer file = files.read("police.hco", reference);
    assertThat(file.text("/file/charges/0/offence")).isEqualTo("ZZ26104");
    assertThat(file.text("/file/charges/1/offence")).isEqualTo("ZZ26004");
    assertThat(file.text("/file/charges/1/alternative")).isEqualTo("1");
    assertThat(ledger.operations(reference))
        .filteredOn(one -> one.equals("COLLECT file.prepare hate-crime-officer"))
        .hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void whoReviewsItOpensTheirPagesAndNobodyElse() {
    String reference = files.underReview("cps.prosecutor");
    Visitor prosecutor = visitors.signedIn("cps.prosecutor");
    Visitor police = visitors.signedIn("police.hco");
    assertThat(prosecutor.get(address("file", reference)).body())
        .contains("Ivo Darvell", "On page 3.", "Decide on Ivo Darvell");
    for (String page : List.of("ask&move=action-plan", "decide&defendant={defendant}", "consent")) {
      assertThat(prosecutor.get(address(page, reference)).status()).as(page).isEqualTo(200);
      assertThat(ledger.operations(reference))
          .as(page)
          .contains("CONSULT prosecution.read cps-prosecutor");
      assertThat(police.get(address(page, reference)).status()).as(page).isEqualTo(404);
    }
    assertThat(
            visitors
                .signedIn("cps.prosecutor2")
                .get(address("decide&defendant={defendant}", reference))
                .status())
        .as("it is another's")
        .isEqualTo(404);
    assertThat(prosecutor.get(address("ask&move=send-back", reference)).status()).isEqualTo(404);
  }

  @Test
  void whatWasTypedOfADecisionIsThereAgainForItsWriterUntilOneIsRecorded() {
    String reference = files.underReview("cps.prosecutor");
    String page = address("decide&defendant={defendant}", reference);
    Visitor prosecutor = visitors.signedIn("cps.prosecutor");
    String shown = prosecutor.get(page).body();
    assertThat(shown).contains("Nobody else sees it before you record the decision.");
    Map<String, String> typed =
        Map.of(
            "review-test-evidential", "Half a privileged thought",
            "review-test-evidentialMet", "true",
            "review-hostility-RAC-DEMONSTRATED-analysis", "What was shouted",
            "review-charges", files.read("police.hco", reference).text("/file/charges/0/id"));
    assertThat(prosecutor.post(page, form(shown, "autosave", typed)).status()).isEqualTo(204);
    assertThat(ledger.by("cps.prosecutor", "e.verb = 'ALTER' and e.permitted", reference))
        .contains("review.decide");
    assertThat(ledger.classes(reference)).contains("ALTER D10");

    Visitor again = visitors.signedIn("cps.prosecutor");
    assertThat(again.get(page).body())
        .contains("What you typed is here again.", "Half a privileged thought", "What was shouted")
        .containsPattern("id=\"review-test-evidentialMet[^>]*checked")
        .containsPattern("name=\"review-charges\"[^>]*checked");
    assertThat(ledger.classes(reference)).contains("CONSULT D10");
    for (String other : List.of("cps.prosecutor2", "cps.lead", "police.hco")) {
      Visitor stranger = visitors.signedIn(other);
      int before = ledger.refused(other).size();
      assertThat(stranger.get(page).status()).as(other).isEqualTo(404);
      assertThat(stranger.post(page, form(shown, "autosave", typed)).status())
          .as(other)
          .isIn(404, 409);
      assertThat(ledger.refused(other)).as(other).hasSizeGreaterThan(before);
      assertThat(stranger.get(address("file", reference)).body())
          .doesNotContain("Half a privileged thought");
    }

    CaseFiles.made(
        files.post(
            "cps.prosecutor",
            reference,
            "/decisions",
            CaseFiles.notCharging(files.read("cps.prosecutor", reference))));
    assertThat(
            owner.count(
                "decision_draft x join referral r on r.id = x.referral and r.reference = '%s'"
                    .formatted(reference)))
        .as("a decision stands: nothing is left of what was typed")
        .isZero();
  }

  @Test
  void whatIsTooLongToBeKeptIsNotKeptByHalves() {
    String reference = files.underReview("cps.prosecutor");
    String page = address("decide&defendant={defendant}", reference);
    Visitor prosecutor = visitors.signedIn("cps.prosecutor");
    String shown = prosecutor.get(page).body();
    Map<String, String> typed = Map.of("review-told", "x".repeat(20_001));
    assertThat(prosecutor.post(page, form(shown, "autosave", typed)).status()).isEqualTo(400);
    assertThat(prosecutor.get(page).body()).doesNotContain("What you typed is here again.");
  }

  @Test
  void thePoliceReadTheDecisionAndNeverTheAdvice() {
    String reference = files.underReview("cps.prosecutor");
    CaseFiles.made(
        files.post(
            "cps.prosecutor",
            reference,
            "/decisions",
            CaseFiles.charging(files.read("cps.prosecutor", reference))));
    Visitor police = visitors.signedIn("police.hco");
    assertThat(police.get(address("file", reference)).body())
        .contains("The footage shows who said what.", "Say when you did what was decided")
        .contains("are seen by the prosecutors of the unit and nobody")
        .doesNotContain("Privileged");
    assertThat(visitors.signedIn("cps.prosecutor").get(address("file", reference)).body())
        .contains("Privileged words.", "Privileged analysis.");
    assertThat(police.get(address("carried-out&defendant={defendant}", reference)).status())
        .isEqualTo(200);
    assertThat(
            visitors
                .signedIn("cps.prosecutor")
                .get(address("carried-out&defendant={defendant}", reference))
                .status())
        .isEqualTo(404);
  }

  private String address(String page, String reference) {
    String[] parts = page.split("&", 2);
    String more = parts.length == 1 ? "" : "&" + parts[1];
    if (more.contains("{")) {
      Answer file = files.read("police.hco", reference);
      more =
          more.replace("{defendant}", file.text("/file/defendants/0/id"))
              .replace("{charge}", file.text("/file/charges/0/id"));
    }
    return "/prosecution/" + parts[0] + ".xhtml?ref=" + reference + more;
  }

  /** What a browser sends of a page, with what was typed and the button that was pressed. */
  private static Map<String, String> form(String page, String button, Map<String, String> typed) {
    Matcher version = VERSION.matcher(page);
    assertThat(version.find()).as("a version in %s", page).isTrue();
    var form = new HashMap<>(typed);
    form.put("jakarta.faces.ViewState", "stateless");
    form.put("form", "form");
    form.put("version", version.group(1));
    form.put(button, "");
    return form;
  }
}
