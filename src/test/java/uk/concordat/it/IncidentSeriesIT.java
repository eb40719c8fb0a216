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
  private static final String ENTRIES =
      "select string_agg(verb || ' ' || cardinality(record_ids) || ' ' ||"
          + " array_to_string(data_classes, ','), ' ' order by at) from ledger_entry where permitted"
          + " and action = 'incident.link' and verb <> 'CONSULT' and record_ids @> (select"
          + " array_agg(id) from incident where reference = ?)";

  private final Api api;
  private final Incidents incidents;
  private final DatabaseOwner owner;
  private final LedgerRows ledger;

  /** Of this test alone. */
  private final String name = "Naomi " + UUID.randomUUID();

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
        .containsExactly(second + " PERSON", first + " PERSON");
    Answer decided = decide("council.officer", second, first, true);
    assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    assertThat(decided.texts("/members")).containsExactly(first);
    assertThat(decided.text("/decisions/0/reason")).isEqualTo("It is the same family.");
    assertThat(repeat(first)).as("the first of them").isFalse();
    assertThat(repeat(second)).isTrue();
    decide("council.lead", third, second, true);
    assertThat(series("council.officer", first).texts("/members")).containsExactly(second, third);
    assertThat(proposals("council.officer", third)).containsExactly(first + " PERSON");
    assertThat(owner.row(ENTRIES, first)).containsExactly("COMBINE 2 D2,D5");
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
    assertThat(owner.row(ENTRIES, first)).containsExactly("ALTER 2 D2,D5");
    assertThat(decide("council.officer", first, second, true).texts("/members"))
        .as("the last decision stands")
        .containsExactly(second);
  }

  @Test
  void thePlaceAloneIsEnoughToPropose() {
    String street = "7 " + UUID.randomUUID();
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
    logged("council.officer", name);
    ObjectNode twin = content(name);
    twin.withObject("/person").put("dateOfBirth", "1994-05-09");
    assertThat(proposals("council.officer", incidents.logged("council.officer", twin))).isEmpty();
  }

  @Test
  void acrossAgenciesOnlyTheForceIsToldAndNothingOfIt() {
    forgetWhatWasTold();
    String first = logged("council.officer", name);
    assertThat(told("police.hco")).isZero();
    String second = logged("council2.officer", name);
    assertThat(told("police.hco")).isEqualTo(1);
    logged("council2.officer", name);
    assertThat(told("police.hco")).as("once a day").isEqualTo(1);
    for (String user :
        List.of("btp.hco", "police.officer", "council.officer", "council2.officer")) {
      assertThat(told(user)).as(user).isZero();
    }
    JsonNode notice = notices("police.hco").get(0);
    assertThat(notice.toString()).doesNotContain(first, second, name);
    assertThat(notice.has("reference") || notice.has("about")).isFalse();
    assertThat(notice.get("agency").asText()).isEqualTo("STEVENAGE-COUNCIL");
    assertThat(proposals("council2.officer", second)).doesNotContain(first + " PERSON").hasSize(1);
    assertThat(proposals("council.officer", first)).isEmpty();
    assertThat(api.get("police.hco", "/api/incidents/" + first).status()).isEqualTo(404);
  }

  @Test
  void aNameWithoutADateOfBirthTellsNobody() {
    forgetWhatWasTold();
    for (String user : List.of("council.officer", "council2.officer")) {
      ObjectNode content = content(name);
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
    assertThat(proposals("nhs.safeguarding", lead)).containsExactly(own + " PERSON");
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
    "ground,PLACE,other:not-proposed",
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
    Answer refused = api.post("council.officer", path(first), body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errors()).containsExactly(error);
  }

  /** Nobody else's place; the person named. */
  private ObjectNode content(String person) {
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
    return api.post(user, path(one), body(other, confirmed));
  }

  private ObjectNode body(String other, boolean confirmed) {
    return ((ObjectNode) api.json("{}"))
        .put("other", other)
        .put("ground", "PERSON")
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
        .get("repeat")
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
