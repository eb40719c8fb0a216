package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Asking for access: the same answer for every reference, and sight for as long as it was given.
 */
@ExtendWith(ApiExtension.class)
class AccessRequestIT {
  private static final String ASK =
      """
      {"reference":"%s","dataClasses":["D2","D5"],"purpose":"SAFEGUARDING",
       "why":"The person who was harmed lives in a home of ours.","duration":"%s"}
      """;

  private final Api api;
  private final Referrals referrals;

  AccessRequestIT(Api api) {
    this.api = api;
    referrals = new Referrals(api);
  }

  @Test
  void isAnsweredTheSameWhetherTheReferenceNamesARecordOrNot() {
    Answer hidden = ask("btp.hco", referrals.received().reference(), "TODAY");
    Answer unknown = ask("btp.hco", "HCR-2026-999999-" + letter("HCR-2026-999999-"), "TODAY");
    assertThat(hidden.status()).isEqualTo(202).isEqualTo(unknown.status());
    assertThat(shape(hidden)).isEqualTo(shape(unknown));
  }

  @Test
  void givesSightUntilItIsRevoked() {
    String reference = referrals.received().reference();
    String address = "/api/referrals/" + reference;
    Answer asked = ask("council2.officer", reference, "SEVEN_DAYS");
    assertThat(asked.text("/status")).isEqualTo("ASKED");
    assertThat(api.get("council2.officer", address).status()).isEqualTo(404);

    String request = "/api/access-requests/" + asked.text("/id");
    assertThat(api.get("police.hco", request).status()).isEqualTo(404); // not theirs to decide
    assertThat(api.get("council.officer", request).status()).isEqualTo(404); // leads no team
    Answer question = move("council.lead", request, "{\"move\":\"ask\",\"text\":\"Which home?\"}");
    assertThat(question.text("/status")).isEqualTo("QUESTIONED");
    assertThat(
            move("council2.officer", request, "{\"move\":\"answer\",\"text\":\"The one there.\"}")
                .text("/status"))
        .isEqualTo("ASKED");
    Answer approved =
        move(
            "council.lead",
            request,
            "{\"move\":\"approve\",\"dataClasses\":[\"D5\"],\"text\":\"As needed.\"}");
    assertThat(approved.status()).as(approved.body()).isEqualTo(200);

    assertThat(approved.texts("/given")).containsExactly("D1", "D5");
    assertThat(approved.json().has("givenUntil")).isTrue();

    Answer seen = api.get("council2.officer", address);
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.text("/incident/narrative")).isNotEmpty();
    assertThat(seen.json().has("person")).isFalse();
    assertThat(seen.texts("/moves")).isEmpty();
    assertThat(api.listed("council2.officer")).contains(reference);

    assertThat(
            api.post(
                    "council.lead",
                    request + "/moves",
                    "{\"move\":\"revoke\"}",
                    "If-Match",
                    question.etag())
                .status())
        .isEqualTo(412);
    Answer revoked = move("council.lead", request, "{\"move\":\"revoke\"}");
    assertThat(revoked.json().has("endedAt")).isTrue();
    assertThat(move("council.lead", request, "{\"move\":\"revoke\"}").status()).isEqualTo(409);
    assertThat(api.get("council2.officer", address).status()).isEqualTo(404);
    assertThat(api.listed("council2.officer")).doesNotContain(reference);
  }

  @Test
  void aRefusalNeedsAReasonAndIsToldToWhoeverAsked() {
    String reference = referrals.received().reference();
    Answer asked = ask("nhs.safeguarding", reference, "TODAY");
    String request = "/api/access-requests/" + asked.text("/id");
    assertThat(move("council.lead", request, "{\"move\":\"refuse\"}").errors())
        .containsExactly("text:required");
    move("council.lead", request, "{\"move\":\"refuse\",\"text\":\"Not needed for that.\"}");
    Answer told = api.get("nhs.safeguarding", request);
    assertThat(told.text("/status")).isEqualTo("REFUSED");
    assertThat(told.text("/decision")).isEqualTo("Not needed for that.");
    assertThat(move("council.lead", request, "{\"move\":\"approve\"}").code())
        .isEqualTo("decided-already");
  }

  @Test
  void whatCannotBeUsedIsNamed() {
    Answer wrong =
        api.post(
            "btp.hco",
            "/api/access-requests",
            "{\"reference\":\"nonsense\",\"purpose\":\"FUN\",\"duration\":\"EVER\"}");
    assertThat(wrong.errors())
        .containsExactlyInAnyOrder(
            "reference:invalid",
            "dataClasses:required",
            "purpose:unknown",
            "duration:unknown",
            "why:required");
    assertThat(api.post("board.analyst", "/api/access-requests", "{}").status()).isEqualTo(403);
  }

  private Answer ask(String user, String reference, String duration) {
    return api.post(user, "/api/access-requests", ASK.formatted(reference, duration));
  }

  private Answer move(String user, String request, String move) {
    return api.post(user, request + "/moves", move, "If-Match", api.get(user, request).etag());
  }

  private static String letter(String prefix) {
    return uk.concordat.kernel.Reference.of(2026, 999_999).text().substring(prefix.length());
  }

  /** The answer without what differs from request to request. */
  private static String shape(Answer answer) {
    return answer
        .body()
        .replaceAll("HCR-[-0-9A-Z]+", "reference")
        .replaceAll("\"id\":\"[^\"]+\"", "id")
        .replaceAll("\"askedAt\":\"[^\"]+\"", "askedAt");
  }
}
