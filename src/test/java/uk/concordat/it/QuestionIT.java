package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A question pauses the decision and is answered by whoever sent it; each sees what is theirs. */
@ExtendWith(ApiExtension.class)
class QuestionIT {
  private static final String ANSWER = "{\"move\":\"answer\",\"text\":\"The shopkeeper saw it.\"}";
  private static final String TOO_LITTLE =
      "{\"move\":\"reject\",\"reason\":\"INSUFFICIENT_INFORMATION\",\"text\":\"Nothing to go by.\","
          + "\"advice\":\"Come back when you know more.\"}";

  private final Api api;
  private final LedgerRows ledger;
  private final Referrals referrals;
  private final DatabaseOwner owner;

  QuestionIT(Api api, LedgerRows ledger, DatabaseOwner owner) {
    this.api = api;
    this.ledger = ledger;
    this.owner = owner;
    referrals = new Referrals(api);
  }

  @Test
  void theClockStandsStillUntilTheSenderHasAnswered() {
    Answer received = referrals.received();
    String reference = received.reference();
    String address = "/api/referrals/" + reference;
    assertThat(api.move("police.hco", reference, TOO_LITTLE).errors())
        .containsExactly("reason:ask-first");
    assertThat(api.move("police.hco", reference, "{\"move\":\"ask\"}").errors())
        .containsExactly("text:required", "dueOn:required");
    assertThat(api.move("council.officer", reference, ask(3)).status()).isEqualTo(409);
    assertThat(api.move("police.officer", reference, ask(3)).status()).isEqualTo(403);
    assertThat(
            api.post("btp.hco", address + "/moves", ask(3), "If-Match", received.etag()).status())
        .isEqualTo(404);
    Answer asked = referrals.moved("police.hco", reference, ask(3));
    assertThat(asked.text("/state")).isEqualTo("INFO_REQUESTED");
    assertThat(asked.text("/due/step")).isEqualTo("ANSWER");
    assertThat(asked.texts("/moves")).doesNotContain("accept", "reject");
    assertThat(told("council.officer", reference)).containsExactly("REFERRAL_QUESTIONED");
    assertThat(told("council2.officer", reference)).isEmpty();

    assertThat(api.move("police.hco", reference, ANSWER).status()).isEqualTo(409);
    Answer atSender = api.get("council.officer", address);
    assertThat(atSender.text("/questions/0/question")).isEqualTo("Who saw it?");
    assertThat(api.move("council.officer", reference, "{\"move\":\"answer\"}").errors())
        .containsExactly("text:required");
    Answer answered = referrals.moved("council.officer", reference, ANSWER);
    assertThat(answered.text("/state")).isEqualTo("RECEIVED");
    assertThat(answered.text("/due/step")).isEqualTo("DECIDE");
    assertThat(answered.text("/due/at"))
        .as("asked and answered on one day")
        .isEqualTo(received.text("/due/at"));
    assertThat(told("police.hco", reference)).contains("REFERRAL_ANSWERED");
    Answer read = api.get("police.hco", address);
    assertThat(read.text("/questions/0/answer")).isEqualTo("The shopkeeper saw it.");
    assertThat(read.text("/questions/0/status")).isEqualTo("ANSWERED");
    assertThat(ledger.operations(reference))
        .contains(
            "DISCLOSE referral.decide hate-crime-officer",
            "DISCLOSE referral.follow council-officer");
    assertThat(referrals.moved("police.hco", reference, TOO_LITTLE).text("/state"))
        .isEqualTo("REJECTED");
    owner.letContentEnd(reference);
    Answer ended = api.get("police.hco", address);
    assertThat(ended.text("/questions/0/question")).isEqualTo("Who saw it?");
    assertThat(ended.body()).doesNotContain("shopkeeper");
  }

  @Test
  void whatIsTakenBackNeedsNoAnswer() {
    String reference = referrals.received().reference();
    referrals.moved("police.hco", reference, ask(28));
    assertThat(api.move("police.hco", reference, ask(3)).status()).isEqualTo(409);
    referrals.moved(
        "council.officer",
        reference,
        "{\"move\":\"withdraw\",\"reason\":\"DECLINED\",\"text\":\"Not wanted any more.\"}");
    assertThat(api.get("police.hco", "/api/referrals/" + reference).text("/questions/0/status"))
        .isEqualTo("DROPPED");
    assertThat(api.move("council.officer", reference, ANSWER).status()).isEqualTo(409);
    assertThat(
            owner.count(
                "info_request where status = 'OPEN' and referral = (select id from referral where reference = '"
                    + reference
                    + "')"))
        .isZero();
  }

  @Test
  void aCentreThatOnlyReportsIsAskedNothing() {
    String reference = referrals.sent("tprc.reporter", "HERTS-POLICE").reference();
    referrals.moved("police.hco", reference, "{\"move\":\"acknowledge\"}");
    Answer refused = api.move("police.hco", reference, ask(3));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("nobody-answers");
    assertThat(ledger.refusals(reference))
        .containsExactly("referral.decide nobody-answers hate-crime-officer");
  }

  private static String ask(int days) {
    return "{\"move\":\"ask\",\"text\":\"Who saw it?\",\"dueOn\":\"%s\"}"
        .formatted(LocalDate.now().plusDays(days));
  }

  private List<String> told(String user, String reference) {
    return StreamSupport.stream(
            api.get(user, "/api/notices").json().get("items").spliterator(), false)
        .filter(notice -> notice.path("reference").asText().equals(reference))
        .map(notice -> notice.get("kind").asText())
        .toList();
  }
}
