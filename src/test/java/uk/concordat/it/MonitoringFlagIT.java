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

/** On what a case is flagged, for each defendant: from the police, changed with a reason. */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonitoringFlagIT {
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]*)\"");

  private final Api api;
  private final LedgerRows ledger;
  private final Visitors visitors;
  private final CaseFiles files;

  MonitoringFlagIT(Api api, LedgerRows ledger, Visitors visitors) {
    this.api = api;
    this.ledger = ledger;
    this.visitors = visitors;
    files = new CaseFiles(api);
  }

  @BeforeAll
  void known() {
    List.of("cps.prosecutor", "cps.prosecutor2").forEach(api::subject);
  }

  @Test
  void theyComeWithTheFileAndChangeWithAReason() {
    String reference = files.underReview("cps.prosecutor");
    Answer submitted = files.read("cps.prosecutor", reference);
    assertThat(submitted.json().at("/flags").findValuesAsText("strand"))
        .containsExactly("RAC", "REL");
    String defendant = submitted.text("/file/defendants/0/id");
    assertThat(change("cps.prosecutor", reference, defendant, "REL", false, null).errors())
        .containsExactly("reason:required");
    assertThat(change("cps.prosecutor", reference, defendant, "RAC", true, null).errors())
        .containsExactly("strand:flagged-already");
    CaseFiles.made(
        change("cps.prosecutor", reference, defendant, "REL", false, "It was another case."));
    Answer changed =
        CaseFiles.made(
            change("cps.prosecutor", reference, defendant, "DIS", true, "He mocked her stick."));
    assertThat(changed.json().at("/flags").findValuesAsText("stands"))
        .containsExactly("true", "true", "false", "true");
    assertThat(ledger.operations(reference))
        .contains("ALTER review.decide cps-prosecutor", "DISCLOSE review.decide cps-prosecutor");
    assertThat(files.read("police.hco", reference).body()).contains("He mocked her stick.");
    assertThat(files.read("police.liaison", reference).body()).doesNotContain("He mocked");

    String decision = CaseFiles.charging(files.read("cps.prosecutor", reference));
    assertThat(files.post("cps.prosecutor", reference, "/decisions", decision).errors())
        .as("both limbs on what is flagged, and on nothing else")
        .contains("hostility:not-flagged", "hostility.DIS.DEMONSTRATED.provable:required");
    CaseFiles.made(
        files.post(
            "cps.prosecutor", reference, "/decisions", decision.replace("\"REL\":", "\"DIS\":")));
    Answer decided = files.read("cps.prosecutor", reference);
    assertThat(decided.json().at("/decisions/0/prosecuted").has("DIS")).isTrue();
    assertThat(decided.json().at("/decisions/0/prosecuted").has("REL")).isFalse();
    CaseFiles.made(
        change("cps.prosecutor", reference, defendant, "DIS", false, "It was said of another."));
    assertThat(
            files.read("cps.prosecutor", reference).json().at("/decisions/0/prosecuted").has("DIS"))
        .as("what was decided stays")
        .isTrue();
  }

  @Test
  void twoDefendantsAreFlaggedEachByThemselves() {
    String reference = files.complete();
    files.defendant(reference, "Wen Lovatt");
    files.charged(reference, 1, "ZZ26004", "", null);
    files.moved("police.hco", reference, "{\"move\":\"submit\"}");
    files.taken(reference, "cps.prosecutor");
    Answer seen = files.read("cps.prosecutor", reference);
    assertThat(seen.json().at("/flags")).hasSize(4);
    String second = seen.text("/file/defendants/1/id");
    Answer changed =
        CaseFiles.made(
            change("cps.prosecutor", reference, second, "RAC", false, "She was not there."));
    assertThat(changed.text("/flags/4/defendant")).isEqualTo(second);
  }

  @Test
  void itIsForWhoeverReviewsIt() {
    String reference = files.underReview("cps.prosecutor");
    String defendant = files.read("cps.prosecutor", reference).text("/file/defendants/0/id");
    assertThat(change("police.hco", reference, defendant, "DIS", true, null).status())
        .isEqualTo(403);
    assertThat(change("cps.prosecutor2", reference, defendant, "DIS", true, null).status())
        .isEqualTo(409);
    assertThat(change("btp.hco", reference, defendant, "DIS", true, null).status()).isEqualTo(404);
    assertThat(ledger.refused("police.hco")).contains("review.decide role-lacks-action");
    assertThat(ledger.refusals(reference)).contains("review.decide not-permitted cps-prosecutor");
  }

  @Test
  void thePageChangesThemAndTheFileShowsEveryChange() {
    String reference = files.underReview("cps.prosecutor");
    String defendant = files.read("cps.prosecutor", reference).text("/file/defendants/0/id");
    String page = "/prosecution/flag.xhtml?ref=" + reference + "&defendant=" + defendant;
    Visitor prosecutor = visitors.signedIn("cps.prosecutor");
    String shown = prosecutor.get(page).body();
    assertThat(shown).contains("Flagged on Race, Religion or belief.");
    Answer wrong =
        prosecutor.post(page, form(shown, Map.of("flag-stands", "false", "flag-strand", "REL")));
    assertThat(wrong.body()).contains("Say why the flag is taken off", "There is a problem");
    Map<String, String> typed =
        Map.of("flag-stands", "false", "flag-strand", "REL", "flag-reason", "It was another case.");
    assertThat(prosecutor.post(page, form(wrong.body(), typed)).status()).isEqualTo(302);
    assertThat(prosecutor.get("/prosecution/file.xhtml?ref=" + reference).body())
        .contains("Flagged on Race.", "taken off. It was another case.", "Change the flags");
    assertThat(ledger.operations(reference)).contains("CONSULT prosecution.read cps-prosecutor");
    for (String user :
        List.of("police.hco", "cps.prosecutor2", "btp.hco", "council.officer", "cps.reviewer")) {
      assertThat(visitors.signedIn(user).get(page).status()).as(user).isEqualTo(404);
    }
    assertThat(prosecutor.get(page.replace(defendant, "x")).status()).isEqualTo(404);
  }

  private Answer change(
      String user, String reference, String defendant, String strand, boolean stands, String why) {
    String body =
        "{\"defendant\":\"%s\",\"strand\":\"%s\",\"stands\":%s,\"reason\":%s}"
            .formatted(defendant, strand, stands, why == null ? "null" : "\"" + why + "\"");
    return files.post(user, reference, "/flags", body);
  }

  private static Map<String, String> form(String page, Map<String, String> typed) {
    Matcher version = VERSION.matcher(page);
    assertThat(version.find()).as("a version in %s", page).isTrue();
    var form = new HashMap<>(typed);
    form.put("jakarta.faces.ViewState", "stateless");
    form.put("form", "form");
    form.put("version", version.group(1));
    form.put("keep", "");
    return form;
  }
}
