package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A crime that was recorded wrongly is corrected, and what it was recorded as stays. */
@ExtendWith(ApiExtension.class)
class CrimeCorrectionIT {
  private static final String RIGHT =
      """
      {"reference":"41/900042/26","reportedOn":"2026-11-18","recordedOn":"2026-11-20",
       "offenceClass":"8N","strands":["RAC","DIS"],"reason":"It was entered for another crime."}
      """;

  private final Api api;
  private final LedgerRows ledger;
  private final Referrals referrals;
  private final Visitors visitors;
  private String reference;
  private String crime;

  CrimeCorrectionIT(Api api, LedgerRows ledger, Visitors visitors) {
    this.api = api;
    this.ledger = ledger;
    this.visitors = visitors;
    referrals = new Referrals(api);
  }

  @BeforeEach
  void recorded() {
    reference = referrals.taken("police.officer");
    crime = record("41/900041/26").text("/items/0/id");
  }

  @Test
  void whatItWasStaysAndTheSenderIsToldTheNewNumber() {
    String before = api.get("council.officer", crimes()).etag();
    Answer corrected = correct("police.officer", RIGHT);
    assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
    assertThat(corrected.text("/items/0/reference")).isEqualTo("41/900042/26");
    assertThat(corrected.text("/items/0/detail/offenceClass")).isEqualTo("8N");
    assertThat(corrected.json().at("/items/0/detail/homeOfficeClass").isMissingNode()).isTrue();
    assertThat(corrected.text("/items/0/detail/versions/0/reference")).isEqualTo("41/900041/26");
    assertThat(corrected.text("/items/0/detail/versions/0/offenceClass")).isEqualTo("8M");
    assertThat(corrected.texts("/items/0/detail/versions/0/strands")).containsExactly("RAC", "REL");
    assertThat(corrected.text("/items/0/detail/versions/0/reason"))
        .isEqualTo("It was entered for another crime.");
    assertThat(corrected.text("/items/0/detail/versions/0/role")).isEqualTo("police-officer");
    assertThat(corrected.json().at("/items/0/detail/strands").toString())
        .as("on religion it was a mistake")
        .containsPattern("REL[^}]*It was entered for another crime.");

    Answer told = api.get("council.officer", crimes());
    assertThat(told.items("reference")).containsExactly("41/900042/26");
    assertThat(told.body()).doesNotContain("41/900041/26", "8N", "another crime");
    assertThat(told.etag()).as("what they see has changed").isNotEqualTo(before);
    assertThat(ledger.operations(reference))
        .containsSubsequence(
            "COLLECT crime.record police-officer",
            "ALTER crime.record police-officer",
            "DISCLOSE crime.record police-officer");
    assertThat(ledger.sealed(reference, "ALTER"))
        .as("with what changed")
        .anySatisfy(entry -> assertThat(entry).contains("crime.record", "\"D5\":"));

    Answer timeline = api.get("police.hco", "/api/referrals/" + reference + "/timeline");
    assertThat(timeline.items("kind")).containsSubsequence("CRIME_CORRECTED", "CRIME");
    assertThat(timeline.text("/items/0/details/text"))
        .isEqualTo("It was entered for another crime.");
    assertThat(timeline.text("/items/0/details/reference")).isEqualTo("41/900042/26");
    assertThat(timeline.json().at("/items/0/details").toString())
        .as("what it was before, where that was something else")
        .contains("\"formerReference\":\"41/900041/26\"", "\"formerOffenceClass\":\"8M\"")
        .contains("\"formerHomeOfficeClass\":\"008/55\"", "\"formerStrands\":\"RAC,REL\"")
        .doesNotContain("formerRecordedOn", "formerReportedOn", "formerOffenceCode");
    Answer senders = api.get("council.officer", "/api/referrals/" + reference + "/timeline");
    assertThat(senders.items("kind")).containsSubsequence("CRIME_CORRECTED", "CRIME");
    assertThat(senders.text("/items/0/details/reference")).isEqualTo("41/900042/26");
    assertThat(senders.text("/items/0/details/recordedOn")).isEqualTo("2026-11-20");
    assertThat(senders.body()).doesNotContain("41/900041/26", "another crime", "former", "8M");
    assertThat(
            visitors.signedIn("police.hco").get("/referral/referral.xhtml?ref=" + reference).body())
        .contains("Before: number 41/900041/26, ", "Home Office class 008/55, hate on Race, ");
  }

  @Test
  void whatTheSenderDoesNotKnowIsNotDisclosed() {
    long disclosed = disclosures();
    Answer corrected =
        correct("police.hco", RIGHT.replace("900042", "900041").replace("11-20", "11-19"));
    assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
    assertThat(disclosures()).as("the day is told").isEqualTo(disclosed + 1);
    assertThat(corrections("council.officer")).isOne();
    Answer again =
        correct(
            "police.hco",
            RIGHT.replace("900042", "900041").replace("11-20", "11-19").replace("8N", "8L"));
    assertThat(again.json().at("/items/0/detail/versions/0/number").asInt()).isEqualTo(2);
    assertThat(disclosures()).as("the offence stays here").isEqualTo(disclosed + 1);
    assertThat(corrections("council.officer")).isOne();
    assertThat(corrections("police.hco")).isEqualTo(2);
  }

  @Test
  void oneCorrectionDoesNotUndoAnother() {
    String etag = api.get("police.officer", crimes()).etag();
    List<Integer> both =
        Stream.of("8N", "8L")
            .map(offence -> crime("41/900041/26", "Wrong.").replace("8M", offence))
            .map(body -> CompletableFuture.supplyAsync(() -> correct(etag, "police.hco", body)))
            .toList()
            .stream()
            .map(correction -> correction.join().status())
            .toList();
    assertThat(both).containsExactlyInAnyOrder(200, 412);
    assertThat(api.get("police.officer", crimes()).json().at("/items/0/detail/versions"))
        .hasSize(1);
  }

