package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Story ten: a report without a name, of somebody who later says who they are. */
@ExtendWith(ApiExtension.class)
class NamingIT {
  private static final String ENTRIES =
      "select string_agg(verb || ' ' || array_to_string(data_classes, ',') || ' ' || actor_role, ' '"
          + " order by at) from ledger_entry where permitted and action = 'incident.name' and verb"
          + " <> 'CONSULT' and record_ids @> (select array_agg(id) from incident where reference = ?)";

  private final Api api;
  private final Incidents incidents;
  private final DatabaseOwner owner;
  private final LedgerRows ledger;
  private final Visitors visitors;
  private final String name = "Naomi " + UUID.randomUUID();

  NamingIT(Api api, DatabaseOwner owner, LedgerRows ledger, Visitors visitors) {
    this.api = api;
    this.owner = owner;
    this.ledger = ledger;
    this.visitors = visitors;
    incidents = new Incidents(api);
  }

  @Test
  void storyTenIsProposedByOneAndConfirmedByASupervisor() {
    String named = incidents.logged("police.hco", person(incidents.complete(), true));
    String reference = anonymous("tprc.reporter");
    assertThat(owner.count("incident_naming where incident = " + id(reference))).isZero();
    assertThat(series(reference)).as("no matching names anybody").doesNotContain(named);
    String referral = referred("police.hco", reference, "CPS-THAMES-CHILTERN");
    Answer withdrawn = propose("police.hco", reference, body());
    assertThat(withdraw("police.lead", reference, withdrawn.etag()).status()).isEqualTo(404);
    assertThat(withdraw("police.hco", reference, withdrawn.etag()).status()).isEqualTo(204);
    assertThat(owner.count("incident_naming where incident = " + id(reference))).isZero();
    Answer proposed = propose("police.hco", reference, body());
    assertThat(proposed.status()).as(proposed.body()).isEqualTo(200);
    assertThat(proposed.text("/namings/0/name")).isEqualTo(name);
    assertThat(proposed.json().get("decides").asBoolean()).as("not by oneself").isFalse();
    assertThat(read("police.hco", reference).json().at("/person/known").asBoolean())
        .as("not yet")
        .isFalse();
    assertThat(told("police.lead")).contains("NAMING_WAITS");
    assertThat(
            visitors.signedIn("police.lead").get("/incident/naming.xhtml?ref=" + reference).body())
        .contains(name, "Is this who was harmed?");
    assertThat(decide("police.hco", reference, "{\"confirmed\":true,\"reason\":\"Me\"}").status())
        .isEqualTo(404);
    Answer decided =
        decide("police.lead", reference, "{\"confirmed\":true,\"reason\":\"It fits.\"}");
    assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    assertThat(decided.text("/namings/0/decidedReason")).isEqualTo("It fits.");
    assertThat(decided.json().at("/namings/0/name").isMissingNode()).as("kept once").isTrue();
    Answer now = read("police.hco", reference);
    assertThat(now.text("/person/name")).isEqualTo(name);
    assertThat(now.text("/person/dateOfBirth")).isEqualTo("1994-05-08");
    assertThat(series(reference)).as("from now on").contains(named + " PERSON");
    assertThat(told("police.hco")).contains("NAMING_DECIDED", "REFERRAL_PERSON_KNOWN");
    assertThat(
            api.get("police.hco", "/api/referrals/" + referral)
                .json()
                .at("/person/known")
                .asBoolean())
        .as("what was written for another agency stays")
        .isFalse();
    assertThat(owner.row(ENTRIES, reference))
        .containsExactly(
            "COLLECT D2 hate-crime-officer ERASE D2 hate-crime-officer COLLECT D2 hate-crime-officer COMBINE D1,D2 hate-crime-officer");
    assertThat(propose("police.hco", reference, body()).status()).as("once").isEqualTo(404);
  }

  @Test
  void aNameThatIsNotConfirmedIsErased() {
    String reference = anonymous("council.officer");
    Answer seen = naming("council.officer", reference);
    assertThat(propose("council.officer", reference, body()).status()).isEqualTo(200);
    assertThat(api.post("council.lead", path(reference), body(), "If-Match", seen.etag()).status())
        .as("somebody was faster")
        .isEqualTo(412);
    assertThat(api.post("council.lead", path(reference), body()).status()).isEqualTo(428);
    assertThat(decide("council.lead", reference, "{}").errors())
        .containsExactly("confirmed:required", "reason:required");
    Answer declined =
        decide("council.lead", reference, "{\"confirmed\":false,\"reason\":\"Another street.\"}");
    assertThat(declined.status()).as(declined.body()).isEqualTo(200);
    assertThat(declined.body()).doesNotContain(name);
    assertThat(owner.count("incident_naming where reason like '%" + name + "%'")).isZero();
    assertThat(owner.count("incident_naming where name = '" + name + "'")).isZero();
    assertThat(read("council.officer", reference).json().at("/person/known").asBoolean()).isFalse();
    assertThat(owner.row(ENTRIES, reference))
        .containsExactly("COLLECT D2 council-officer ERASE D2 council-officer");
    assertThat(naming("council.officer", reference).json().get("proposes").asBoolean()).isTrue();
    assertThat(
            visitors
                .signedIn("council.officer")
                .get("/incident/name.xhtml?ref=" + reference)
                .body())
        .contains("How do you know?");
  }

