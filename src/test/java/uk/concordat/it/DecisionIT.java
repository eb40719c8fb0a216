package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Receiving, accepting and rejecting, and what is refused on the way; the ledger knows it all. */
@ExtendWith(ApiExtension.class)
class DecisionIT {
  private static final String ACCEPT = "{\"move\":\"accept\",\"assignee\":\"police.officer\"}";

  private final Api api;
  private final LedgerRows ledger;
  private final Referrals referrals;
  private final Visitors visitors;

  DecisionIT(Api api, LedgerRows ledger, Visitors visitors) {
    this.api = api;
    this.visitors = visitors;
    this.ledger = ledger;
    referrals = new Referrals(api);
  }

  @Test
  void aRejectionTellsTheSenderWhy() {
    String reference = referrals.received().reference();
    Answer unclear = api.move("police.hco", reference, "{\"move\":\"reject\"}");
    assertThat(unclear.status()).isEqualTo(400);
    assertThat(unclear.errors())
        .containsExactly("reason:required", "text:required", "advice:required");
    Answer unknown =
        api.move(
            "police.hco",
            reference,
            "{\"move\":\"reject\",\"reason\":\"BUSY\",\"text\":\"a\",\"advice\":\"b\"}");
    assertThat(unknown.errors()).containsExactly("reason:unknown");
    Answer rejected =
        referrals.moved(
            "police.hco",
            reference,
            "{\"move\":\"reject\",\"reason\":\"OUT_OF_AREA\",\"text\":\"It was on a train.\","
                + "\"advice\":\"Send it to British Transport Police.\"}");
    assertThat(rejected.text("/state")).isEqualTo("REJECTED");
    assertThat(rejected.json().has("due")).isFalse();
    Answer atSender = api.get("council.officer", "/api/referrals/" + reference);
    assertThat(atSender.text("/history/0/reason")).isEqualTo("OUT_OF_AREA");
    assertThat(atSender.text("/history/0/text")).isEqualTo("It was on a train.");
    assertThat(atSender.text("/history/0/advice")).startsWith("Send it to");
    assertThat(atSender.withheld())
        .contains("D8:WITHHELD", "D7:MASKED")
        .noneMatch(each -> each.matches("(D1|D2|D4|D5|D16):.*"));
  }

  @Test
  void whoDeclaresAConflictIsRefused() {
    Answer draft = referrals.draft();
    conflict(
        api.move("council.officer", draft.reference(), "{\"move\":\"submit\",\"conflict\":true}"));
    Answer sent = referrals.submitted();
    conflict(
        api.move("police.hco", sent.reference(), "{\"move\":\"acknowledge\",\"conflict\":true}"));
    assertThat(api.get("police.hco", "/api/referrals/" + sent.reference()).text("/state"))
        .isEqualTo("SUBMITTED");
    assertThat(ledger.refusals(sent.reference()))
        .containsExactly("referral.acknowledge conflict-declared hate-crime-officer");
  }

