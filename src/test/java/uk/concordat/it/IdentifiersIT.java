package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every identifier of the synthetic ranges (domain.md 8.1) is taken; everything else is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(ApiExtension.class)
class IdentifiersIT {
  private static final String NURSE = "nhs.practitioner";
  private static final String COUNCIL = "council.officer";

  private final Api api;
  private final StaffDirectory directory;
  private final Incidents incidents;
  private String draft;
  private String asker;

  IdentifiersIT(Api api, StaffDirectory directory) {
    this.api = api;
    this.directory = directory;
    incidents = new Incidents(api);
  }

  @BeforeAll
  void begin() {
    draft = "/api/referrals/" + api.post(NURSE, "/api/referrals", "{}").reference();
    asker = directory.joins("STEVENAGE-COUNCIL/community-safety", "council-officer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9990071209", "9990102392", "9990133581", "9990164770", "9990227152", "9990258341",
        "9990289530", "9990320721", "9990351910", "9990383103", "9990414297", "9990445486",
        "9990476675", "9990507864", "9990539057", "9990570248", "9990601437", "9990632626",
        "9990663815", "9990695008", "999 007 1209", "999-007-1209"
      })
  void nhsNumbers(String given) {
    Answer kept = patched("{\"clinical\":{\"nhsNumber\":\"%s\"}}", given);
    assertThat(kept.status()).as(kept.body()).isEqualTo(200);
    assertThat(kept.text("/clinical/nhsNumber")).isEqualTo(given.replaceAll("[ -]", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9990071208",
        "9990000000",
        "1111111111",
        "999007120",
        "99900712090",
        "999007120X",
        "٩٩٩٠٠٧١٢٠٩"
      })
  void noNhsNumbers(String given) {
    Answer refused = patched("{\"clinical\":{\"nhsNumber\":\"%s\"}}", given);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errors()).containsExactly("clinical.nhsNumber:invalid-nhs-number");
  }

  @ParameterizedTest
  @CsvSource({
    "AL99 9ZZ,AL99 9ZZ",
    "SG99 9ZZ,SG99 9ZZ",
    "WD99 9ZZ,WD99 9ZZ",
    "HP99 9ZZ,HP99 9ZZ",
    "EN99 9ZZ,EN99 9ZZ",
    "cm999zz,CM99 9ZZ",
    "ZZ99 3VZ,ZZ99 3VZ",
    "ZZ99 3WZ,ZZ99 3WZ"
  })
  void postcodes(String given, String kept) {
    ObjectNode content = incidents.complete();
    content.withObject("/place").put("postcode", given);
    String incident = incidents.logged(COUNCIL, content);
    assertThat(api.get(COUNCIL, "/api/incidents/" + incident).text("/place/postcode"))
        .isEqualTo(kept);
    assertThat(patched("{\"incident\":{\"postcode\":\"%s\"}}", given).text("/incident/postcode"))
        .isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "QA9 9AA",
        "VA9 9AA",
        "XA9 9AA",
        "AI9 9AA",
        "AJ9 9AA",
        "AZ9 9AA",
        "AA9 9CA",
        "AA9 9VA",
        "AL99",
        "AL99 9Z",
        "AL999 9ZZ",
        "ZZ99 3XZ",
        "NOWHERE",
        "99 9ZZ"
      })
  void noPostcodes(String given) {
    ObjectNode content = incidents.complete();
    content.withObject("/place").put("postcode", given);
    isRefused(api.post(COUNCIL, "/api/incidents", content), "place.postcode:invalid");
    isRefused(patched("{\"incident\":{\"postcode\":\"%s\"}}", given), "incident.postcode:invalid");
  }

  @ParameterizedTest
  @CsvSource({"100000000001,100000000001", "100000000999,100000000999", "000000000007,7"})
  void uprns(String given, String kept) {
    ObjectNode content = incidents.complete();
    content.withObject("/place").put("uprn", given);
    String incident = incidents.logged(COUNCIL, content);
    assertThat(api.get(COUNCIL, "/api/incidents/" + incident).text("/place/uprn")).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1000000000001", "-1", "1.5", "10000A", "١٢٣"})
  void noUprns(String given) {
    ObjectNode content = incidents.complete();
    content.withObject("/place").put("uprn", given);
    isRefused(api.post(COUNCIL, "/api/incidents", content), "place.uprn:invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01632 960000",
        "01632 960999",
        "020 7946 0000",
        "020 7946 0999",
        "07700 900000",
        "07700 900999",
        "0808 157 0000",
        "0808 157 0999",
        "samira@council.example",
        "s.o'neill+work@nhs.example",
        "pc9001@police.example",
        "team@cps.example"
      })
  void waysOfContact(String given) {
    Answer kept = patched("{\"needs\":{\"contactDetail\":\"%s\"}}", given);
    assertThat(kept.status()).as(kept.body()).isEqualTo(200);
    assertThat(kept.text("/needs/contactDetail")).isEqualTo(given);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HCR-2026-000001-P", "HCR-2026-000002-N", "HCR-2026-000137-A", "HCR-2026-001042-I",
        "HCR-26-000001-N", "HCR-2026-1-N", "HCR-2026-000001", "HCX-2026-000001-N",
        "HCI-2026-000001-P", "41ZZ0000126"
      })
  void noReferences(String given) {
    assertThat(api.get(COUNCIL, "/api/referrals/" + given).status()).isEqualTo(404);
    assertThat(api.get(COUNCIL, "/api/incidents/" + given).status()).isEqualTo(404);
    isRefused(asked(given), "reference:invalid");
  }

  /** A reference of the right shape that names nothing of the caller's is just not found. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HCR-2026-000001-N",
        "HCR-2026-000002-P",
        "HCR-2026-000137-L",
        "HCR-2026-001042-V"
      })
  void references(String given) {
    assertThat(api.get("cps.reviewer", "/api/referrals/" + given).status()).isEqualTo(404);
    assertThat(asked(given).errors()).doesNotContain("reference:invalid");
  }

  private Answer asked(String given) {
    return api.post(
        asker,
        "/api/access-requests",
        """
        {"reference":"%s","dataClasses":["D2"],"purpose":"SAFEGUARDING","why":"They live here.","duration":"TODAY"}"""
            .formatted(given));
  }

  private Answer patched(String body, String given) {
    return api.patch(
        NURSE, draft, api.json(body.formatted(given)), "If-Match", api.get(NURSE, draft).etag());
  }

  private static void isRefused(Answer refused, String error) {
    assertThat(refused.status()).as(refused.body()).isEqualTo(400);
    assertThat(refused.errors()).containsExactly(error);
  }
}
