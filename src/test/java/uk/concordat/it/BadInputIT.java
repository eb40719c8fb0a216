package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input is a problem with a field and a code; good but unusual input is kept as it is. */
@ExtendWith(ApiExtension.class)
class BadInputIT {
  private static final String USER = "council.officer";

  private final Api api;
  private final Referrals referrals;

  BadInputIT(Api api) {
    this.api = api;
    referrals = new Referrals(api);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'strands':['RAC','MARTIAN']}|strands:unknown",
        "{'urgency':'WHENEVER'}|urgency:unknown",
        "{'to':'NOBODY'}|to:unknown",
        "{'to':'WELHAT-COUNCIL'}|to:unknown",
        "{'to':'BOARD'}|to:not-a-pair",
        "{'colour':'red'}|colour:unknown-property",
        "{'incident':{'colour':null}}|incident.colour:unknown-property",
        "{'to':5}|to:wrong-type",
        "{'person':{'known':'true'}}|person.known:wrong-type",
        "{'incident':{'category':'RUDENESS'}}|incident.category:unknown",
        "{'incident':{'postcode':'NOWHERE'}}|incident.postcode:invalid",
        "{'incident':{'occurred':{'fromDate':'2099-01-01'}}}"
            + "|incident.occurred.fromDate:in-the-future",
        "{'incident':{'occurred':{'fromDate':'31/12/2025'}}}|incident.occurred.fromDate:invalid",
        "{'incident':{'occurred':{'fromDate':'2026-03-02','toDate':'2026-03-01'}}}"
            + "|incident.occurred.toDate:before-start",
        "{'incident':{'occurred':{'fromDate':'2026-03-02','fromTime':'12:00',"
            + "'toDate':'2026-03-02','toTime':'11:59'}}}|incident.occurred.toDate:before-start",
        "{'person':{'dateOfBirth':'2099-01-01'}}|person.dateOfBirth:in-the-future",
        "{'person':{'name':'a\\u0000'}}|person.name:invalid-character",
        "{'footing':{'lawfulBasis':'DPA_35_2_B'}}|footing.lawfulBasis:unknown",
        "[]|body:wrong-type",
      })
  void namesTheFieldAndWhatIsWrong(String body, String error) {
    Answer answer = api.post(USER, "/api/referrals", body.replace('\'', '"'));
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid-input");
    assertThat(answer.errors()).containsExactly(error);
  }

  @Test
  void takesNoMegabyteOfText() {
    ObjectNode content = referrals.complete();
    content.withObject("/incident").put("narrative", "a".repeat(1024 * 1024));
    Answer answer = api.post(USER, "/api/referrals", content);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly("incident.narrative:too-long");
    content.withObject("/incident").put("narrative", "a".repeat(3 * 1024 * 1024));
    assertThat(api.post(USER, "/api/referrals", content).status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👩🏽‍🦽👨‍👩‍👧‍👦",
        "مُنى عبد الرحمن",
        "שרה \u202bכהן\u202c",
        "Zoë O’Ńeill-Łukasiewicz",
        "<script>alert(1)</script> ' -- ${7*7} #{7*7}"
      })
  void keepsNamesAsTheyAre(String name) {
    ObjectNode content = referrals.complete();
    content.withObject("/person").put("name", name);
    Answer draft = referrals.draft(USER, content);
    assertThat(api.get(USER, "/api/referrals/" + draft.reference()).text("/person/name"))
        .isEqualTo(name);
    assertThat(api.get(USER, "/api/referrals?reference=" + draft.reference()).items("name"))
        .containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"to\":}", "{\"to\":1,\"to\":2}", "to=HERTS-POLICE", "{} {}"})
  void wantsJson(String body) {
    Answer answer = api.post(USER, "/api/referrals", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("malformed-json");
    assertThat(answer.errors()).containsExactly("body:malformed-json");
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/api/referrals,text/plain,*/*,415,unsupported-media-type",
    "POST,/api/referrals,application/xml,*/*,415,unsupported-media-type",
    "POST,/api/referrals,application/merge-patch+json,*/*,415,unsupported-media-type",
    "POST,/api/referrals,application/json,text/html,406,not-acceptable",
    "PUT,/api/referrals,application/json,*/*,405,method-not-allowed",
    "DELETE,/api/me,application/json,*/*,405,method-not-allowed",
    "POST,/api/nothing,application/json,*/*,404,not-found",
  })
  void saysWhatItDoesNotRead(
      String method, String path, String type, String accept, int status, String code) {
    String body = method.equals("DELETE") ? null : "{}";
    Answer answer =
        api.send(method, path, api.token(USER), body, "Content-Type", type, "Accept", accept);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
  }

  @Test
  void saysEverythingThatIsMissingToSubmit() {
    Answer draft = referrals.draft(USER, referrals.complete().removeAll());
    Answer answer = api.move(USER, draft.reference(), "{\"move\":\"submit\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors())
        .contains("to:required", "strands:required", "person.known:required")
        .contains("incident.category:required", "footing.lawfulBasis:required");
  }

  @Test
  void wantsTheVersionThatIsChanged() {
    Answer draft = referrals.draft();
    String address = "/api/referrals/" + draft.reference();
    Answer missing = api.patch(USER, address, "{\"urgency\":\"HIGH\"}");
    assertThat(missing.status()).isEqualTo(428);
    assertThat(missing.errors()).containsExactly("If-Match:required");
    for (String tag : new String[] {"*", "v1", "W/\"v1\"", "\"v1\", \"v2\""}) {
      Answer malformed = api.patch(USER, address, "{\"urgency\":\"HIGH\"}", "If-Match", tag);
      assertThat(malformed.status()).isEqualTo(400);
      assertThat(malformed.errors()).containsExactly("If-Match:invalid");
    }
    assertThat(
            api.patch(USER, address, "{\"urgency\":\"HIGH\"}", "If-Match", draft.etag()).status())
        .isEqualTo(200);
    for (String tag : new String[] {draft.etag(), "\"v99\"", "\"something-else\""}) {
      Answer stale = api.patch(USER, address, "{\"urgency\":\"URGENT\"}", "If-Match", tag);
      assertThat(stale.status()).isEqualTo(412);
      assertThat(stale.code()).isEqualTo("stale");
      assertThat(stale.errors()).containsExactly("If-Match:stale");
    }
    assertThat(api.get(USER, address).text("/urgency")).isEqualTo("HIGH");
    assertThat(api.post(USER, address + "/moves", "{\"move\":\"submit\"}").status()).isEqualTo(428);
  }

  @Test
  void answersARepeatedCreateWithTheFirst() {
    String key = "it-" + System.nanoTime();
    String body = referrals.complete().toString();
    Answer first = api.post(USER, "/api/referrals", body, "Idempotency-Key", key);
    Answer again = api.post(USER, "/api/referrals", body, "Idempotency-Key", key);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.reference()).isEqualTo(first.reference());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    Answer other = api.post(USER, "/api/referrals", "{}", "Idempotency-Key", key);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("idempotency-key-reused");
    assertThat(other.errors()).containsExactly("Idempotency-Key:reused");
    Answer somebodyElse = api.post("council.lead", "/api/referrals", "{}", "Idempotency-Key", key);
    assertThat(somebodyElse.status()).isEqualTo(201);
    assertThat(somebodyElse.reference()).isNotEqualTo(first.reference());
    Answer tooLong = api.post(USER, "/api/referrals", "{}", "Idempotency-Key", "k".repeat(201));
    assertThat(tooLong.errors()).containsExactly("Idempotency-Key:invalid");
  }
}
