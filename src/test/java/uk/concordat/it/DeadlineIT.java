package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.stack.Waiting;

/** Time passes by itself: questions and drafts do not wait for ever, and whoever leads is told. */
@ExtendWith(ApiExtension.class)
class DeadlineIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Api api;
  private final LedgerRows ledger;
  private final Referrals referrals;
  private final DatabaseOwner owner;

  DeadlineIT(Api api, LedgerRows ledger, DatabaseOwner owner) {
    this.api = api;
    this.ledger = ledger;
    this.owner = owner;
    referrals = new Referrals(api);
  }

  @Test
  void whatIsLateGoesOnOrIsToldOrIsErased() {
    Answer received = referrals.received();
    String question = received.reference();
    referrals.moved(
        "police.hco",
        question,
        "{\"move\":\"ask\",\"text\":\"Who saw it?\",\"dueOn\":\"%s\"}"
            .formatted(LocalDate.now().plusDays(2)));
    String late = referrals.submitted().reference();
    String draft = referrals.draft().reference();
    String id = ledger.record(draft);
    String hidden = referrals.received().reference();
    referrals.restricted("police.hco", hidden);
    owner.letTimeRunOut(hidden);
    owner.letTimeRunOut(question);
    owner.letTimeRunOut(late);
    owner.letThirtyDaysPass(draft);

    assertThat(within(() -> state(question).equals("RECEIVED"))).as("timed out").isTrue();
    Answer goesOn = api.get("police.hco", "/api/referrals/" + question);
    assertThat(goesOn.text("/history/0/move")).isEqualTo("time-out");
    assertThat(goesOn.text("/history/0/role")).isEqualTo("system");
    assertThat(goesOn.text("/questions/0/status")).isEqualTo("EXPIRED");
    assertThat(goesOn.text("/due/step")).isEqualTo("DECIDE");
    assertThat(goesOn.text("/due/at")).isEqualTo(received.text("/due/at"));
    assertThat(goesOn.texts("/moves")).contains("ask", "accept", "reject");
    assertThat(ledger.operations(question)).contains("ALTER referral.clock system");
    assertThat(told("police.lead", question)).containsOnlyOnce("REFERRAL_OVERDUE");
    assertThat(told("council.lead", question)).containsOnlyOnce("REFERRAL_OVERDUE");

    assertThat(within(() -> !told("police.lead", late).isEmpty())).as("told").isTrue();
    assertThat(within(() -> api.get("council.officer", "/api/referrals/" + draft).status() == 404))
        .as("erased")
        .isTrue();
    assertThat(ledger.about("referral", id)).contains("referral.clock system");
    assertThat(told("police.lead", late)).as("not told again").containsExactly("REFERRAL_OVERDUE");
    assertThat(within(() -> !told("police.hco", hidden).isEmpty())).as("the named").isTrue();
    assertThat(told("police.lead", hidden)).as("not whoever it does not name").isEmpty();
    assertThat(told("police.hco", late)).isEmpty();
    assertThat(told("council.lead", late)).isEmpty();
    assertThat(state(late)).as("never decided by the clock").isEqualTo("SUBMITTED");
    assertThat(owner.count("visibility_differences()")).isZero();
  }

  @Test
  void nobodyMovesWhatOnlyTimeMoves() {
    String reference = referrals.received().reference();
    Answer answer = api.move("police.hco", reference, "{\"move\":\"time-out\"}");
    assertThat(answer.errors()).containsExactly("move:unknown");
  }

  private static boolean within(BooleanSupplier condition) {
    return Waiting.until(SOON, condition);
  }

  private String state(String reference) {
    return api.get("police.hco", "/api/referrals/" + reference).text("/state");
  }

  private List<String> told(String user, String reference) {
    return StreamSupport.stream(
            api.get(user, "/api/notices").json().get("items").spliterator(), false)
        .filter(notice -> notice.path("reference").asText().equals(reference))
        .map(notice -> notice.get("kind").asText())
        .toList();
  }
}
