package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recording decision on an incident that police hold, under the regime of the day. */
@ExtendWith(ApiExtension.class)
class IncidentRecordingIT {
  private static final String ALL_TESTS =
      "\"NECESSARY\",\"NOT_TRIVIAL\",\"INTENTIONAL_HOSTILITY\",\"EXPRESSION_WEIGHED\"";
  private static final String ENTRIES =
      "select string_agg(verb || ' ' || array_to_string(data_classes, ',') || ' ' ||"
          + " cardinality(subject_ids), ' ' order by at, verb) from ledger_entry where permitted and action ="
          + " 'incident.record' and record_ids @> (select array_agg(id) from incident where reference"
          + " = ?)";

  private final Api api;
  private final DatabaseOwner owner;
  private final LedgerRows ledger;
  private String reference;

  IncidentRecordingIT(Api api, DatabaseOwner owner, LedgerRows ledger) {
    this.api = api;
    this.owner = owner;
    this.ledger = ledger;
  }

  @BeforeEach
  void anIncidentThatPoliceHold() {
    reference = new Incidents(api).logged("tprc.reporter");
  }

  @Test
  void isMadeByThePoliceAndStands() {
    Answer decided = recorded("police.hco", body("NCHI_NO_PERSONAL_DATA", ALL_TESTS, ""));
    assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    assertThat(decided.text("/recordings/0/decision")).isEqualTo("NCHI_NO_PERSONAL_DATA");
    assertThat(decided.text("/recordings/0/regime")).contains("2023");
    assertThat(decided.text("/recordings/0/role")).isEqualTo("hate-crime-officer");
    assertThat(decided.text("/recordings/0/by")).isEqualTo(api.subject("police.hco"));
    assertThat(decided.text("/recordings/0/reviewOn")).isEqualTo(Incidents.REVIEW_ON);
    assertThat(decided.texts("/recordings/0/tests")).hasSize(4);
    Answer read = api.get("police.hco", address());
    assertThat(read.json()).isEqualTo(decided.json());
    assertThat(read.etag()).isEqualTo(decided.etag());
    assertThat(owner.row(ENTRIES, reference)).containsExactly("ALTER D1,D5 1");
  }

  @Test
  void namesASuspectOnlyAsLongAsItMay() {
    String suspect = ",\"suspect\":{\"name\":\"Kieran Farrow\",\"description\":\"Next door\"}";
    Answer refused = recorded("police.hco", body("NCHI_NO_PERSONAL_DATA", ALL_TESTS, suspect));
    assertThat(refused.errors()).containsExactly("suspect:not-permitted");
    refused = recorded("police.hco", body("NCHI_WITH_PERSONAL_DATA", ALL_TESTS, suspect));
    assertThat(refused.errors()).as("without the real risk").containsExactly("tests:not-met");
    assertThat(kept()).isZero();
    Answer named =
        recorded(
            "police.hco", body("NCHI_WITH_PERSONAL_DATA", ALL_TESTS + ",\"REAL_RISK\"", suspect));
    assertThat(named.status()).as(named.body()).isEqualTo(200);
    assertThat(named.text("/suspect/name")).isEqualTo("Kieran Farrow");
    assertThat(kept()).isEqualTo(1);
    Answer kept = recorded("police.hco", body("ASB", "\"NECESSARY\"", ""));
    assertThat(kept.text("/suspect/name"))
        .as("nothing said takes nothing")
        .isEqualTo("Kieran Farrow");
    Answer last = recorded("police.hco", body("NOT_RECORDED", "", ""));
    assertThat(last.json().has("suspect")).isFalse();
    assertThat(last.text("/recordings/0/decision")).isEqualTo("NOT_RECORDED");
    assertThat(last.text("/recordings/2/decision")).isEqualTo("NCHI_WITH_PERSONAL_DATA");
    assertThat(kept()).isZero();
    assertThat(owner.row(ENTRIES, reference))
        .containsExactly("ALTER D1,D5,D6 2 ALTER D1,D5 1 ALTER D1,D5 1 ERASE D6 1");
  }

  @Test
  void aRegimeThatHasEndedOffersNothing() {
    regimeEnds("date '2026-11-01'");
    try {
      Answer refused = recorded("police.hco", body("NCHI_NO_PERSONAL_DATA", ALL_TESTS, ""));
      assertThat(refused.errors()).containsExactly("decision:unknown");
      assertThat(recorded("police.hco", body("ASB", "\"NECESSARY\"", "")).status()).isEqualTo(200);
    } finally {
      regimeEnds("null");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "council.officer,404",
    "btp.hco,404",
    "nhs.safeguarding,404",
    "tprc.reporter,404",
    "police.governance,404"
  })
  void isNobodyElses(String user, int status) {
    int refused = ledger.refused(user).size();
    Answer answer =
        api.post(
            user, address() + "/recordings", body("NOT_RECORDED", "", ""), "If-Match", "\"v1\"");
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(ledger.refused(user).size()).isGreaterThan(refused);
  }

  @Test
  void theCouncilMayReadItsOwnAndStillNotDecide() {
    reference = new Incidents(api).logged("council.officer");
    assertThat(recorded("council.officer", body("NOT_RECORDED", "", "")).status()).isEqualTo(403);
  }

  @Test
  void namesTheVersionThatWasSeen() {
    String etag = api.get("police.hco", address()).etag();
    String body = body("NOT_RECORDED", "", "");
    assertThat(api.post("police.hco", address() + "/recordings", body).status()).isEqualTo(428);
    assertThat(recorded("police.hco", body).status()).isEqualTo(200);
    Answer late = api.post("police.hco", address() + "/recordings", body, "If-Match", etag);
    assertThat(late.status()).isEqualTo(412);
  }

  @ParameterizedTest
  @CsvSource({
    "reviewOn,2026-11-01,reviewOn:not-in-the-future",
    "reviewOn,2036-11-01,reviewOn:too-far",
    "reviewOn,,reviewOn:required",
    "rationale,,rationale:required",
    "decision,,decision:required",
    "decision,NO_SUCH,decision:unknown",
  })
  void saysWhatIsWrong(String field, String value, String error) {
    var json = (ObjectNode) api.json(body("NOT_RECORDED", "", ""));
    json.put(field, value);
    assertThat(recorded("police.hco", json.toString()).errors()).containsExactly(error);
  }

  private Answer recorded(String user, String body) {
    String etag = api.get(user, address()).etag();
    return api.post(user, address() + "/recordings", body, "If-Match", etag);
  }

  private String address() {
    return "/api/incidents/" + reference;
  }

  private long kept() {
    return owner.count(
        "incident_suspect where incident = (select id from incident where reference = '"
            + reference
            + "')");
  }

  private void regimeEnds(String day) {
    owner.row(
        "with ended as (update recording_option set valid_to = "
            + day
            + " where code like ? returning code) select count(*) from ended",
        "NCHI%");
  }

  private static String body(String decision, String tests, String suspect) {
    return """
        {"decision":"%s","tests":[%s],"rationale":"It was considered.","reviewOn":"%s"%s}"""
        .formatted(decision, tests, Incidents.REVIEW_ON, suspect);
  }
}