  @Test
  void anImpossibleMoveNamesThePossibleOnes() {
    Answer sent = referrals.submitted();
    Answer early = api.move("police.hco", sent.reference(), ACCEPT);
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.code()).isEqualTo("impossible-move");
    assertThat(early.texts("/possible")).containsExactly("acknowledge");
    Answer twice = api.move("council.officer", sent.reference(), "{\"move\":\"submit\"}");
    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.texts("/possible")).containsExactly("withdraw", "amend");
    assertThat(ledger.refusals(sent.reference()))
        .containsExactly(
            "referral.decide impossible-move hate-crime-officer",
            "referral.submit impossible-move council-officer");
  }

  @Test
  void nobodyDecidesOnTheirOwnReferral() {
    String reference = referrals.received().reference();
    Answer own = api.move("council.officer", reference, ACCEPT);
    assertThat(own.status()).isEqualTo(409);
    assertThat(own.texts("/possible")).containsExactly("withdraw", "amend");
    assertThat(ledger.refusals(reference)).hasSize(1);
  }

  @Test
  void aRoleThatNeverDecidesIsToldSoWhereItSeesTheRecord() {
    String reference = referrals.received().reference();
    referrals.moved("police.hco", reference, ACCEPT);
    Answer refused = api.move("police.officer", reference, ACCEPT);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("action-not-allowed");
    assertThat(ledger.refusals(reference))
        .containsExactly("referral.decide role-lacks-action police-officer");
  }

  @Test
  void onlyAColleagueCanLead() {
    String reference = referrals.received().reference();
    for (String stranger : List.of("council.officer", "nobody", "police.admin", "")) {
      Answer answer =
          api.move(
              "police.hco",
              reference,
              "{\"move\":\"accept\",\"assignee\":\"%s\"}".formatted(stranger));
      assertThat(answer.status()).as(stranger).isEqualTo(400);
      assertThat(answer.errors())
          .containsExactly(stranger.isEmpty() ? "assignee:required" : "assignee:unknown");
    }
  }

  @Test
  void ofTwoWhoDecideAtOnceOneIsTold() {
    Answer received = referrals.received();
    String address = "/api/referrals/" + received.reference() + "/moves";
    List<Integer> answers =
        Stream.of("police.hco", "police.lead", "police.hco", "police.lead")
            .map(
                user ->
                    CompletableFuture.supplyAsync(
                        () -> api.post(user, address, ACCEPT, "If-Match", received.etag())))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .map(Answer::status)
            .sorted()
            .toList();
    assertThat(answers).containsOnlyOnce(200).isSubsetOf(200, 409, 412);
  }

  /** The same at the portal: the other one reads a sentence. */
  @Test
  void ofTwoWhoAcceptOnThePageAtOnceOneReadsThatItHasChanged() {
    Answer received = referrals.received();
    String page = "/referral/accept.xhtml?ref=" + received.reference();
    String etag = received.etag();
    Map<String, String> form =
        Map.of(
            "jakarta.faces.ViewState",
            "stateless",
            "form",
            "form",
            "version",
            etag.substring(2, etag.length() - 1),
            "assignee",
            "police.officer",
            "accept",
            "");
    List<Answer> answers =
        Stream.of(visitors.signedIn("police.hco"), visitors.signedIn("police.lead"))
            .map(visitor -> CompletableFuture.supplyAsync(() -> visitor.post(page, form)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted(Comparator.comparing(Answer::status))
            .toList();
    assertThat(answers).extracting(Answer::status).containsExactly(302, 409);
    assertThat(answers.get(1).body()).contains("This has changed since you opened it");
  }

  @Test
  void policeToPoliceAndCouncilToCouncilTravelToo() {
    ObjectNode content = referrals.complete().put("to", "STEVENAGE-COUNCIL");
    String council = referrals.draft("council.officer", content).reference();
    referrals.moved("council.officer", council, "{\"move\":\"submit\"}");
    assertThat(api.get("council2.officer", "/api/referrals/" + council).status()).isEqualTo(200);
    assertThat(api.get("police.hco", "/api/referrals/" + council).status()).isEqualTo(404);
    content = referrals.complete().put("to", "BTP");
    content.withObject("/footing").put("lawfulBasis", "DPA_35_2_B").put("condition", "SCH8_1");
    String police = referrals.draft("police.officer", content).reference();
    referrals.moved("police.officer", police, "{\"move\":\"submit\"}");
    assertThat(referrals.moved("btp.hco", police, "{\"move\":\"acknowledge\"}").text("/type"))
        .isEqualTo("POLICE_TO_POLICE");
  }

  @Test
  void everyRefusalAndEveryOperationIsInTheLedger() {
    Answer draft = referrals.draft();
    String address = "/api/referrals/" + draft.reference();
    int before = ledger.refusals("board-analyst", "role-lacks-action");
    api.get("police.hco", address);
    api.get("board.analyst", "/api/referrals");
    api.post("nhs.practitioner", address + "/moves", ACCEPT);
    referrals.moved("council.officer", draft.reference(), "{\"move\":\"submit\"}");
    assertThat(ledger.refusals("hate-crime-officer", "not-visible")).isPositive();
    assertThat(ledger.refusals("nhs-practitioner", "not-visible")).isPositive();
    assertThat(ledger.refusals("board-analyst", "role-lacks-action")).isEqualTo(before + 1);
    assertThat(ledger.operations(draft.reference()))
        .contains(
            "COLLECT referral.create council-officer",
            "DISCLOSE referral.submit council-officer",
            "CONSULT referral.read council-officer");
  }

  private static void conflict(Answer answer) {
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("conflict-declared");
  }
}
