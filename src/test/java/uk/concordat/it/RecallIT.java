package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.stack.Waiting;

/**
 * Story case 11 of domain.md 8.4: the name of the agency was mistyped and it went to the wrong
 * council. It is recalled, cancelled in error, and the 72 hours of the breach run.
 */
@ExtendWith(ApiExtension.class)
class RecallIT {
  private static final String RECALL =
      "{\"move\":\"recall\",\"reason\":\"WRONG_AGENCY\",\"text\":\"The name of the council was"
          + " mistyped.\"}";
  private static final String CANCEL =
      "{\"cancel\":true,\"text\":\"It was meant for Welwyn Hatfield.\"}";
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Api api;
  private final LedgerRows ledger;
  private final Referrals referrals;
  private final DatabaseOwner owner;

  RecallIT(Api api, LedgerRows ledger, DatabaseOwner owner) {
    this.api = api;
    this.ledger = ledger;
    this.owner = owner;
    referrals = new Referrals(api);
  }

  @Test
  void whatWentToTheWrongCouncilIsRecalledAndCancelledAndTheBreachAnsweredFor() {
    String reference = referrals.sent("police.officer", "STEVENAGE-COUNCIL").reference();
    String path = "/api/referrals/" + reference;
    owner.grant(reference, "btp.hco");
    owner.breakGlass(reference, "nhs.safeguarding");
    for (String sees : List.of("council2.officer", "btp.hco", "nhs.safeguarding")) {
      assertThat(api.get(sees, path).status()).as(sees).isEqualTo(200);
    }

    // whoever sent it does not lead; the lead says why
    assertThat(api.move("police.officer", reference, RECALL).status()).isEqualTo(403);
    assertThat(api.move("council2.officer", reference, RECALL).status()).isEqualTo(409);
    assertThat(api.move("police.lead", reference, "{\"move\":\"recall\"}").errors())
        .containsExactly("reason:required", "text:required");
    Instant before = Instant.now();
    Answer recalled = referrals.moved("police.lead", reference, RECALL);
    assertThat(recalled.json().get("recalled").asBoolean()).isTrue();
    assertThat(recalled.text("/state")).isEqualTo("SUBMITTED");
    assertThat(recalled.text("/history/0/move")).isEqualTo("recall");
    assertThat(recalled.json().get("moves")).as("everything waits").isEmpty();

    // nobody outside sees it any more, by whatever they saw it
    for (String blind : List.of("council2.officer", "btp.hco", "nhs.safeguarding")) {
      assertThat(api.get(blind, path).status()).as(blind).isEqualTo(404);
      assertThat(api.listed(blind)).as(blind).doesNotContain(reference);
    }
    List<String> told = told("council2.officer", reference);
    assertThat(told).containsExactly("REFERRAL_RECALLED");
    assertThat(told("btp.hco", reference)).containsExactly("REFERRAL_RECALLED");
    assertThat(told("police.officer", reference)).doesNotContain("REFERRAL_RECALLED");
    assertThat(told("police.governance", reference)).containsExactly("RECALL_WAITS");
    assertThat(api.move("police.lead", reference, RECALL).status()).isEqualTo(409);

    // governance of the agency that sent it decides, and nobody else finds the question
    String recall = "/api/recalls/" + reference;
    for (String other : List.of("police.lead", "council2.officer")) {
      assertThat(api.get(other, recall).status()).as(other).isEqualTo(403);
    }
    assertThat(api.get("council.governance", recall).status()).isEqualTo(404);
    assertThat(ledger.refused("council.governance")).contains("breach.decide not-visible");
    assertThat(api.get("police.governance", "/api/recalls").items("reference")).contains(reference);
    Answer waits = api.get("police.governance", recall);
    assertThat(waits.text("/reason")).isEqualTo("WRONG_AGENCY");
    assertThat(waits.text("/status")).isEqualTo("OPEN");
    assertThat(waits.body()).as("header and reason only").doesNotContain("headscarf", "Samira");
    Instant due = Instant.parse(waits.text("/reportDue"));
    assertThat(due)
        .isBetween(
            before.plus(72, ChronoUnit.HOURS).minusMillis(1),
            Instant.now().plus(72, ChronoUnit.HOURS));

    assertThat(decides(reference, "{}").errors())
        .containsExactly("cancel:required", "text:required");
    assertThat(api.post("police.governance", recall + "/decision", CANCEL).status()).isEqualTo(428);
    assertThat(reports(reference, "{\"reported\":false,\"text\":\"No.\"}").code())
        .isEqualTo("not-decided");
    String stale = waits.etag();
    Answer cancelled = decides(reference, CANCEL);
    assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
    assertThat(cancelled.text("/state")).isEqualTo("CANCELLED_IN_ERROR");
    assertThat(
            api.post("police.governance", recall + "/decision", CANCEL, "If-Match", stale).status())
        .isEqualTo(412);
    assertThat(decides(reference, CANCEL).code()).isEqualTo("decided-already");
    assertThat(api.get("police.officer", path).text("/state")).isEqualTo("CANCELLED_IN_ERROR");
    assertThat(told("police.officer", reference)).contains("REFERRAL_DECIDED");
    assertThat(api.get("council2.officer", path).status()).isEqualTo(404);
    assertThat(
            owner.count(
                "access_grant g join referral r on r.id = g.record where g.revoked_at is null and r.reference = '"
                    + reference
                    + "'"))
        .as("whatever anybody outside was given has ended")
        .isZero();

    // the clock of the breach: it nears, it passes, it is answered for
    owner.letHoursPassSinceRecall(reference, 49);
    assertThat(within("BREACH_NEAR", reference)).isTrue();
    owner.letHoursPassSinceRecall(reference, 24);
    assertThat(within("BREACH_OVERDUE", reference)).isTrue();
    assertThat(told("police.lead", reference)).doesNotContain("BREACH_OVERDUE");
    LocalDateTime now = LocalDateTime.now(ZoneId.of("Europe/London"));
    String report =
        "{\"reported\":true,\"reportedOn\":\"%s\",\"reportedTime\":\"%s\",\"text\":\"A risk to her.\"%s}";
    String day = now.toLocalDate().toString();
    String time = now.toLocalTime().toString().substring(0, 5);
    assertThat(reports(reference, report.formatted("2026-01-01", time, "")).errors())
        .containsExactly("reportedOn:before-recall");
    assertThat(reports(reference, report.formatted(day, time, "")).errors())
        .containsExactly("delay:required");
    Answer answered =
        reports(reference, report.formatted(day, time, ",\"delay\":\"Nobody was on duty.\""));
    assertThat(answered.status()).as(answered.body()).isEqualTo(200);
    assertThat(answered.json().at("/breach/reported").asBoolean()).isTrue();
    assertThat(reports(reference, report.formatted(day, time, "")).code())
        .isEqualTo("decided-already");
    assertThat(ledger.operations(reference))
        .contains(
            "ALTER referral.recall hate-crime-officer",
            "CONSULT breach.decide information-governance",
            "ALTER breach.decide information-governance");
    assertThat(owner.count("visibility_differences()")).isZero();
  }

