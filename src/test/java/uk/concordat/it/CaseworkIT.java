package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of a referral besides the decision: taken back, begun, rested, handed on. */
@ExtendWith(ApiExtension.class)
class CaseworkIT {
  private static final String WITHDRAW =
      "{\"move\":\"withdraw\",\"reason\":\"MISTAKEN\",\"text\":\"It was meant for another unit.\"}";
  private static final String START = "{\"move\":\"start\"}";
  private static final String RESUME = "{\"move\":\"resume\"}";

  private final Api api;
  private final LedgerRows ledger;
  private final Referrals referrals;
  private final DatabaseOwner owner;

  CaseworkIT(Api api, LedgerRows ledger, DatabaseOwner owner) {
    this.api = api;
    this.ledger = ledger;
    this.owner = owner;
    referrals = new Referrals(api);
  }

  @Test
  void aDraftIsErasedByItsDrafterAlone() {
    Answer draft = referrals.draft();
    String address = "/api/referrals/" + draft.reference();
    String id = ledger.record(draft.reference());
    assertThat(discard("council.lead", address, draft.etag())).isEqualTo(404);
    assertThat(discard("council.officer", address, "\"v999\"")).isEqualTo(412);
    assertThat(api.send("DELETE", address, api.token("council.officer"), null).status())
        .isEqualTo(428);
    assertThat(discard("council.officer", address, draft.etag())).isEqualTo(204);
    assertThat(api.get("council.officer", address).status()).isEqualTo(404);
    assertThat(api.listed("council.officer")).doesNotContain(draft.reference());
    assertThat(ledger.about("referral", id)).contains("referral.submit council-officer");
    assertThat(owner.count("visibility where record = '" + id + "'")).isZero();

    Answer sent = referrals.submitted();
    assertThat(discard("council.officer", "/api/referrals/" + sent.reference(), sent.etag()))
        .isEqualTo(409);
    assertThat(ledger.refusals(sent.reference()))
        .containsExactly("referral.submit impossible-move council-officer");
  }

  @Test
  void whatIsTakenBackLeavesTheReceiverTheHeader() {
    String reference = referrals.received().reference();
    String address = "/api/referrals/" + reference;
    owner.grant(reference, "police.officer");
    owner.breakGlass(reference, "police.lead");
    assertThat(api.move("council.officer", reference, "{\"move\":\"withdraw\"}").errors())
        .containsExactly("reason:required", "text:required");
    assertThat(api.move("police.hco", reference, WITHDRAW).status()).isEqualTo(409);
    Answer withdrawn = referrals.moved("council.lead", reference, WITHDRAW);
    assertThat(withdrawn.text("/state")).isEqualTo("WITHDRAWN");
    assertThat(withdrawn.json().has("due")).isFalse();
    assertThat(withdrawn.texts("/moves")).containsExactly("recall");
    for (String receiver : List.of("police.hco", "police.officer", "police.lead")) {
      Answer header = api.get(receiver, address);
      assertThat(header.text("/history/0/text")).isEqualTo("It was meant for another unit.");
      assertThat(header.json().has("incident") || header.json().has("person")).isFalse();
    }
    assertThat(told("police.hco", reference)).containsExactly("REFERRAL_WITHDRAWN");
    assertThat(told("btp.hco", reference)).isEmpty();
    assertThat(api.get("council.officer", address).json().has("incident")).isTrue();
    assertThat(ledger.operations(reference)).contains("DISCLOSE referral.follow council-officer");
    assertThat(ledger.refusals(reference))
        .containsExactly("referral.follow impossible-move hate-crime-officer");
    assertThat(owner.count("visibility_differences()")).isZero();
  }

