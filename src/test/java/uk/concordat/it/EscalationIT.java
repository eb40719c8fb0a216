package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.stack.SecondFactor;
import uk.concordat.stack.Waiting;

/**
 * An emergency that governance leaves unreviewed for three working days is told further up, once.
 */
@ExtendWith(ApiExtension.class)
class EscalationIT {
  private final Api api;
  private final StrongTokens tokens;
  private final StaffDirectory directory;
  private final DatabaseOwner owner;
  private final LedgerRows ledger;
  private final Referrals referrals;

  EscalationIT(
      Api api,
      StrongTokens tokens,
      StaffDirectory directory,
      DatabaseOwner owner,
      LedgerRows ledger) {
    this.api = api;
    this.tokens = tokens;
    this.directory = directory;
    this.owner = owner;
    this.ledger = ledger;
    referrals = new Referrals(api);
  }

  @Test
  void isToldTheBoardAndWhoeverManagesThoseWhoShouldHaveReviewedIt() {
    String manager = directory.joins("BTP/hate-crime-unit", "hate-crime-officer");
    String governance = directory.joinsGovernance("BTP");
    api.subject(manager);
    api.subject(governance);
    owner.manages(manager, governance);
    SecondFactor factor = SecondFactor.fresh();
    String officer = directory.joinsWith(factor, "BTP/hate-crime-unit", "hate-crime-officer");
    String reference = referrals.received().reference();
    String glass = referrals.opened(tokens.token(officer, factor), reference).text("/id");
    assertThat(told("board.governance", glass)).isEmpty();
    owner.letTwoWeeksPass(officer);
    for (String reader : List.of("board.governance", manager)) {
      List<JsonNode> told = told(reader, glass);
      assertThat(told).as(reader).hasSize(1);
      assertThat(told.get(0).get("kind").asText()).isEqualTo("GLASS_UNREVIEWED");
      assertThat(told.get(0).get("agency").asText()).isEqualTo("BTP");
      assertThat(told.get(0).has("reference")).as("which record is not said").isFalse();
    }
    api.get(governance, "/api/break-glass/reviews");
    assertThat(told("board.governance", glass)).as("not told again").hasSize(1);
    assertThat(told("council.governance", glass)).as("who reviews it was told at once").hasSize(1);
    assertThat(ledger.noticesOf(glass))
        .filteredOn("BOARD/information-governance"::equals)
        .hasSize(1);
  }

  /** Mail is for those who do not look: nobody needs to read what they are told. */
  @Test
  void isToldThoughNobodyLooks() {
    SecondFactor factor = SecondFactor.fresh();
    String officer = directory.joinsWith(factor, "BTP/hate-crime-unit", "hate-crime-officer");
    String reference = referrals.received().reference();
    String glass = referrals.opened(tokens.token(officer, factor), reference).text("/id");
    owner.letTwoWeeksPass(officer);
    assertThat(
            Waiting.until(
                Duration.ofSeconds(60),
                () -> ledger.noticesOf(glass).contains("BOARD/information-governance")))
        .isTrue();
  }

  @Test
  void isNotToldOfWhatWasReviewed() {
    SecondFactor factor = SecondFactor.fresh();
    String officer = directory.joinsWith(factor, "BTP/hate-crime-unit", "hate-crime-officer");
    String reference = referrals.received().reference();
    String glass = referrals.opened(tokens.token(officer, factor), reference).text("/id");
    Answer reviewed =
        api.post(
            "council.governance",
            "/api/break-glass/" + glass + "/moves",
            "{\"move\":\"review\",\"verdict\":\"JUSTIFIED\",\"text\":\"The log confirms it.\"}");
    assertThat(reviewed.status()).as(reviewed.body()).isEqualTo(200);
    owner.letTwoWeeksPass(officer);
    assertThat(told("board.governance", glass)).isEmpty();
  }

  private List<JsonNode> told(String reader, String glass) {
    Answer notices = api.get(reader, "/api/notices");
    return StreamSupport.stream(notices.json().get("items").spliterator(), false)
        .filter(notice -> notice.get("about").asText().equals(glass))
        .toList();
  }
}