  @Test
  void whatWasRecalledWronglyGoesOnAsItWas() {
    Answer received = referrals.received();
    String reference = received.reference();
    String path = "/api/referrals/" + reference;
    referrals.restricted("police.hco", reference); // hides it from their governance, not the recall
    assertThat(api.post("council.lead", path + "/moves", RECALL, "If-Match", "\"v1\"").status())
        .isEqualTo(404);
    // whoever received it cannot keep it so: whoever started it is always named, and recalls it
    assertThat(referrals.moved("council.officer", reference, RECALL).text("/state"))
        .isEqualTo("RECEIVED");
    assertThat(api.get("police.hco", path).status()).isEqualTo(404);
    assertThat(
            api.post(
                    "council.governance",
                    "/api/recalls/" + reference + "/decision",
                    "{\"cancel\":false,\"text\":\"It was right.\"}",
                    "If-Match",
                    api.get("council.governance", "/api/recalls/" + reference).etag())
                .status())
        .isEqualTo(200);
    owner.suspendGovernance("BTP"); // whom other tests hired
    String alone = referrals.sent("btp.hco", "HERTS-POLICE").reference();
    assertThat(api.move("btp.hco", alone, RECALL).code())
        .as("nobody there could end it")
        .isEqualTo("nobody-answers");
    String open = referrals.received().reference();
    owner.breakGlass(open, "nhs.safeguarding");
    Answer recalled = referrals.moved("council.lead", open, RECALL);
    assertThat(recalled.text("/due/step")).isEqualTo("DECIDE");
    assertThat(api.get("police.hco", "/api/referrals/" + open).status()).isEqualTo(404);
    Answer goesOn =
        api.post(
            "council.governance",
            "/api/recalls/" + open + "/decision",
            "{\"cancel\":false,\"text\":\"It was right.\"}",
            "If-Match",
            api.get("council.governance", "/api/recalls/" + open).etag());
    assertThat(goesOn.text("/status")).isEqualTo("REINSTATED");
    Answer back = api.get("police.hco", "/api/referrals/" + open);
    assertThat(back.text("/state")).isEqualTo("RECEIVED");
    assertThat(back.text("/due/at"))
        .as("no working day was lost")
        .isEqualTo(recalled.text("/due/at"));
    assertThat(back.texts("/moves")).contains("accept");
    for (String saw : List.of("police.hco", "nhs.safeguarding")) {
      assertThat(told(saw, open)).as(saw).contains("REFERRAL_REINSTATED");
    }
    assertThat(
            api.send(
                    "PUT",
                    "/api/recalls/" + open + "/breach",
                    api.token("council.governance"),
                    "{\"reported\":false,\"text\":\"It was right.\"}",
                    "Content-Type",
                    "application/json",
                    "If-Match",
                    api.get("council.governance", "/api/recalls/" + open).etag())
                .status())
        .as("each is documented, a breach or not")
        .isEqualTo(200);
    assertThat(api.get("police.hco", path).status()).isEqualTo(200);
    referrals.moved("police.hco", open, "{\"move\":\"accept\",\"assignee\":\"police.hco\"}");
    assertThat(owner.count("visibility_differences()")).isZero();
  }

