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

/** Whoever started it reads the line of the result, and no more, and not once it has to stop. */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResultIT {
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]*)\"");

  private final Api api;
  private final LedgerRows ledger;
  private final StaffDirectory directory;
  private final DatabaseOwner owner;
  private final Visitors visitors;
  private final Referrals referrals;
  private final CaseFiles files;

  ResultIT(
      Api api,
      LedgerRows ledger,
      StaffDirectory directory,
      DatabaseOwner owner,
      Visitors visitors) {
    this.api = api;
    this.ledger = ledger;
    this.directory = directory;
    this.owner = owner;
    this.visitors = visitors;
    referrals = new Referrals(api);
    files = new CaseFiles(api);
  }

  @BeforeAll
  void known() {
    List.of("cps.prosecutor", "cps.prosecutor2").forEach(api::subject);
  }

  @Test
  void theLineGoesBackToWhoeverStartedItAndNobodyElse() {
    String first = referrals.taken("police.hco");
    String file = files.underReview("cps.prosecutor");
    Answer linked = pass("police.hco", first, file);
    assertThat(linked.status()).as(linked.body()).isEqualTo(201);
    assertThat(linked.items("outcome")).as("there is none yet").isEmpty();
    assertThat(linked.texts("/files")).containsExactly(file);
    assertThat(pass("police.hco", first, file).errors()).containsExactly("file:not-decided-yet");
    cameTo(file, "CPS_DROPPED");
    Answer passed = pass("police.hco", first, file);
    assertThat(passed.status()).as(passed.body()).isEqualTo(201);
    assertThat(pass("police.hco", first, file).errors()).containsExactly("file:passed-already");

    Answer told = api.get("council.officer", address(first));
    assertThat(told.items("outcome")).containsExactly("CPS_DROPPED");
    assertThat(told.body()).doesNotContain(file, "Ivo", "reaches", "The witness");
    assertThat(ledger.operations(first))
        .contains(
            "COMBINE outcome.police.record hate-crime-officer",
            "DISCLOSE outcome.police.record hate-crime-officer");
    assertThat(ledger.classes(first)).contains("DISCLOSE D16", "CONSULT D16");
    String page = "/referral/referral.xhtml?ref=" + first;
    assertThat(visitors.signedIn("council.officer").get(page).body())
        .contains("Result of the prosecution", "Not convicted: dropped")
        .doesNotContain(file, "Pass on the result");
    assertThat(api.get("council.officer", "/api/referrals/" + file).status()).isEqualTo(404);
    for (String user : List.of("btp.hco", "nhs.practitioner", "council2.officer")) {
      assertThat(api.get(user, address(first)).status()).as(user).isEqualTo(404);
    }
    assertThat(api.get("cps.prosecutor", address(first)).status())
        .as("prosecutors of the file do not see where it began")
        .isEqualTo(404);
    assertThat(api.get("council.officer", "/api/referrals/" + first + "/trail").body())
        .doesNotContain("COMBINE");
  }

  @Test
  void itStopsWhereThePersonHarmedAskedForIt() {
    String first = referrals.taken("police.hco");
    String file = files.underReview("cps.prosecutor");
    cameTo(file, "CPS_DROPPED");
    assertThat(pass("police.hco", first, file).status()).isEqualTo(201);
    assertThat(object("council.officer", first).status()).isEqualTo(403);
    assertThat(object("btp.hco", first).status()).isEqualTo(404);
    Answer objected = object("police.hco", first);
    assertThat(objected.status()).as(objected.body()).isEqualTo(200);
    assertThat(objected.text("/reaches")).isEqualTo("false");
    assertThat(object("police.hco", first).errors()).containsExactly("objection:said-already");
    assertThat(api.get("council.officer", address(first)).items("outcome")).isEmpty();
    assertThat(api.get("police.hco", address(first)).items("outcome"))
        .as("what was passed on stays readable here")
        .containsExactly("CPS_DROPPED");
    String other = files.underReview("cps.prosecutor");
    cameTo(other, "CPS_ACQUITTED");
    assertThat(pass("police.hco", first, other).errors()).containsExactly("file:does-not-reach");
  }

  @Test
  void itStopsWhereWhoeverStartedItHasLeft() {
    String officer = directory.joins();
    api.subject(officer);
    String first = referrals.sent(officer, "HERTS-POLICE").reference();
    referrals.moved("police.hco", first, "{\"move\":\"acknowledge\",\"conflict\":false}");
    referrals.moved("police.hco", first, "{\"move\":\"accept\",\"assignee\":\"police.hco\"}");
    String file = files.underReview("cps.prosecutor");
    cameTo(file, "CPS_DROPPED");
    assertThat(pass("police.hco", first, file).status()).isEqualTo(201);
    assertThat(api.get(officer, address(first)).items("outcome")).containsExactly("CPS_DROPPED");
    owner.suspend(officer);
    assertThat(api.get("council.lead", address(first)).items("outcome")).isEmpty();
    assertThat(api.get("police.hco", address(first)).text("/reaches")).isEqualTo("false");
  }

  @Test
  void aHateCrimeIsChargedWhereProsecutorsAuthorisedIt() {
    String first = referrals.taken("police.hco");
    String crimes = "/api/referrals/" + first + "/crimes";
    String crime =
        api.post(
                "police.hco",
                crimes,
                """
                {"reference":"41/900071/26","reportedOn":"2026-11-18","recordedOn":"2026-11-18",
                 "offenceClass":"8M","strands":["RAC"]}
                """,
                "If-Match",
                api.get("police.hco", crimes).etag())
            .text("/items/0/id");
    String file = files.underReview("cps.prosecutor");
    assertThat(pass("police.hco", first, file).status()).isEqualTo(201);
    assertThat(charged(crimes, crime).errors()).containsExactly("type:not-authorised");
    CaseFiles.made(
        files.post(
            "cps.prosecutor",
            file,
            "/decisions",
            CaseFiles.charging(files.read("cps.prosecutor", file))));
    assertThat(charged(crimes, crime).status()).isEqualTo(201);
  }

  @Test
  void thePagePassesItOn() {
    String first = referrals.taken("police.hco");
    String file = files.underReview("cps.prosecutor");
    cameTo(file, "CPS_CONVICTED");
    Visitor police = visitors.signedIn("police.hco");
    String page = "/casework/result.xhtml?ref=" + first;
    String shown = police.get(page).body();
    assertThat(police.post(page, form(shown, Map.of())).body())
        .contains("Choose what you want to do", "There is a problem");
    assertThat(
            police
                .post(page, form(shown, Map.of("result-what", "PASS", "result-file", first)))
                .body())
        .contains("Check the reference", "value=\"" + first + "\"");
    assertThat(
            police
                .post(page, form(shown, Map.of("result-what", "PASS", "result-file", file)))
                .status())
        .isEqualTo(302);
    assertThat(police.get("/referral/referral.xhtml?ref=" + first).body())
        .contains("Convicted after trial", file);
    for (String user : List.of("council.officer", "btp.hco", "police.governance")) {
      assertThat(visitors.signedIn(user).get(page).status()).as(user).isEqualTo(404);
    }
  }

  private void cameTo(String file, String outcome) {
    referrals.moved("cps.prosecutor", file, "{\"move\":\"start\"}");
    referrals.moved(
        "cps.prosecutor",
        file,
        "{\"move\":\"record-outcome\",\"reason\":\"%s\",\"text\":\"The witness left.\"}"
            .formatted(outcome));
  }

  private Answer charged(String crimes, String crime) {
    return api.post(
        "police.hco",
        crimes + "/" + crime + "/outcomes",
        """
        {"suspect":1,"type":"1","outcomeOn":"2026-11-19",
         "details":{"chargedOn":"2026-11-19","urn":"41ZZ0000126"}}
        """,
        "If-Match",
        api.get("police.hco", crimes).etag());
  }

  private Answer pass(String user, String reference, String file) {
    return api.post(user, address(reference), "{\"file\":\"" + file + "\"}");
  }

  private Answer object(String user, String reference) {
    return api.send("PUT", address(reference) + "/objection", api.token(user), null);
  }

  private static String address(String reference) {
    return "/api/referrals/" + reference + "/results";
  }

  private static Map<String, String> form(String page, Map<String, String> typed) {
    Matcher version = VERSION.matcher(page);
    var form = new HashMap<>(typed);
    form.put("jakarta.faces.ViewState", "stateless");
    form.put("form", "form");
    form.put("version", version.find() ? version.group(1) : "");
    form.put("keep", "");
    return form;
  }
}
