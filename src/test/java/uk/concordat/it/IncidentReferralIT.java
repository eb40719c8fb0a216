package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A referral that is made of an incident: nothing is typed twice, and nobody learns more by it. */
@ExtendWith(ApiExtension.class)
class IncidentReferralIT {
  private static final String ENTRIES =
      "select string_agg(verb || ' ' || action || ' ' || array_to_string(data_classes, ','), ' '"
          + " order by at) from ledger_entry where permitted and action = 'referral.create' and"
          + " record_type = 'incident' and record_ids @> (select array_agg(id) from incident where"
          + " reference = ?)";

  private static final String CONSULTED = "CONSULT incident.read hate-crime-officer";

  private final Api api;
  private final Incidents incidents;
  private final Referrals referrals;
  private final DatabaseOwner owner;
  private final LedgerRows ledger;

  IncidentReferralIT(Api api, DatabaseOwner owner, LedgerRows ledger) {
    this.api = api;
    this.owner = owner;
    this.ledger = ledger;
    incidents = new Incidents(api);
    referrals = new Referrals(api);
  }

  @Test
  void beginsWithEverythingThatWasWrittenDown() {
    ObjectNode content = incidents.complete();
    content.putArray("others").add("AGE");
    String incident = incidents.logged("council.officer", content);
    Answer draft = refer("council.officer", incident, "{}");
    assertThat(draft.status()).as(draft.body()).isEqualTo(201);
    assertThat(draft.text("/state")).isEqualTo("DRAFT");
    assertThat(draft.text("/to")).as("the force of the area").isEqualTo("HERTS-POLICE");
    assertThat(draft.texts("/strands")).containsExactly("RAC", "OTH");
    assertThat(draft.text("/incident/category")).isEqualTo("NEIGHBOUR_HARASSMENT");
    assertThat(draft.text("/incident/narrative"))
        .startsWith(content.get("narrative").asText())
        .contains("happened before", "getting worse", "Age");
    assertThat(draft.json().at("/incident/occurred")).isEqualTo(content.get("occurred"));
    assertThat(draft.text("/incident/place"))
        .contains("12 Mill Green Lane", "Mill Green", "100000000012");
    assertThat(draft.text("/incident/postcode")).isEqualTo("AL99 9ZZ");
    assertThat(draft.json().get("person")).isEqualTo(content.get("person"));
    assertThat(owner.row(ENTRIES, incident)).containsExactly("ALTER referral.create D1,D2,D5");
    assertThat(ledger.operations(draft.reference()))
        .contains("COLLECT referral.create council-officer");
  }

  @Test
  void eachNamesTheOtherToWhoeverSeesBoth() {
    String incident = incidents.logged("council.officer");
    String referral = refer("council.officer", incident, "{\"to\":\"HERTS-POLICE\"}").reference();
    assertThat(linked("council.officer", incident)).containsExactly(referral);
    assertThat(linked("council.lead", incident)).as("a draft is its author's").isEmpty();
    submit(referral);
    assertThat(linked("council.lead", incident)).containsExactly(referral);
    assertThat(api.get("police.hco", "/api/referrals/" + referral).status()).isEqualTo(200);
    assertThat(api.get("police.hco", "/api/incidents/" + incident).status())
        .as("the incident itself stays")
        .isEqualTo(404);
    assertThat(ledger.operations(referral)).contains("CONSULT incident.read council-officer");
  }

  @Test
  void whatAnotherAgencyRestrictsIsNoAffairOfTheIncident() {
    String incident = incidents.logged("council.officer");
    String referral = refer("council.officer", incident, "{}").reference();
    submit(referral);
    referrals.moved("police.hco", referral, "{\"move\":\"acknowledge\"}");
    referrals.restricted("police.hco", referral);
    assertThat(api.get("council.lead", "/api/referrals/" + referral).status()).isEqualTo(404);
    assertThat(api.get("council.lead", "/api/incidents/" + incident).status()).isEqualTo(200);
    assertThat(linked("council.lead", incident)).as("the referral stays hidden").isEmpty();
    assertThat(refer("council.lead", incident, "{}").status()).isEqualTo(201);
  }

