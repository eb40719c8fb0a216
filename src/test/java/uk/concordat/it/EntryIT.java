package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an entry of the ledger holds: whom it was about, under which agreement, what changed. */
@ExtendWith(ApiExtension.class)
class EntryIT {
  private final Api api;
  private final LedgerRows rows;
  private final Referrals referrals;

  EntryIT(Api api, LedgerRows rows) {
    this.api = api;
    this.rows = rows;
    referrals = new Referrals(api);
  }

  @Test
  void saysOfWhomSomethingWasShown() {
    ObjectNode content = referrals.complete();
    content.withObject("/suspect").put("name", "Kit Farrow");
    String reference = referrals.draft("council.officer", content).reference();
    referrals.moved("council.officer", reference, "{\"move\":\"submit\"}");
    assertThat(api.get("police.hco", "/api/referrals/" + reference).status()).isEqualTo(200);
    assertThat(api.get("police.governance", "/api/referrals/" + reference + "/access").status())
        .isEqualTo(200);
    assertThat(rows.subjects(reference))
        .contains(
            "COLLECT referral.create council-officer HARMED SUSPECT",
            "DISCLOSE referral.submit council-officer HARMED SUSPECT",
            "CONSULT referral.read hate-crime-officer HARMED SUSPECT",
            "CONSULT referral.header information-governance");
  }

  @Test
  void saysItOfEverybodyWhoseNameStoodInAList() {
    referrals.submitted();
    String reference = referrals.submitted().reference();
    Answer page = api.get("police.hco", "/api/referrals?box=inbox&sort=changed&limit=2");
    assertThat(page.body()).contains(reference);
    assertThat(rows.persons("referral.read", reference)).last().isEqualTo("2 2");
  }

  @Test
  void isFoundByPersonInTheTrail() {
    String reference = referrals.received().reference();
    Answer trail =
        api.get(
            "police.governance", "/api/ledger/entries?limit=5&record=" + rows.record(reference));
    assertThat(trail.json().at("/items/0/subjects")).hasSize(1);
  }

  @Test
  void namesTheAgreementAndTheFootingOfADisclosureAndOfWhoeverReadsUnderIt() {
    String reference = referrals.received().reference();
    List<String> footings = rows.footings(reference);
    String disclosed =
        footings.stream().filter(line -> line.startsWith("DISCLOSE")).findFirst().orElseThrow();
    assertThat(disclosed).matches("DISCLOSE \\S+/\\d+ \\S+ \\S+");
    assertThat(footings).contains(disclosed.replace("DISCLOSE", "CONSULT"));
    assertThat(footings).contains("CONSULT", "COLLECT"); // by the sender, who needs none
  }

  @Test
  void keepsDigestsOfWhatChangedAndNothingOfIt() throws IOException {
    Answer draft = referrals.draft();
    String address = "/api/referrals/" + draft.reference();
    api.patch(
        "council.officer",
        address,
        "{\"person\":{\"name\":\"Zainab Quill\"}}",
        "If-Match",
        draft.etag());
    referrals.moved("council.officer", draft.reference(), "{\"move\":\"submit\"}");
    JsonNode altered = sealed(draft.reference(), "ALTER");
    assertThat(altered.at("/digests/D2/old").asText()).hasSize(44);
    assertThat(altered.at("/digests/D2/new").asText())
        .hasSize(44)
        .isNotEqualTo(altered.at("/digests/D2/old").asText());
    assertThat(altered.at("/digests/D5").isMissingNode()).isTrue();
    assertThat(altered.toString()).doesNotContain("Zainab");
    assertThat(sealed(draft.reference(), "COLLECT").at("/digests/D2").has("old")).isFalse();
    assertThat(sealed(draft.reference(), "DISCLOSE").at("/digests/D1").has("old")).isTrue();
  }

  private JsonNode sealed(String reference, String verb) throws IOException {
    return new ObjectMapper().readTree(rows.sealed(reference, verb).get(0));
  }
}
