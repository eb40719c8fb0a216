package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Linked series: the system proposes within what the caller sees, a person decides. */
@ExtendWith(ApiExtension.class)
class IncidentSeriesIT {
  /** Yesterday's may be behind what else its readers were told today. */
  private static final String MATCHES = "notice where kind = 'INCIDENTS_MATCH'";

  private static final String ENTRIES =
      "select string_agg(verb || ' ' || cardinality(record_ids) || ' ' ||"
          + " array_to_string(data_classes, ','), ' ' order by at) from ledger_entry where permitted"
          + " and action = 'incident.link' and verb <> 'CONSULT' and record_ids @> (select"
          + " array_agg(id) from incident where reference = ?)";

  private static final String SHOWN =
      "select array_to_string(data_classes, ',') || ' ' || cardinality(record_ids) from ledger_entry"
          + " where permitted and action = 'incident.link' and verb = 'CONSULT' and record_ids @>"
          + " (select array_agg(id) from incident where reference = ?) order by at desc limit 1";

  private final Api api;
  private final Incidents incidents;
  private final DatabaseOwner owner;
  private final LedgerRows ledger;

  /** Of this test alone. */
  private final String name = "Naomi " + UUID.randomUUID();

  private final String street = "7 " + UUID.randomUUID();

  IncidentSeriesIT(Api api, DatabaseOwner owner, LedgerRows ledger) {
    this.api = api;
    this.owner = owner;
    this.ledger = ledger;
    incidents = new Incidents(api);
  }

  @Test
  void storyThreeBecomesASeriesWithARepeatFlag() {
    String first = logged("council.officer", name);
    String second = logged("council.lead", "  " + name.toUpperCase() + " ");
    String third = logged("council.officer", name);
    assertThat(proposals("council.officer", third))
        .containsExactly(second + " PLACE", first + " PLACE");
    Answer decided = decide("council.officer", second, first, true);
    assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    assertThat(decided.texts("/members")).containsExactly(first);
    assertThat(decided.text("/decisions/0/reason")).isEqualTo("It is the same family.");
    assertThat(repeat(first)).as("the first of them").isFalse();
    assertThat(repeat(second)).isTrue();
    assertThat(
            api.get("council.officer", "/api/incidents/" + second).json().get("repeat").asBoolean())
        .as("what was reported stays")
        .isFalse();
    decide("council.lead", third, second, true);
    assertThat(series("council.officer", first).texts("/members")).containsExactly(second, third);
    assertThat(proposals("council.officer", third)).containsExactly(first + " PLACE");
    assertThat(owner.row(ENTRIES, first)).containsExactly("COMBINE 2 D5");
    assertThat(owner.row(SHOWN, first))
        .as("a series tells of all it names")
        .containsExactly("D1,D5 3");
  }

  @Test
  void whatIsDismissedIsProposedNoMore() {
    String first = logged("council.officer", name);
    String second = logged("council.officer", name);
    Answer dismissed = decide("council.officer", first, second, false);
    assertThat(dismissed.texts("/members")).isEmpty();
    assertThat(proposals("council.officer", first)).isEmpty();
    assertThat(proposals("council.officer", second)).isEmpty();
    assertThat(repeat(second)).isFalse();
    assertThat(owner.row(ENTRIES, first)).containsExactly("ALTER 2 D5");
    String seen = series("council.officer", first).etag();
    assertThat(decide("council.officer", first, second, true).texts("/members"))
        .as("the last decision stands")
        .containsExactly(second);
    assertThat(repeat(second)).isTrue();
    Answer late = api.post("council.lead", path(second), body(first, false), "If-Match", seen);
    assertThat(late.status()).as(late.body()).isEqualTo(412);
    assertThat(api.post("council.lead", path(second), body(first, false)).status()).isEqualTo(428);
    Answer third = decide("council.lead", second, first, false);
    assertThat(repeat(second)).as("nothing but a link made it one").isFalse();
    assertThat(third.json().at("/decisions/0/standing").asBoolean()).isTrue();
    assertThat(third.json().at("/decisions/1/standing").asBoolean()).isFalse();
  }

  @Test
  void thePlaceAloneIsEnoughToPropose() {
    List<String> references = new ArrayList<>();
    for (String typed : List.of(street, street.toUpperCase() + " ")) {
      ObjectNode content = nobody();
      content.withObject("/place").put("address", typed).put("postcode", "AL99 9ZZ");
      references.add(incidents.logged("council.officer", content));
    }
    assertThat(proposals("council.officer", references.get(1)))
        .containsExactly(references.get(0) + " PLACE");
  }