  @Test
  void theReceiverLiftsItsOwnRestrictionOnly() {
    String incident = incidents.logged("council.officer");
    String referral = refer("council.officer", incident, "{}").reference();
    submit(referral);
    referrals.moved("police.hco", referral, "{\"move\":\"acknowledge\"}");
    referrals.moved("police.hco", referral, "{\"move\":\"accept\",\"assignee\":\"police.hco\"}");
    restrictedWithoutLead(referral);
    referrals.restricted("police.hco", referral);
    String restriction = "/api/referrals/" + referral + "/restriction";
    assertThat(api.send("DELETE", restriction, api.token("police.hco"), null).status())
        .isEqualTo(200);
    assertThat(api.get("council.lead", "/api/incidents/" + incident).status()).isEqualTo(404);
    assertThat(api.get("council.lead", "/api/referrals/" + referral).status()).isEqualTo(404);
    assertThat(
            owner.count(
                "restriction s join referral r on r.id = s.record where r.reference = '"
                    + referral
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void whoIsExcludedFromOneReferralIsExcludedFromTheNext() {
    String incident = incidents.logged("council.officer");
    String first = refer("council.officer", incident, "{}").reference();
    submit(first);
    owner.exclude(first, "council.lead");
    owner.exclude(first, "police.officer");
    String second = refer("council.officer", incident, "{}").reference();
    submit(second);
    assertThat(api.get("council.lead", "/api/referrals/" + second).status()).isEqualTo(404);
    assertThat(excluded(second)).as("the receiver's too").contains("police.officer");
    assertThat(ledger.operations(second)).contains("ALTER exclusion.manage council-officer");
    owner.exclude(first, "police.lead");
    assertThat(excluded(second)).as("once both are there").contains("police.lead");
    incident = incidents.logged("council.officer");
    first = refer("council.officer", incident, "{}").reference();
    submit(first);
    referrals.restricted("council.lead", first);
    int refused = ledger.refused("council.officer").size();
    assertThat(refer("council.officer", incident, "{}").errors())
        .as("the names would not go on")
        .containsExactly("incident:restricted");
    assertThat(ledger.refused("council.officer")).hasSize(refused + 1);
  }

  @Test
  void whoeverIsBarredFromTheReferralIsBarredFromTheIncident() {
    for (boolean excluded : List.of(true, false)) {
      String incident = incidents.logged("council.officer");
      String referral = refer("council.officer", incident, "{}").reference();
      submit(referral);
      assertThat(listed("council.lead", incident)).containsExactly(incident);
      if (excluded) {
        owner.exclude(referral, "council.lead");
      } else {
        restrictedWithoutLead(referral);
      }
      int refused = ledger.refused("council.lead").size();
      String address = "/api/incidents/" + incident;
      Answer hidden = api.get("council.lead", address);
      assertThat(hidden.status()).isEqualTo(404);
      assertThat(hidden.body())
          .isEqualTo(api.get("council.lead", "/api/incidents/HCI-2026-999998-T").body());
      assertThat(api.get("council.lead", address + "/series").status()).isEqualTo(404);
      assertThat(refer("council.lead", incident, "{}").status()).isEqualTo(404);
      assertThat(ledger.refused("council.lead")).hasSize(refused + 4);
      assertThat(listed("council.lead", incident)).isEmpty();
      assertThat(api.get("council.officer", address).status()).isEqualTo(200);
    }
  }

  @Test
  void whatIsLongDoesNotKeepItFromBeingReferred() {
    ObjectNode content = incidents.complete().put("narrative", "n".repeat(19_990));
    content.withObject("/place").put("address", "a".repeat(2_000));
    Answer draft = refer("council.officer", incidents.logged("council.officer", content), "{}");
    assertThat(draft.status()).as(draft.body()).isEqualTo(201);
    assertThat(draft.text("/incident/narrative")).hasSize(19_990);
    assertThat(draft.text("/incident/place")).hasSize(2_000);
  }

  @Test
  void aKeyStandsForOneReferralOfOneIncident() {
    String incident = incidents.logged("council.officer");
    String key = UUID.randomUUID().toString();
    String path = "/api/incidents/" + incident + "/referrals";
    Answer first = api.post("council.officer", path, "{}", "Idempotency-Key", key);
    Answer again = api.post("council.officer", path, "{}", "Idempotency-Key", key);
    assertThat(again.reference()).isEqualTo(first.reference());
    assertThat(linked("council.officer", incident)).containsExactly(first.reference());
    String other = "/api/incidents/" + incidents.logged("council.officer") + "/referrals";
    assertThat(api.post("council.officer", other, "{}", "Idempotency-Key", key).status())
        .isEqualTo(422);
  }

  @Test
  void thePoliceTakeAlongWhoIsSuspected() {
    String incident = incidents.logged("tprc.reporter");
    String address = "/api/incidents/" + incident;
    Answer decided =
        api.post(
            "police.hco",
            address + "/recordings",
            """
            {"decision":"CRIME","tests":["BALANCE_OF_PROBABILITY","NOTHING_CREDIBLE_AGAINST"],"rationale":"A threat.",
             "reviewOn":"%s","suspect":{"name":"Kieran Farrow","dateOfBirth":"1979-08-02"}}"""
                .formatted(Incidents.REVIEW_ON),
            "If-Match",
            api.get("police.hco", address).etag());
    assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    Answer draft = refer("police.hco", incident, "{\"to\":\"CPS-THAMES-CHILTERN\"}");
    assertThat(draft.status()).as(draft.body()).isEqualTo(201);
    assertThat(draft.text("/suspect/name")).isEqualTo("Kieran Farrow");
    assertThat(draft.text("/suspect/dateOfBirth")).isEqualTo("1979-08-02");
    String etag = api.get("police.hco", address).etag();
    long told = ledger.operations(draft.reference()).stream().filter(CONSULTED::equals).count();
    api.post(
        "police.hco",
        address + "/recordings",
        """
        {"decision":"INTELLIGENCE","tests":["NECESSARY"],"rationale":"No crime.","reviewOn":"%s"}"""
            .formatted(Incidents.REVIEW_ON),
        "If-Match",
        etag);
    assertThat(ledger.operations(draft.reference()).stream().filter(CONSULTED::equals))
        .as("its answer names the referral")
        .hasSize((int) told + 1);
    assertThat(api.get("police.hco", address).text("/suspect/name")).isEqualTo("Kieran Farrow");
    draft = refer("police.hco", incident, "{\"to\":\"CPS-THAMES-CHILTERN\"}");
    assertThat(draft.status()).as(draft.body()).isEqualTo(201);
    assertThat(draft.json().at("/suspect/name").isMissingNode()).as("no crime, no name").isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"police.hco", "council2.officer", "cps.prosecutor", "tprc.reporter", "btp.hco"})
  void ofWhatOneDoesNotSeeOneRefersNothing(String user) {
    String incident = incidents.logged("council.officer");
    int refused = ledger.refused(user).size();
    Answer answer = refer(user, incident, "{}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(404);
    assertThat(ledger.refused(user).size()).isGreaterThan(refused);
  }

  @Test
  void aReceiverThatIsNoneIsRefused() {
    String incident = incidents.logged("council.officer");
    assertThat(refer("council.officer", incident, "{\"to\":\"NOBODY\"}").errors())
        .containsExactly("to:unknown");
    assertThat(linked("council.officer", incident)).isEmpty();
  }

  private String excluded(String referral) {
    return owner
        .row(
            "select string_agg(s.username, ' ') from exclusion x join referral r on r.id = x.record"
                + " join staff s on s.subject = x.subject where r.reference = ?",
            referral)
        .get(0);
  }

  private Answer refer(String user, String incident, String body) {
    return api.post(user, "/api/incidents/" + incident + "/referrals", body);
  }

  /** With what an incident does not have. */
  private void submit(String referral) {
    api.patch(
        "council.officer",
        "/api/referrals/" + referral,
        referrals.complete().retain("needs", "footing"),
        "If-Match",
        api.get("council.officer", "/api/referrals/" + referral).etag());
    referrals.moved("council.officer", referral, "{\"move\":\"submit\"}");
  }

  /** To the officer who sent it alone. */
  private void restrictedWithoutLead(String referral) {
    referrals.restricted("council.lead", referral);
    owner.row(
        "with unnamed as (delete from restriction_name n using referral r, staff s where r.reference = ?"
            + " and n.record = r.id and s.username = 'council.lead' and n.subject = s.subject returning 1)"
            + " select count(*) from unnamed",
        referral);
  }

  private List<String> listed(String user, String incident) {
    return api.get(user, "/api/incidents?reference=" + incident).items("reference");
  }

  private List<String> linked(String user, String incident) {
    return api.get(user, "/api/incidents/" + incident).texts("/referrals");
  }
}