  @Test
  void whoeverIsNamedAlreadyIsNotNamedAnew() {
    String reference = incidents.logged("council.officer");
    assertThat(propose("council.lead", reference, body()).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "person,,person.name:required",
    "reason,,reason:required",
    "reason,' ',reason:required",
    "name,' ',person.name:required",
    "dateOfBirth,2999-01-01,person.dateOfBirth:in-the-future",
    "dateOfBirth,1994-02-30,person.dateOfBirth:invalid"
  })
  void saysWhatIsWrong(String field, String value, String error) {
    ObjectNode body = (ObjectNode) api.json(body());
    if (value == null) {
      body.remove(field);
    } else if (field.equals("reason")) {
      body.put(field, value);
    } else {
      body.withObject("/person").put(field, value);
    }
    Answer refused = propose("council.officer", anonymous("council.officer"), body.toString());
    assertThat(refused.status()).as(refused.body()).isEqualTo(400);
    assertThat(refused.errors()).containsExactly(error);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "council2.officer",
        "police.hco",
        "police.officer",
        "cps.prosecutor",
        "tprc.reporter"
      })
  void toOthersThereIsNothing(String user) {
    String reference = anonymous("council.officer");
    propose("council.officer", reference, body());
    int refused = ledger.refused(user).size();
    assertThat(naming(user, reference).status()).isIn(403, 404);
    assertThat(propose(user, reference, body()).status()).isEqualTo(404);
    assertThat(decide(user, reference, "{\"confirmed\":true,\"reason\":\"So\"}").status())
        .isEqualTo(404);
    assertThat(visitors.signedIn(user).get("/incident/naming.xhtml?ref=" + reference).status())
        .isEqualTo(404);
    assertThat(ledger.refused(user).size()).isGreaterThanOrEqualTo(refused + 4);
    assertThat(
            owner.count(
                "incident_naming where verdict is not null and incident = " + id(reference)))
        .isZero();
  }

  private String anonymous(String user) {
    return incidents.logged(user, person(incidents.complete(), false));
  }

  private ObjectNode person(ObjectNode content, boolean known) {
    ObjectNode person = content.putObject("person").put("known", known);
    if (known) {
      person.put("name", name).put("dateOfBirth", "1994-05-08");
    }
    content.putObject("place").put("locationType", "STREET").put("address", "Somewhere");
    return content;
  }

  private String body() {
    return "{\"person\":{\"name\":\"%s\",\"dateOfBirth\":\"1994-05-08\"},\"reason\":\"%s told us.\"}"
        .formatted(name, name);
  }

  private String referred(String user, String reference, String to) {
    return api.post(
            user, "/api/incidents/" + reference + "/referrals", "{\"to\":\"%s\"}".formatted(to))
        .reference();
  }

  private Answer propose(String user, String reference, String body) {
    return api.post(user, path(reference), body, "If-Match", tag(user, reference));
  }

  private Answer decide(String user, String reference, String body) {
    return api.post(user, path(reference) + "/decision", body, "If-Match", tag(user, reference));
  }

  private Answer withdraw(String user, String reference, String etag) {
    return api.send("DELETE", path(reference), api.token(user), null, "If-Match", etag);
  }

  private String tag(String user, String reference) {
    Answer seen = naming(user, reference);
    return seen.status() == 200 ? seen.etag() : "\"v0\"";
  }

  private Answer naming(String user, String reference) {
    return api.get(user, path(reference));
  }

  private Answer read(String user, String reference) {
    return api.get(user, "/api/incidents/" + reference);
  }

  private List<String> series(String reference) {
    List<String> proposals = new ArrayList<>();
    api.get("police.hco", "/api/incidents/" + reference + "/series")
        .json()
        .get("proposals")
        .forEach(
            each -> proposals.add(each.get("other").asText() + " " + each.get("ground").asText()));
    return proposals;
  }

  private List<String> told(String user) {
    return api.get(user, "/api/notices").items("kind");
  }

  private static String path(String reference) {
    return "/api/incidents/" + reference + "/naming";
  }

  private static String id(String reference) {
    return "(select id from incident where reference = '" + reference + "')";
  }
}