  @Test
  void anotherDateOfBirthIsAnotherPerson() {
    ObjectNode one = elsewhere(name);
    incidents.logged("police.hco", one);
    one.withObject("/person").put("dateOfBirth", "1994-05-09");
    assertThat(proposals("police.hco", incidents.logged("police.hco", one))).isEmpty();
  }

  @Test
  void theSamePersonIsForWhoeverLinksPersons() {
    String first = incidents.logged("council.officer", elsewhere(name));
    String second = incidents.logged("council.officer", elsewhere(name));
    assertThat(proposals("council.officer", second)).isEmpty();
    int refused = ledger.refused("council.officer").size();
    ObjectNode person = body(first, true).put("ground", "PERSON");
    assertThat(decide("council.officer", second, person).errors())
        .containsExactly("other:not-proposed");
    assertThat(ledger.refused("council.officer")).hasSize(refused + 1);
    first = incidents.logged("police.hco", elsewhere(name));
    second = incidents.logged("police.hco", elsewhere(name));
    assertThat(proposals("police.hco", second)).containsExactly(first + " PERSON");
    assertThat(decide("police.hco", second, body(first, true).put("ground", "PERSON")).status())
        .isEqualTo(200);
    assertThat(owner.row(ENTRIES, first)).containsExactly("COMBINE 2 D2,D5");
    assertThat(owner.row(SHOWN, first)).containsExactly("D1,D2,D5 2");
  }

  @Test
  void aReportWithoutANameIsLinkedByASupervisorOnly() {
    String first = incidents.logged("tprc.reporter", nobody());
    String second = incidents.logged("tprc.reporter", nobody());
    for (String each : List.of(first, second)) {
      owner.row(
          "with given as (update incident set team = 'response' where reference = ? returning id)"
              + " select count(*) from given",
          each);
    }
    assertThat(api.get("police.officer", "/api/incidents/" + first).status()).isEqualTo(200);
    assertThat(proposals("police.officer", second)).isEmpty();
    assertThat(decide("police.officer", second, first, true).errors())
        .containsExactly("other:not-proposed");
    assertThat(proposals("police.hco", second)).containsExactly(first + " PLACE");
    assertThat(decide("police.hco", second, first, true).status()).isEqualTo(200);
    assertThat(owner.row(ENTRIES, first)).containsExactly("COMBINE 2 D5");
  }

  @Test
  void acrossAgenciesOnlyTheForceIsToldAndNothingOfIt() {
    forgetWhatWasTold();
    String first = logged("council.officer", name);
    assertThat(told("police.hco")).isZero();
    String second = logged("council2.officer", name);
    assertThat(told("police.hco")).isEqualTo(1);
    logged("council2.officer", name);
    assertThat(told("police.hco")).as("while nobody has opened it").isEqualTo(1);
    owner.row(
        "with seen as (insert into notice_seen (notice, subject) select id, gen_random_uuid() from"
            + " notice where kind = ? returning 1) select count(*) from seen",
        "INCIDENTS_MATCH");
    logged("council2.officer", name);
    assertThat(told("police.hco")).as("once a day: a guess that is logged is no bait").isEqualTo(1);
    long once = owner.count(MATCHES);
    owner.row(
        "with past as (update notice set at = at - interval '1 day' where kind = ? returning 1)"
            + " select count(*) from past",
        "INCIDENTS_MATCH");
    String last = logged("council2.officer", name);
    assertThat(told("police.hco")).as("of today").isPositive();
    assertThat(owner.count(MATCHES)).as("and yesterday").isEqualTo(2 * once);
    logged("police.hco", name);
    assertThat(owner.count(MATCHES)).as("it would ask what others hold").isEqualTo(2 * once);
    for (String user :
        List.of("btp.hco", "police.officer", "council.officer", "council2.officer")) {
      assertThat(told(user)).as(user).isZero();
    }
    JsonNode notice = notices("police.hco").get(0);
    assertThat(notice.toString()).doesNotContain(first, second, name);
    assertThat(notice.has("reference") || notice.has("about")).isFalse();
    assertThat(notice.get("agency").asText()).isEqualTo("STEVENAGE-COUNCIL");
    assertThat(proposals("council2.officer", second))
        .doesNotContain(first + " PLACE")
        .contains(last + " PLACE")
        .hasSize(3);
    assertThat(proposals("council.officer", first)).isEmpty();
    assertThat(api.get("police.hco", "/api/incidents/" + first).status()).isEqualTo(404);
  }

