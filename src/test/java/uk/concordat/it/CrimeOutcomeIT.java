package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What came of each crime and suspect: recorded, superseded, reopened, merged, and told. */
@ExtendWith(ApiExtension.class)
class CrimeOutcomeIT {
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]*)\"");
  private static final String CHARGED =
      "{\"suspect\":%d,\"type\":\"1\",\"outcomeOn\":\"2026-11-19\",\"details\":{\"chargedOn\":\"2026-11-19\",\"urn\":\"41 zz 00001 26\"}}";
  private static final String NOBODY = "{\"type\":\"18\",\"outcomeOn\":\"2026-11-19\"}";

  private final Api api;
  private final LedgerRows ledger;
  private final Referrals referrals;
  private final Visitors visitors;
  private String reference;
  private String crime;

  CrimeOutcomeIT(Api api, LedgerRows ledger, Visitors visitors) {
    this.api = api;
    this.ledger = ledger;
    this.visitors = visitors;
    referrals = new Referrals(api);
  }

  @BeforeEach
  void recorded() {
    reference = referrals.taken("police.officer");
    crime = crime("41/900061/26").text("/items/0/id");
  }

  @Test
  void oneOutcomeStandsForEachSuspectAndNothingIsOverwritten() {
    Answer charged = outcome("police.officer", crime, CHARGED.formatted(1));
    assertThat(charged.status()).as(charged.body()).isEqualTo(201);
    assertThat(charged.text("/items/0/detail/outcomes/0/details/urn")).isEqualTo("41ZZ0000126");
    assertThat(charged.text("/items/0/detail/outcomes/0/label")).isEqualTo("Charged or summonsed");
    assertThat(outcome("police.hco", crime, CHARGED.formatted(2)).status()).isEqualTo(201);
    assertThat(outcome("police.hco", crime, CHARGED.formatted(1)).errors())
        .containsExactly("reason:required");
    Answer superseded =
        outcome(
            "police.hco",
            crime,
            "{\"suspect\":1,\"type\":\"5\",\"outcomeOn\":\"2026-11-20\",\"reason\":\"He died before"
                + " the hearing.\",\"details\":{\"diedOn\":\"2026-11-20\"}}");
    assertThat(superseded.status()).as(superseded.body()).isEqualTo(201);
    assertThat(superseded.json().at("/items/0/detail/outcomes").findValuesAsText("type"))
        .containsExactly("5", "1", "1");
    assertThat(superseded.json().at("/items/0/detail/outcomes").findValuesAsText("current"))
        .containsExactly("true", "true", "false");
    assertThat(ledger.operations(reference))
        .contains("COLLECT outcome.police.record police-officer");
    assertThat(ledger.sealed(reference, "COLLECT"))
        .anySatisfy(entry -> assertThat(entry).contains("outcome.police.record", "\"D5\":"));

    assertThat(api.get("council.officer", crimes()).body())
        .as("the sender reads that there is a crime")
        .contains("41/900061/26")
        .doesNotContain("outcomes", "41ZZ", "He died");
    assertThat(api.get("council.officer", "/api/referrals/" + reference + "/trail").body())
        .doesNotContain("outcome.police.record");
  }

  @Test
  void whatIsWrongIsSaidAtOnce() {
    assertThat(outcome("police.hco", crime, "{}").errors())
        .containsExactly("type:required", "outcomeOn:required");
    assertThat(
            outcome(
                    "police.hco",
                    crime,
                    "{\"suspect\":0,\"type\":\"3\",\"outcomeOn\":\"2026-11-17\"}")
                .errors())
        .containsExactly(
            "suspect:out-of-range",
            "outcomeOn:before-crime",
            "details.suspectAge:required",
            "details.supervisor:required",
            "details.supervisorReason:required");
    for (String type : List.of("7", "19", "99")) {
      assertThat(
              outcome(
                      "police.hco",
                      crime,
                      "{\"suspect\":1,\"type\":\"%s\",\"outcomeOn\":\"2026-11-19\"}"
                          .formatted(type))
                  .errors())
          .containsExactly("type:unknown");
    }
    assertThat(api.post("police.hco", address(crime), NOBODY).status()).isEqualTo(428);
    assertThat(api.post("police.hco", address(crime), NOBODY, "If-Match", "\"v9.9.9\"").status())
        .isEqualTo(412);
  }

  @Test
  void itIsForThoseWhoWorkOnIt() {
    assertThat(outcome("council.officer", crime, NOBODY).status()).isEqualTo(403);
    assertThat(outcome("btp.hco", crime, NOBODY).status()).isEqualTo(404);
    assertThat(outcome("police.hco", "0199a5d2-7c1e-7b63-9d0c-2f6e5a1b8c46", NOBODY).status())
        .isEqualTo(404);
    assertThat(ledger.refused("btp.hco")).contains("outcome.police.record not-visible");
    Answer merged =
        api.post(
            "council.officer",
            crimes() + "/" + crime + "/merges",
            "{\"reason\":\"Twice.\"}",
            "If-Match",
            api.get("council.officer", crimes()).etag());
    assertThat(merged.status()).isEqualTo(403);
    assertThat(ledger.refused("council.officer"))
        .contains("outcome.police.record role-lacks-action", "crime.record role-lacks-action");
    String another = referrals.taken("police.hco");
    String theirs = "/api/referrals/" + another + "/crimes";
    Answer notTheirs =
        api.post(
            "police.officer",
            theirs + "/" + crime + "/outcomes",
            NOBODY,
            "If-Match",
            api.get("police.officer", theirs).etag());
    assertThat(notTheirs.status()).isEqualTo(409);
  }

  @Test
  void whatCameOfTheReferralIsWhatCameOfOneOfItsCrimes() {
    referrals.moved("police.officer", reference, "{\"move\":\"start\"}");
    assertThat(outcome("police.officer", crime, NOBODY).status()).isEqualTo(201);
    assertThat(told("POLICE_21").errors()).containsExactly("reason:not-of-a-crime");
    assertThat(told("POLICE_18").status()).isEqualTo(200);
    assertThat(
            outcome(
                    "police.officer",
                    crime,
                    "{\"type\":\"0\",\"outcomeOn\":\"2026-11-20\",\"reason\":\"A film came in.\"}")
                .errors())
        .as("the sender was told")
        .containsExactly("type:not-what-was-told");
    referrals.told("police.hco", reference);
    referrals.settled("police.hco", reference);
    referrals.moved("police.hco", reference, "{\"move\":\"close\"}");
    assertThat(outcome("police.hco", crime, CHARGED.formatted(1)).status()).isEqualTo(409);
    referrals.moved(
        "police.hco",
        reference,
        "{\"move\":\"reopen\",\"reason\":\"NEW_EVIDENCE\",\"text\":\"A film has come in.\"}");
    assertThat(outcome("police.hco", crime, CHARGED.formatted(1)).errors())
        .containsExactly("suspect:identified-otherwise");
    Answer reopened =
        outcome(
            "police.hco",
            crime,
            "{\"type\":\"0\",\"outcomeOn\":\"2026-11-20\",\"reason\":\"A film came in.\"}");
    assertThat(reopened.status()).as(reopened.body()).isEqualTo(201);
    assertThat(outcome("police.hco", crime, CHARGED.formatted(1)).status()).isEqualTo(201);
    assertThat(told("POLICE_18").errors()).containsExactly("reason:not-of-a-crime");
  }

  @Test
  void anotherClassKeepsWhatCameOfItAndNoDayAfterIt() {
    assertThat(outcome("police.officer", crime, NOBODY).status()).isEqualTo(201);
    String right =
        """
        {"reference":"41/900061/26","reportedOn":"2026-11-18","recordedOn":"%s",
         "offenceClass":"8N","strands":["RAC"],"reason":"It was an assault."}
        """;
    assertThat(corrected(right.formatted("2026-11-20")).errors())
        .containsExactly("recordedOn:after-outcome");
    Answer corrected = corrected(right.formatted("2026-11-18"));
    assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
    assertThat(corrected.text("/items/0/detail/offenceClass")).isEqualTo("8N");
    assertThat(corrected.text("/items/0/detail/outcomes/0/current")).isEqualTo("true");
  }

  @Test
  void ofACrimeRecordedTwiceOneCounts() {
    String other = crime("41/900062/26").text("/items/1/id");
    assertThat(outcome("police.officer", crime, NOBODY).status()).isEqualTo(201);
    assertThat(merge(crime, "{\"into\":\"%s\"}".formatted(crime)).errors())
        .containsExactly("reason:required", "into:itself");
    String into = "{\"into\":\"%s\",\"reason\":\"Two officers recorded it.\"}";
    Answer merged = merge(crime, into.formatted(other));
    assertThat(merged.status()).as(merged.body()).isEqualTo(200);
    assertThat(merged.text("/items/0/detail/merges/0/into")).isEqualTo(other);
    assertThat(outcome("police.officer", crime, NOBODY).errors()).containsExactly("type:merged");
    assertThat(merge(other, into.formatted(crime)).errors())
        .containsExactly("into:unknown", "into:has-merged");
    Answer back = merge(crime, "{\"reason\":\"They are two after all.\"}");
    assertThat(back.status()).as(back.body()).isEqualTo(200);
    assertThat(back.json().at("/items/0/detail/merges").findValuesAsText("reason"))
        .containsExactly("They are two after all.", "Two officers recorded it.");
    assertThat(ledger.operations(reference)).contains("ALTER crime.record police-officer");
  }

  @Test
  void thePageAsksForWhatTheOutcomeNeedsAndShowsTheHistory() {
    String other = crime("41/900062/26").text("/items/1/id");
    Visitor officer = visitors.signedIn("police.officer");
    String page = "/casework/crime-outcome.xhtml?ref=" + reference + "&crime=" + crime;
    String shown = officer.get(page).body();
    assertThat(shown)
        .contains("18. Investigation complete, no suspect identified")
        .doesNotContain("Cannabis", "Fraud", "crime-outcome-details-");
    Answer asked =
        officer.post(
            page,
            form(
                shown,
                "record",
                Map.of(
                    "crime-outcome-suspect",
                    "1",
                    "crime-outcome-type",
                    "13",
                    "crime-outcome-outcomeOn-day",
                    "19",
                    "crime-outcome-outcomeOn-month",
                    "11",
                    "crime-outcome-outcomeOn-year",
                    "2026")));
    assertThat(asked.body())
        .contains("Say who has died or is too ill", "crime-outcome-details-whoCannot");
    Answer kept =
        officer.post(
            page,
            form(
                asked.body(),
                "record",
                Map.of(
                    "crime-outcome-suspect",
                    "1",
                    "crime-outcome-type",
                    "13",
                    "crime-outcome-outcomeOn-day",
                    "19",
                    "crime-outcome-outcomeOn-month",
                    "11",
                    "crime-outcome-outcomeOn-year",
                    "2026",
                    "crime-outcome-details-whoCannot",
                    "The person harmed")));
    assertThat(kept.status()).as(kept.body()).isEqualTo(302);
    assertThat(officer.get("/referral/referral.xhtml?ref=" + reference).body())
        .contains("Suspect 1: 13. The person harmed or a key witness is dead or too ill.");
    String merging = "/casework/merge.xhtml?ref=" + reference + "&crime=" + other;
    String question = officer.get(merging).body();
    assertThat(question).contains("41/900061/26", "It is one of its own");
    assertThat(
            officer
                .post(
                    merging,
                    form(question, "keep", Map.of("merge-into", crime, "merge-reason", "Twice.")))
                .status())
        .isEqualTo(302);
    assertThat(officer.get("/referral/referral.xhtml?ref=" + reference).body())
        .contains("Counts as", "41/900061/26. Twice.");
    assertThat(ledger.operations(reference)).contains("CONSULT casework.read police-officer");
    for (String address : List.of(page, merging)) {
      for (String user : List.of("council.officer", "btp.hco", "police.governance")) {
        assertThat(visitors.signedIn(user).get(address).status()).as(user).isEqualTo(404);
      }
    }
    assertThat(officer.get(page.replace(crime, "x")).status()).isEqualTo(404);
  }

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

  private Answer told(String outcome) {
    return api.move(
        "police.officer",
        reference,
        "{\"move\":\"record-outcome\",\"reason\":\"%s\",\"text\":\"She was told.\"}"
            .formatted(outcome));
  }

  private Answer corrected(String body) {
    return api.post(
        "police.hco",
        crimes() + "/" + crime + "/corrections",
        body,
        "If-Match",
        api.get("police.hco", crimes()).etag());
  }

  private Answer merge(String one, String body) {
    return api.post(
        "police.officer",
        crimes() + "/" + one + "/merges",
        body,
        "If-Match",
        api.get("police.officer", crimes()).etag());
  }

  private Answer outcome(String user, String one, String body) {
    String etag = api.get(user, crimes()).header("ETag").orElse("\"v0\"");
    return api.post(user, address(one), body, "If-Match", etag);
  }

  private Answer crime(String number) {
    String body =
        """
        {"reference":"%s","reportedOn":"2026-11-18","recordedOn":"2026-11-18",
         "offenceClass":"8M","strands":["RAC"]}
        """
            .formatted(number);
    return api.post(
        "police.officer", crimes(), body, "If-Match", api.get("police.officer", crimes()).etag());
  }

  private String address(String one) {
    return crimes() + "/" + one + "/outcomes";
  }

  private String crimes() {
    return "/api/referrals/" + reference + "/crimes";
  }
}