  @Test
  void whatIsHateOnNothingAnyMoreCanBeCorrected() {
    for (String strand : List.of("RAC", "REL")) {
      Answer mistaken =
          api.post(
              "police.officer",
              crimes() + "/" + crime + "/strands",
              "{\"strand\":\"" + strand + "\",\"mistake\":\"It was another crime.\"}",
              "If-Match",
              api.get("police.officer", crimes()).etag());
      assertThat(mistaken.status()).as(mistaken.body()).isEqualTo(200);
    }
    String none = RIGHT.replace("\"RAC\",\"DIS\"", "");
    Answer corrected = correct("police.officer", none);
    assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
    assertThat(corrected.text("/items/0/reference")).isEqualTo("41/900042/26");
    assertThat(corrected.json().at("/items/0/detail/versions/0/strands")).isEmpty();
  }

  @Test
  void whatIsWrongIsSaidAtOnce() {
    assertThat(correct("police.officer", "{\"reason\":\" \"}").errors())
        .containsExactly(
            "reference:required",
            "reportedOn:required",
            "recordedOn:required",
            "offenceClass:required",
            "strands:required",
            "reason:required");
    assertThat(correct("police.officer", crime("41/900041/26", "Nothing.")).errors())
        .containsExactly("reason:nothing-changed");
    record("41/900042/26");
    assertThat(correct("police.officer", RIGHT).errors())
        .containsExactly("reference:recorded-already");
    assertThat(api.post("police.officer", correction(crime), RIGHT).status()).isEqualTo(428);
    assertThat(
            api.post("police.officer", correction(crime), RIGHT, "If-Match", "\"v9.9.9\"").status())
        .isEqualTo(412);
    assertThat(api.get("police.officer", crimes()).json().at("/items/0/detail/versions")).isEmpty();
  }

  @Test
  void itIsForWhoeverMayRecordOne() {
    assertThat(correct("council.officer", RIGHT).status()).isEqualTo(403);
    assertThat(correct("btp.hco", RIGHT).status()).isEqualTo(404);
    assertThat(ledger.refused("council.officer")).contains("crime.record role-lacks-action");
    assertThat(ledger.refused("btp.hco")).contains("crime.record not-visible");
    String other = referrals.taken("police.hco");
    String path = "/api/referrals/" + other + "/crimes/" + crime + "/corrections";
    String etag = api.get("police.hco", "/api/referrals/" + other + "/crimes").etag();
    assertThat(api.post("police.hco", path, RIGHT, "If-Match", etag).status())
        .as("of another referral")
        .isEqualTo(404);
    Answer notTheirs = api.post("police.officer", path, RIGHT, "If-Match", etag);
    assertThat(notTheirs.code()).isEqualTo("not-permitted");
    assertThat(ledger.refusals(other)).contains("crime.record not-permitted police-officer");
  }

  @Test
  void whatIsClosedIsCorrectedNoMore() {
    referrals.moved("police.officer", reference, "{\"move\":\"start\"}");
    referrals.moved(
        "police.officer",
        reference,
        "{\"move\":\"record-outcome\",\"reason\":\"POLICE_18\",\"text\":\"Nobody was found.\"}");
    referrals.told("police.officer", reference);
    referrals.settled("police.hco", reference);
    referrals.moved("police.hco", reference, "{\"move\":\"close\"}");
    assertThat(correct("police.hco", RIGHT).status()).isIn(403, 409);
    assertThat(api.get("police.hco", crimes()).items("reference")).containsExactly("41/900041/26");
  }

  @Test
  void thePageIsThereForThemAlone() {
    String page = "/casework/correct.xhtml?ref=" + reference + "&crime=";
    Visitor officer = visitors.signedIn("police.officer");
    assertThat(officer.get(page + crime).body())
        .contains("Correct a crime", "41/900041/26", "value=\"REL\" checked");
    assertThat(officer.get(page + "x").status()).isEqualTo(404);
    assertThat(visitors.signedIn("council.officer").get(page + crime).status()).isEqualTo(404);
    assertThat(visitors.signedIn("btp.hco").get(page + crime).status()).isEqualTo(404);
  }

  private long corrections(String user) {
    return api.get(user, "/api/referrals/" + reference + "/timeline").items("kind").stream()
        .filter("CRIME_CORRECTED"::equals)
        .count();
  }

  private long disclosures() {
    return ledger.operations(reference).stream()
        .filter(one -> one.startsWith("DISCLOSE crime.record"))
        .count();
  }

  private static String crime(String number, String reason) {
    String said = reason == null ? "" : ",\"reason\":\"" + reason + "\"";
    return """
        {"reference":"%s","reportedOn":"2026-11-18","recordedOn":"2026-11-20","offenceClass":"8M",
         "homeOfficeClass":"008/55","strands":["RAC","REL"]%s}
        """
        .formatted(number, said);
  }

  private Answer record(String number) {
    Answer recorded =
        api.post(
            "police.officer",
            crimes(),
            crime(number, null),
            "If-Match",
            api.get("police.officer", crimes()).etag());
    assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);
    return recorded;
  }

  private Answer correct(String user, String body) {
    return correct(api.get(user, crimes()).header("ETag").orElse("\"v0\""), user, body);
  }

  private Answer correct(String etag, String user, String body) {
    return api.post(user, correction(crime), body, "If-Match", etag);
  }

  private String correction(String id) {
    return crimes() + "/" + id + "/corrections";
  }

  private String crimes() {
    return "/api/referrals/" + reference + "/crimes";
  }
}
