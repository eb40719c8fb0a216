package uk.concordat.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Answer;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.LedgerRows;
import uk.concordat.it.Referrals;

/**
 * Story 5, as far as the redirect: somebody is threatened online, and whoever did it lives in
 * another force's area.
 *
 * <p>The rule: what goes on to a third agency is a referral of the redirecting agency's own, on a
 * footing of its own and with the sender's agreement; the sender is told what became of theirs, and
 * the third agency gets what it needs and nothing of where it came from.
 */
@ExtendWith(ApiExtension.class)
class Story05OnlineThreatsIT {
  private static final String REDIRECT =
      "{\"move\":\"redirect\",\"to\":\"BTP\",\"footing\":{\"purpose\":\"PREVENT_DETECT\",\"lawfulBasis\":"
          + "\"DPA_35_2_B\",\"condition\":\"SCH8_1\"},\"senderAgrees\":%s,\"text\":\"Whoever did it"
          + " works on the railway and lives out of our area.\"}";

  private final Api api;
  private final LedgerRows ledger;
  private final Referrals referrals;

  Story05OnlineThreatsIT(Api api, LedgerRows ledger) {
    this.api = api;
    this.ledger = ledger;
    referrals = new Referrals(api);
  }

  @Test
  void threatsFromOutOfTheForceGoOnAndTheSenderIsTold() {
    ObjectNode threats = referrals.complete();
    threats
        .withObject("/incident")
        .put("category", "ONLINE_ABUSE")
        .put("locationType", "ONLINE")
        .put("narrative", "Threats by message every night for a week. (Synthetic)");
    threats.putObject("suspect").put("description", "Says that he drives trains. (Synthetic)");
    String sent = referrals.draft("council.officer", threats).reference();
    referrals.moved("council.officer", sent, "{\"move\":\"submit\"}");
    referrals.moved("police.hco", sent, "{\"move\":\"acknowledge\"}");

    assertThat(api.move("police.hco", sent, REDIRECT.formatted(false)).errors())
        .as("not without the sender's agreement")
        .containsExactly("senderAgrees:required");
    Answer redirected = referrals.moved("police.hco", sent, REDIRECT.formatted(true));
    String onward = redirected.text("/related/0/reference");

    Answer atRailway = api.get("btp.hco", "/api/referrals/" + onward);
    assertThat(atRailway.text("/from")).isEqualTo("HERTS-POLICE");
    assertThat(atRailway.text("/state")).isEqualTo("SUBMITTED");
    assertThat(atRailway.text("/incident/narrative")).startsWith("Threats by message");
    assertThat(atRailway.text("/footing/lawfulBasis")).isEqualTo("DPA_35_2_B");
    assertThat(atRailway.body()).as("where it came from").doesNotContain(sent, "WELHAT-COUNCIL");
    assertThat(api.get("btp.hco", "/api/referrals/" + sent).status()).isEqualTo(404);
    assertThat(api.get("btp.hco", timeline(onward)).body()).doesNotContain(sent, "WELHAT-COUNCIL");

    Answer told = api.get("council.officer", timeline(sent));
    assertThat(told.json().at("/items/0/details/move").asText()).isEqualTo("redirect");
    assertThat(told.json().at("/items/0/details/text").asText()).contains("railway");
    assertThat(told.body()).as("nor is the second the sender's to know").doesNotContain(onward);
    assertThat(ledger.operations(onward)).contains("DISCLOSE referral.submit hate-crime-officer");
  }

  private static String timeline(String reference) {
    return "/api/referrals/" + reference + "/timeline";
  }
}