  @Test
  void aNameWithoutADateOfBirthTellsNobody() {
    forgetWhatWasTold();
    for (String user : List.of("council.officer", "council2.officer")) {
      ObjectNode content = elsewhere(name);
      content.withObject("/person").remove("dateOfBirth");
      incidents.logged(user, content);
    }
    assertThat(told("police.hco")).isZero();
  }

  /** The others of the run log the same example over and over. */
  private void forgetWhatWasTold() {
    owner.row(
        "with told as (delete from notice where kind = ? returning id) select count(*) from told",
        "INCIDENTS_MATCH");
  }

  @Test
  void aPractitionerIsProposedTheirOwnOnly() {
    String own = logged("nhs.practitioner", name);
    String lead = logged("nhs.safeguarding", name);
    assertThat(proposals("nhs.practitioner", own)).isEmpty();
    assertThat(proposals("nhs.safeguarding", lead)).containsExactly(own + " PLACE");
    assertThat(decide("nhs.practitioner", own, lead, true).errors())
        .containsExactly("other:not-proposed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"council2.officer", "police.hco", "cps.prosecutor", "tprc.reporter"})
  void toOthersThereIsNothing(String user) {
    String first = logged("council.officer", name);
    String second = logged("council.officer", name);
    int refused = ledger.refused(user).size();
    assertThat(series(user, first).status()).isIn(403, 404);
    assertThat(decide(user, first, second, true).status()).isEqualTo(404);
    assertThat(ledger.refused(user).size()).isGreaterThanOrEqualTo(refused + 2);
  }

  @ParameterizedTest
  @CsvSource({
    "reason,,reason:required",
    "confirmed,,confirmed:required",
    "ground,,ground:required",
    "ground,MOOD,ground:unknown",
    "ground,PERSON,other:not-proposed",
    "other,,other:required",
    "other,HCI-2026-999998-T,other:not-proposed",
  })
  void saysWhatIsWrong(String field, String value, String error) {
    String first = logged("council.officer", name);
    ObjectNode body = body(logged("council.officer", name), true);
    if (value == null) {
      body.remove(field);
    } else {
      body.put(field, value);
    }
    Answer refused = decide("council.officer", first, body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errors()).containsExactly(error);
  }

  /** At a place of this test; the person named. */
  private ObjectNode content(String person) {
    ObjectNode content = elsewhere(person);
    content.withObject("/place").put("address", street).put("postcode", "AL99 9ZZ");
    return content;
  }

  /** At a place that says nothing. */
  private ObjectNode elsewhere(String person) {
    ObjectNode content = incidents.complete().put("repeat", false);
    content.withObject("/person").put("name", person);
    content.putObject("place").put("locationType", "STREET").put("address", "Somewhere");
    return content;
  }

  private ObjectNode nobody() {
    ObjectNode content = content(name);
    content.putObject("person").put("known", false);
    return content;
  }

  private String logged(String user, String person) {
    return incidents.logged(user, content(person));
  }

  private Answer decide(String user, String one, String other, boolean confirmed) {
    return decide(user, one, body(other, confirmed));
  }

  private Answer decide(String user, String one, ObjectNode body) {
    Answer seen = series(user, one);
    String etag = seen.status() == 200 ? seen.etag() : "\"v0\"";
    return api.post(user, path(one), body, "If-Match", etag);
  }

  private ObjectNode body(String other, boolean confirmed) {
    return ((ObjectNode) api.json("{}"))
        .put("other", other)
        .put("ground", "PLACE")
        .put("confirmed", confirmed)
        .put("reason", "It is the same family.");
  }

  private Answer series(String user, String reference) {
    return api.get(user, path(reference));
  }

  private static String path(String reference) {
    return "/api/incidents/" + reference + "/series";
  }

  private List<String> proposals(String user, String reference) {
    List<String> proposals = new ArrayList<>();
    series(user, reference)
        .json()
        .get("proposals")
        .forEach(
            each -> proposals.add(each.get("other").asText() + " " + each.get("ground").asText()));
    return proposals;
  }

  private boolean repeat(String reference) {
    return api.get("council.officer", "/api/incidents/" + reference)
        .json()
        .get("repeatLinked")
        .asBoolean();
  }

  private List<JsonNode> notices(String user) {
    List<JsonNode> notices = new ArrayList<>();
    api.get(user, "/api/notices")
        .json()
        .get("items")
        .forEach(
            notice -> {
              if (notice.get("kind").asText().equals("INCIDENTS_MATCH")) {
                notices.add(notice);
              }
            });
    return notices;
  }

  private int told(String user) {
    return notices(user).size();
  }
}
