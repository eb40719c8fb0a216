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

/** The portal's pages of the court: who opens which, what they keep, and what the ledger knows. */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CourtPagesIT {
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]*)\"");
  private static final List<String> PAGES =
      List.of("hearing", "held&hearing={hearing}", "result&defendant={defendant}");

  private final LedgerRows ledger;
  private final Visitors visitors;
  private final CaseFiles files;
  private String heard;

  CourtPagesIT(Api api, LedgerRows ledger, Visitors visitors) {
    List.of("cps.prosecutor", "cps.prosecutor2").forEach(api::subject);
    this.ledger = ledger;
    this.visitors = visitors;
    files = new CaseFiles(api);
  }

  @BeforeAll
  void file() {
    heard = files.beforeTheCourt("cps.prosecutor");
  }

  @Test
  void strangersFindNoPageOfIt() {
    for (String user : List.of("btp.hco", "council.officer", "police.governance")) {
      Visitor stranger = visitors.signedIn(user);
      for (String page : PAGES) {
        int before = ledger.refused(user).size();
        assertThat(stranger.get(address(page, heard)).status()).as(page).isEqualTo(404);
        assertThat(ledger.refused(user)).as(page).hasSizeGreaterThan(before);
      }
    }
  }

  @Test
  void whoReviewsItOpensThemAndNobodyElse() {
    for (String page : PAGES) {
      String address = address(page, heard);
      Visitor prosecutor = visitors.signedIn("cps.prosecutor");
      int before = ledger.operations(heard).size();
      Answer opened = prosecutor.get(address);
      assertThat(opened.status()).as(page).isEqualTo(200);
      assertThat(ledger.operations(heard).subList(before, before + 1))
          .as(page)
          .containsExactly("CONSULT prosecution.read cps-prosecutor");
      for (String other : List.of("cps.prosecutor2", "police.hco", "police.liaison")) {
        assertThat(visitors.signedIn(other).get(address).status())
            .as("%s of %s", page, other)
            .isEqualTo(404);
      }
    }
  }

  @Test
  void whatIsWrongIsSaidAndNothingTypedIsLost() {
    Visitor prosecutor = visitors.signedIn("cps.prosecutor");
    String page = address("result&defendant={defendant}", heard);
    Map<String, String> typed =
        Map.of(
            "court-finalisation", "GUILTY_PLEA",
            "court-sentence-passed", "A fine of 180 pounds.",
            "court-findings-1-plea", "GUILTY",
            "court-findings-1-pleaOn-day", "31",
            "court-strands-RAC-appliedFor", "NO");
    Answer unreadable = prosecutor.post(page, form(prosecutor.get(page).body(), "keep", typed));
    assertThat(unreadable.body())
        .contains("There is a problem", "A fine of 180 pounds.", "value=\"31\"")
        .contains("href=\"#court-findings-1-pleaOn\"");
    Map<String, String> readable = new HashMap<>(typed);
    readable.remove("court-findings-1-pleaOn-day");
    Answer wrong = prosecutor.post(page, form(unreadable.body(), "keep", readable));
    assertThat(wrong.body())
        .contains("Charge 1: enter the day of the plea", "Charge 2: say what was found")
        .contains("Race: say why no uplift was asked for", "Say on which facts they are sentenced")
        .contains("Religion or belief: say whether an uplift was asked for")
        .contains("A fine of 180 pounds.");
    assertThat(files.court("cps.prosecutor", heard).text("/results")).isEmpty();
  }

  @Test
  void aPleaIsRecordedAndReadOnThePageOfTheFile() {
    String reference = files.beforeTheCourt("cps.prosecutor");
    Visitor prosecutor = visitors.signedIn("cps.prosecutor");
    String page = address("result&defendant={defendant}", reference);
    var day = CaseFiles.day();
    Map<String, String> typed = new HashMap<>();
    typed.put("court-findings-1-plea", "GUILTY");
    typed.put("court-findings-1-pleaOn-day", String.valueOf(day.getDayOfMonth()));
    typed.put("court-findings-1-pleaOn-month", String.valueOf(day.getMonthValue()));
    typed.put("court-findings-1-pleaOn-year", String.valueOf(day.getYear()));
    assertThat(prosecutor.post(page, form(prosecutor.get(page).body(), "keep", typed)).status())
        .isEqualTo(302);
    String file = "/prosecution/file.xhtml?ref=" + reference;
    assertThat(prosecutor.get(file).body())
        .contains("What the court made of the case against Ivo Darvell", "It is not over")
        .contains("Pleaded guilty on", "First hearing", "Colne Valley Magistrates")
        .contains("Enter a hearing", "Say what came of the hearing", "Record the result");
    assertThat(visitors.signedIn("police.hco").get(file).body())
        .contains("Pleaded guilty on")
        .doesNotContain("Record the result");
    assertThat(visitors.signedIn("police.liaison").get(file).body())
        .contains("Colne Valley Magistrates")
        .doesNotContain("Pleaded guilty on");
    assertThat(prosecutor.get(page).body())
        .as("what stands is gone on from")
        .contains("What stands already");
  }

  @Test
  void whatCameOfAHearingIsSaidOnce() {
    String reference = files.beforeTheCourt("cps.prosecutor");
    Visitor prosecutor = visitors.signedIn("cps.prosecutor");
    String page = address("held&hearing={hearing}", reference);
    Answer wrong = prosecutor.post(page, form(prosecutor.get(page).body(), "keep", Map.of()));
    assertThat(wrong.body()).contains("Say whether it was held");
    Map<String, String> typed = Map.of("court-outcome", "HELD");
    assertThat(prosecutor.post(page, form(wrong.body(), "keep", typed)).status()).isEqualTo(302);
    assertThat(prosecutor.get(page).status()).isEqualTo(404);
  }

  private String address(String page, String reference) {
    String[] parts = page.split("&", 2);
    String more = parts.length == 1 ? "" : "&" + parts[1];
    if (more.contains("{")) {
      more =
          more.replace(
                  "{defendant}", files.read("police.hco", reference).text("/file/defendants/0/id"))
              .replace("{hearing}", files.court("police.hco", reference).text("/hearings/0/id"));
    }
    return "/court/" + parts[0] + ".xhtml?ref=" + reference + more;
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