  @Test
  void theWorkIsBegunRestedAndTakenUpAgainByWhomItConcerns() {
    String reference = accepted();
    assertThat(api.move("council.officer", reference, WITHDRAW).status()).isEqualTo(409);
    assertThat(api.move("police.hco", reference, START).texts("/possible"))
        .containsExactly("assign");
    Answer begun = referrals.moved("police.officer", reference, START);
    assertThat(begun.text("/due/step")).as("nobody was told yet").isEqualTo("FIRST_CONTACT");
    String due = begun.text("/due/at");
    assertThat(api.move("police.officer", reference, hold(LocalDate.now().plusDays(29))).errors())
        .containsExactly("reviewOn:too-late");
    assertThat(api.move("police.officer", reference, hold(LocalDate.now().minusDays(1))).errors())
        .containsExactly("reviewOn:not-in-the-future");
    assertThat(api.move("police.officer", reference, "{\"move\":\"hold\"}").errors())
        .containsExactly("reason:required", "text:required", "reviewOn:required");
    LocalDate review = LocalDate.now().plusDays(14);
    Answer rests = referrals.moved("police.hco", reference, hold(review));
    assertThat(rests.text("/due/step")).isEqualTo("REVIEW");
    assertThat(rests.text("/due/at")).startsWith(review.toString());
    assertThat(api.move("police.officer", reference, START).texts("/possible"))
        .containsExactly("resume");
    Answer goesOn = referrals.moved("police.officer", reference, RESUME);
    assertThat(goesOn.text("/due/step")).isEqualTo("FIRST_CONTACT");
    assertThat(goesOn.text("/due/at")).as("rested and resumed on one day").isEqualTo(due);
    assertThat(api.get("council.officer", "/api/referrals/" + reference).text("/state"))
        .isEqualTo("IN_PROGRESS");
    assertThat(ledger.operations(reference))
        .contains(
            "ALTER referral.work police-officer", "DISCLOSE referral.assign hate-crime-officer");
  }

  @Test
  void whoeverIsGivenItIsToldAndSoIsWhoeverHadIt() {
    String reference = accepted();
    assertThat(told("police.officer", reference)).containsExactly("REFERRAL_GIVEN");
    assertThat(api.move("police.officer", reference, assign("police.lead")).status())
        .isEqualTo(403);
    assertThat(api.move("police.hco", reference, assign("police.officer")).errors())
        .containsExactly("assignee:has-it");
    assertThat(api.move("police.hco", reference, assign("council.officer")).errors())
        .containsExactly("assignee:unknown");
    String moves = "/api/referrals/" + reference + "/moves";
    assertThat(
            api.post("police.hco", moves, assign("police.lead"), "If-Match", "\"v999\"").status())
        .isEqualTo(412);
    assertThat(ledger.refusals(reference)).contains("referral.assign stale hate-crime-officer");
    Answer given = referrals.moved("police.hco", reference, assign("police.lead"));
    assertThat(given.text("/state")).isEqualTo("ACCEPTED");
    assertThat(told("police.lead", reference)).containsExactly("REFERRAL_GIVEN");
    assertThat(told("police.officer", reference)).doesNotContain("REFERRAL_GIVEN_AWAY");
    assertThat(told("police.officer", ""))
        .as("without its reference")
        .contains("REFERRAL_GIVEN_AWAY");
    assertThat(api.move("police.officer", reference, START).status()).isEqualTo(409);
    referrals.moved("police.lead", reference, START);
    String live = "referral_assignment join referral r on r.id = referral where r.reference = '%s'";
    assertThat(owner.count(live.formatted(reference))).isEqualTo(2);
    assertThat(owner.count(live.formatted(reference) + " and ended_at is null")).isOne();
  }

  private String accepted() {
    String reference = referrals.received().reference();
    referrals.moved(
        "police.hco", reference, "{\"move\":\"accept\",\"assignee\":\"police.officer\"}");
    return reference;
  }

  private int discard(String user, String address, String etag) {
    return api.send("DELETE", address, api.token(user), null, "If-Match", etag).status();
  }

  private static String hold(LocalDate day) {
    return "{\"move\":\"hold\",\"reason\":\"OTHER\",\"text\":\"We wait.\",\"reviewOn\":\"%s\"}"
        .formatted(day);
  }

  private static String assign(String username) {
    return "{\"move\":\"assign\",\"assignee\":\"%s\"}".formatted(username);
  }

  private List<String> told(String user, String reference) {
    return StreamSupport.stream(
            api.get(user, "/api/notices").json().get("items").spliterator(), false)
        .filter(notice -> notice.path("reference").asText().equals(reference))
        .map(notice -> notice.get("kind").asText())
        .toList();
  }
}