  @Test
  void whatWentOnIsFoundAndAQuestionWaitsForAsLongAsItStoodStill() {
    String first = referrals.received().reference();
    String child =
        referrals
            .moved(
                "police.hco",
                first,
                "{\"move\":\"redirect\",\"to\":\"BTP\",\"footing\":{\"purpose\":\"PREVENT_DETECT\",\"lawfulBasis\":"
                    + "\"DPA_35_2_B\",\"condition\":\"SCH8_1\"},\"senderAgrees\":true,\"text\":\"A train.\"}")
            .text("/related/0/reference");
    referrals.moved("council.lead", first, RECALL);
    assertThat(told("police.hco", child)).contains("ORIGIN_RECALLED");
    Answer recall = api.get("council.governance", "/api/recalls/" + first);
    assertThat(recall.json().get("wentOn").asBoolean()).isTrue();
    assertThat(recall.body()).doesNotContain("BTP", child);

    String asked = referrals.received().reference();
    String day = LocalDate.now(ZoneId.of("Europe/London")).plusDays(3).toString();
    referrals.moved(
        "police.hco", asked, "{\"move\":\"ask\",\"text\":\"Where?\",\"dueOn\":\"" + day + "\"}");
    referrals.moved("council.lead", asked, RECALL);
    owner.letHoursPassSinceRecall(asked, 48);
    Answer goesOn =
        api.post(
            "council.governance",
            "/api/recalls/" + asked + "/decision",
            "{\"cancel\":false,\"text\":\"It was right.\"}",
            "If-Match",
            api.get("council.governance", "/api/recalls/" + asked).etag());
    assertThat(goesOn.text("/status")).as(goesOn.body()).isEqualTo("REINSTATED");
    assertThat(
            owner.row(
                "select i.due_on from info_request i join referral r on r.id = i.referral where r.reference = ?",
                asked))
        .containsExactly(LocalDate.parse(day).plusDays(2).toString());
  }

  private Answer decides(String reference, String body) {
    String recall = "/api/recalls/" + reference;
    return api.post(
        "police.governance",
        recall + "/decision",
        body,
        "If-Match",
        api.get("police.governance", recall).etag());
  }

  private Answer reports(String reference, String body) {
    String recall = "/api/recalls/" + reference;
    return api.send(
        "PUT",
        recall + "/breach",
        api.token("police.governance"),
        body,
        "Content-Type",
        "application/json",
        "If-Match",
        api.get("police.governance", recall).etag());
  }

  private boolean within(String kind, String reference) {
    return Waiting.until(SOON, () -> told("police.governance", reference).contains(kind));
  }

  private List<String> told(String user, String reference) {
    return StreamSupport.stream(
            api.get(user, "/api/notices").json().get("items").spliterator(), false)
        .filter(notice -> notice.path("reference").asText().equals(reference))
        .map(notice -> notice.get("kind").asText())
        .toList();
  }
}
