package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A draft is changed by merge patches until it is sent. */
@ExtendWith(ApiExtension.class)
class DraftIT {
  private static final String USER = "council.officer";

  private final Api api;
  private final Referrals referrals;

  DraftIT(Api api) {
    this.api = api;
    referrals = new Referrals(api);
  }

  @Test
  void startsEmpty() {
    Answer draft = api.post(USER, "/api/referrals", "{}");
    assertThat(draft.status()).isEqualTo(201);
    assertThat(draft.text("/urgency")).isEqualTo("STANDARD");
    assertThat(draft.json().has("to")).isFalse();
    assertThat(draft.texts("/withheld")).isEmpty();
  }

  @Test
  void replacesClearsAndKeeps() {
    Answer draft = referrals.draft();
    Answer changed =
        api.patch(
            USER,
            "/api/referrals/" + draft.reference(),
            "{\"strands\":[\"DIS\"],\"to\":null,\"incident\":{\"place\":\"Beacon Hill\","
                + "\"postcode\":null,\"occurred\":{\"toDate\":null,\"toTime\":null}},"
                + "\"needs\":null}",
            "If-Match",
            draft.etag());
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.etag()).isNotEqualTo(draft.etag());
    Answer read = api.get(USER, "/api/referrals/" + draft.reference());
    assertThat(read.json()).isEqualTo(changed.json());
    assertThat(read.texts("/strands")).containsExactly("DIS");
    assertThat(read.json().has("to")).isFalse();
    assertThat(read.json().has("type")).isFalse();
    assertThat(read.text("/incident/place")).isEqualTo("Beacon Hill");
    assertThat(read.json().get("incident").has("postcode")).isFalse();
    assertThat(read.json().at("/incident/occurred").has("toDate")).isFalse();
    assertThat(read.text("/incident/occurred/fromDate")).isEqualTo("2026-11-17");
    assertThat(read.json().get("needs")).isEmpty();
    assertThat(read.text("/person/name")).isEqualTo("Samira Rahman");
  }

  @Test
  void isChangedAsPlainJsonToo() {
    Answer draft = referrals.draft();
    Answer changed =
        api.send(
            "PATCH",
            "/api/referrals/" + draft.reference(),
            api.token(USER),
            "{\"urgency\":\"URGENT\"}",
            "Content-Type",
            "application/json",
            "If-Match",
            draft.etag());
    assertThat(changed.text("/urgency")).isEqualTo("URGENT");
  }

  @Test
  void whatIsWrongChangesNothing() {
    Answer draft = referrals.draft();
    String address = "/api/referrals/" + draft.reference();
    Answer wrong =
        api.patch(
            USER,
            address,
            "{\"urgency\":\"HIGH\",\"state\":\"ACCEPTED\"}",
            "If-Match",
            draft.etag());
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.errors()).containsExactly("state:unknown-property");
    assertThat(api.get(USER, address).json()).isEqualTo(draft.json());
  }

  @Test
  void isClosedOnceItIsSent() {
    Answer sent = referrals.submitted();
    String address = "/api/referrals/" + sent.reference();
    Answer answer = api.patch(USER, address, "{\"urgency\":\"HIGH\"}", "If-Match", sent.etag());
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("impossible-move");
    assertThat(api.patch("police.hco", address, "{}", "If-Match", sent.etag()).status())
        .isEqualTo(409);
  }
}
