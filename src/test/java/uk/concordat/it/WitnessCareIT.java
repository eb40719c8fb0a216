package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Special measures and personal statements of those who were harmed in a file. */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WitnessCareIT {
  private static final String ASSESSED =
      step("assessed", "\"ground\":\"INTIMIDATED\",\"words\":\"She is afraid to meet him.\"");

  private final Api api;
  private final LedgerRows ledger;
  private final DatabaseOwner owner;
  private final CaseFiles files;
  private final Visitors visitors;

  WitnessCareIT(Api api, LedgerRows ledger, DatabaseOwner owner, Visitors visitors) {
    this.api = api;
    this.ledger = ledger;
    this.owner = owner;
    this.visitors = visitors;
    files = new CaseFiles(api);
    List.of("police.liaison", "cps.prosecutor", "cps.prosecutor2").forEach(api::subject);
  }

  @Test
  void fromTheAssessmentToTheCourtByBothAgencies() {
    String reference = files.underReview("cps.prosecutor");
    assertThat(
            add("police.liaison", reference, step("wanted", "\"measures\":[\"SCREEN\"]")).errors())
        .containsExactly("step:not-yet");
    made(add("police.liaison", reference, ASSESSED));
    made(
        add(
            "police.liaison",
            reference,
            step("wanted", "\"measures\":[\"SCREEN\",\"LIVE_LINK\"]")));
    made(add("police.liaison", reference, step("statement-offered", "\"words\":null")));
    made(add("cps.prosecutor", reference, step("applied", "\"measures\":[\"SCREEN\"]")));
    Answer granted =
        made(add("cps.prosecutor", reference, step("granted", "\"measures\":[\"SCREEN\"]")));
    assertThat(granted.items("step"))
        .containsExactly("assessed", "wanted", "statement-offered", "applied", "granted");
    assertThat(of("police.liaison", reference).items("step"))
        .as("it comes back to the police as feedback does")
        .contains("granted");
    assertThat(ledger.operations(reference))
        .contains(
            "COLLECT timer.manage victim-liaison",
            "DISCLOSE timer.manage victim-liaison",
            "COLLECT timer.manage cps-prosecutor",
            "CONSULT prosecution.read victim-liaison");
  }

  @Test
  void isSeenByThoseWhoSeeTheNeedsAndWrittenByThoseWhoWorkTheClock() {
    String reference = files.underReview("cps.prosecutor");
    made(add("police.liaison", reference, ASSESSED));
    assertThat(of("cps.prosecutor2", reference).items("step")).containsExactly("assessed");
    assertThat(add("cps.prosecutor2", reference, ASSESSED).code()).isEqualTo("not-permitted");
    for (String user : List.of("btp.hco", "council.officer", "police.governance", "cps.reviewer")) {
      assertThat(of(user, reference).status()).as(user).isEqualTo(404);
      assertThat(add(user, reference, "{\"x\":1}").status()).as(user).isEqualTo(404);
    }
    assertThat(ledger.refused("btp.hco")).contains("prosecution.read not-visible");
    assertThat(
            api.post("police.liaison", address(reference), ASSESSED, "If-Match", "\"v7\"").status())
        .isEqualTo(412);
    assertThat(api.post("police.liaison", address(reference), ASSESSED).status()).isEqualTo(428);
    owner.exclude(reference, "cps.prosecutor2");
    assertThat(of("cps.prosecutor2", reference).status()).isEqualTo(404);
  }

  @Test
  void inThePortalItIsAPartOfTheFileAndIsWrittenThere() {
    String reference = files.underReview("cps.prosecutor");
    Visitor own = visitors.signedIn("police.liaison");
    String page = "/prosecution/care.xhtml?ref=" + reference;
    String shown = own.get(page).body();
    assertThat(shown).contains("Screens in court (s.23)", "They read it aloud themselves");
    assertThat(own.get("/prosecution/file.xhtml?ref=" + reference).body())
        .contains("Write down special measures or a personal statement");
    for (String user : List.of("btp.hco", "council.officer", "cps.prosecutor2")) {
      assertThat(visitors.signedIn(user).get(page).status()).as(user).isEqualTo(404);
    }
    assertThat(ledger.refused("btp.hco")).contains("prosecution.read not-visible");
    assertThat(own.post(page, form(shown, Map.of("care-words", "Afraid."))).body())
        .contains("Choose what happened", "Enter the day", "Afraid.");
    var day = CaseFiles.day();
    Map<String, String> typed =
        Map.of(
            "care-person", "1",
            "care-step", "ASSESSED",
            "care-on-day", String.valueOf(day.getDayOfMonth()),
            "care-on-month", String.valueOf(day.getMonthValue()),
            "care-on-year", String.valueOf(day.getYear()),
            "care-ground", "INTIMIDATED",
            "care-words", "She is afraid to meet him.");
    assertThat(own.post(page, form(shown, typed)).status()).isEqualTo(302);
    assertThat(own.get("/prosecution/file.xhtml?ref=" + reference).body())
        .contains("Assessed for special measures", "She is afraid to meet him.");
    assertThat(own.post(page, form(shown, typed)).body())
        .contains("Somebody changed this while you were writing");
  }

  private Answer of(String user, String reference) {
    return api.get(user, address(reference));
  }

  private Answer add(String user, String reference, String body) {
    Answer seen = of(user, reference);
    return api.post(
        user, address(reference), body, "If-Match", seen.status() == 200 ? seen.etag() : "\"v0\"");
  }

  private static Answer made(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer;
  }

  private static String step(String step, String more) {
    return "{\"person\":1,\"step\":\"%s\",\"on\":\"%s\",%s}".formatted(step, CaseFiles.day(), more);
  }

  private static String address(String reference) {
    return "/api/referrals/" + reference + "/file/witness-care";
  }

  private static Map<String, String> form(String page, Map<String, String> typed) {
    var form = new HashMap<>(typed);
    form.put("jakarta.faces.ViewState", "stateless");
    form.put("form", "form");
    form.put("version", page.replaceFirst("(?s).*name=\"version\" value=\"([^\"]*)\".*", "$1"));
    form.put("keep", "");
    return form;
  }
}
