package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Incidents over REST: logged, read by those who may, and to nobody else there at all. */
@ExtendWith(ApiExtension.class)
class IncidentIT {
  private static final String LOGGED_OPERATIONS =
      "select string_agg(verb || ' ' || action || ' ' || actor_role || ' ' ||"
          + " array_to_string(data_classes, ',') || ' ' || cardinality(subject_ids) ||"
          + " array_to_string(recipients, ',', ' ') || coalesce(' ' || purpose || ' ' ||"
          + " lawful_basis, ''), '; ' order by verb) from"
          + " ledger_entry e join incident i on e.record_ids @> array[i.id] where permitted and"
          + " record_type = 'incident' and i.reference = ? and verb <> 'CONSULT'";

  private final Api api;
  private final Incidents incidents;
  private final DatabaseOwner owner;
  private final LedgerRows ledger;

  IncidentIT(Api api, DatabaseOwner owner, LedgerRows ledger) {
    this.api = api;
    this.owner = owner;
    this.ledger = ledger;
    incidents = new Incidents(api);
  }

  @Test
  void isKeptAsItWasLogged() {
    ObjectNode content = incidents.complete();
    content.putArray("others").add("AGE");
    content.withObject("/place").put("postcode", "al99 9zz").put("uprn", "000000000012");
    String reference = incidents.logged("council.officer", content);
    Answer read = api.get("council.officer", "/api/incidents/" + reference.toLowerCase());
    assertThat(read.status()).as(read.body()).isEqualTo(200);
    assertThat(read.reference()).isEqualTo(reference).startsWith("HCI-");
    assertThat(read.text("/state")).isEqualTo("LOGGED");
    assertThat(read.text("/agency")).isEqualTo("WELHAT-COUNCIL");
    assertThat(read.texts("/strands")).as("what else belongs to one").containsExactly("RAC", "OTH");
    assertThat(read.text("/place/postcode")).isEqualTo("AL99 9ZZ");
    assertThat(read.text("/place/uprn")).isEqualTo("12");
    assertThat(read.json().get("repeat").asBoolean()).isTrue();
    assertThat(read.json().get("person")).isEqualTo(content.get("person"));
    assertThat(read.json().get("occurred")).isEqualTo(content.get("occurred"));
  }

  @Test
  void storyFourHasNoPerson() {
    ObjectNode content = incidents.complete().put("category", "GRAFFITI");
    content.putArray("strands").add("REL");
    content.putObject("person").put("known", false).put("name", "Nobody who is kept");
    assertThat(api.post("council.officer", "/api/incidents", content).errors())
        .containsExactly("person.name:not-permitted");
    content.putObject("person").put("known", false);
    content.putObject("place").put("locationType", "WORSHIP").put("ward", "MARKET_CROSS");
    String reference = incidents.logged("council.officer", content);
    Answer read = api.get("council.officer", "/api/incidents/" + reference);
    assertThat(read.json().get("person").toString()).isEqualTo("{\"known\":false}");
    assertThat(owner.row(LOGGED_OPERATIONS, reference))
        .containsExactly("COLLECT incident.create council-officer D1,D5 1");
  }

  @ParameterizedTest
  @CsvSource({
    "council.officer,200",
    "council.lead,200",
    "council2.officer,404",
    "council.governance,404",
    "council.admin,404",
    "police.hco,404",
    "police.officer,404",
    "cps.prosecutor,404",
    "nhs.safeguarding,404",
    "tprc.reporter,404",
    "board.governance,404",
    "board.analyst,404"
  })
  void isReadByItsAgencyAndNobodyElse(String user, int status) {
    String reference = incidents.logged("council.officer");
    int refused = ledger.refused(user).size();
    Answer answer = api.get(user, "/api/incidents/" + reference);
    assertThat(answer.status()).isEqualTo(status);
    if (status == 404) {
      Answer unknown = api.get(user, "/api/incidents/HCI-2026-999998-T");
      assertThat(answer.body()).isEqualTo(unknown.body());
      assertThat(ledger.refused(user)).hasSize(refused + 2);
    }
  }

  @Test
  void anNhsPractitionerReadsTheirOwnAndTheSafeguardingLeadAll() {
    String own = incidents.logged("nhs.practitioner");
    String other = incidents.logged("nhs.safeguarding");
    assertThat(api.get("nhs.practitioner", "/api/incidents/" + own).status()).isEqualTo(200);
    assertThat(api.get("nhs.practitioner", "/api/incidents/" + other).status()).isEqualTo(404);
    assertThat(api.get("nhs.safeguarding", "/api/incidents/" + own).status()).isEqualTo(200);
    assertThat(listed("nhs.practitioner", "")).contains(own).doesNotContain(other);
    assertThat(listed("nhs.safeguarding", "")).contains(own, other);
  }

  @Test
  void aReporterCreatesAndNoMoreAndThePoliceHoldIt() {
    String key = UUID.randomUUID().toString();
    ObjectNode content = incidents.complete();
    Answer first = api.post("tprc.reporter", "/api/incidents", content, "Idempotency-Key", key);
    assertThat(first.status()).as(first.body()).isEqualTo(201);
    Answer again = api.post("tprc.reporter", "/api/incidents", content, "Idempotency-Key", key);
    assertThat(again.body()).isEqualTo(first.body());
    String address = "/api/incidents/" + first.reference();
    assertThat(api.get("tprc.reporter", address).status()).isEqualTo(404);
    assertThat(api.get("tprc.reporter", "/api/incidents").status()).isEqualTo(403);
    Answer police = api.get("police.hco", address);
    assertThat(police.status()).isEqualTo(200);
    assertThat(police.text("/origin")).isEqualTo("HAH-CENTRE-1");
    assertThat(police.text("/person/name")).isEqualTo("Samira Rahman");
    assertThat(owner.row(LOGGED_OPERATIONS, first.reference()))
        .containsExactly(
            "COLLECT incident.create third-party-reporter D1,D2,D5 1; DISCLOSE incident.create"
                + " third-party-reporter D1,D2,D5 1HERTS-POLICE PREVENT_DETECT UK_GDPR_6_1_E");
    content.putObject("person").put("known", false);
    assertThat(owner.row(LOGGED_OPERATIONS, incidents.logged("tprc.reporter", content)))
        .as("nobody is disclosed of whom nothing is known")
        .containsExactly(
            "COLLECT incident.create third-party-reporter D1,D5 1; DISCLOSE incident.create"
                + " third-party-reporter D1,D5 1HERTS-POLICE PREVENT_DETECT UK_GDPR_6_1_E");
  }

  @Test
  void withoutAnAgreementAReportDoesNotLeaveTheCentre() {
    owner.endAgreement("HAH-CENTRE-1", "HERTS-POLICE");
    try {
      Answer refused = api.post("tprc.reporter", "/api/incidents", incidents.complete());
      assertThat(refused.status()).as(refused.body()).isEqualTo(409);
      assertThat(refused.errors())
          .containsExactly("D1:no-agreement", "D2:no-agreement", "D5:no-agreement");
    } finally {
      owner.resumeAgreement("HAH-CENTRE-1", "HERTS-POLICE");
    }
  }

  @Test
  void isInTheLedgerWithWhomItWasAbout() {
    String reference = incidents.logged("council.officer");
    assertThat(owner.row(LOGGED_OPERATIONS, reference))
        .containsExactly("COLLECT incident.create council-officer D1,D2,D5 1");
  }

  @Test
  void aKeyStandsForOneIncident() {
    String key = UUID.randomUUID().toString();
    ObjectNode content = incidents.complete();
    Answer first = api.post("council.officer", "/api/incidents", content, "Idempotency-Key", key);
    Answer again = api.post("council.officer", "/api/incidents", content, "Idempotency-Key", key);
    assertThat(again.reference()).isEqualTo(first.reference());
    String drafted = UUID.randomUUID().toString();
    api.post("council.officer", "/api/referrals", "{}", "Idempotency-Key", drafted);
    assertThat(
            api.post("council.officer", "/api/incidents", "{}", "Idempotency-Key", drafted)
                .status())
        .as("of another operation")
        .isEqualTo(422);
    content.put("category", "THREATS");
    Answer other = api.post("council.officer", "/api/incidents", content, "Idempotency-Key", key);
    assertThat(other.status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cps.prosecutor", "council.governance", "council.admin", "board.analyst"})
  void otherRolesLogNone(String user) {
    assertThat(api.post(user, "/api/incidents", incidents.complete()).status()).isEqualTo(403);
  }

  @Test
  void everythingThatIsMissingIsToldAtOnce() {
    Answer refused = api.post("council.officer", "/api/incidents", "{}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errors())
        .containsExactly(
            "narrative:required",
            "category:required",
            "occurred.fromDate:required",
            "place.locationType:required",
            "place.address:required",
            "strands:required",
            "perceivedBy:required",
            "person.known:required");
  }

  @ParameterizedTest
  @CsvSource({
    "/place,uprn,1000000000001,place.uprn:invalid",
    "/place,uprn,12A,place.uprn:invalid",
    "/place,postcode,QX1 1AA,place.postcode:invalid",
    "/place,ward,NO_SUCH_WARD,place.ward:unknown",
    "/place,locationType,ONLINE,place.platform:required",
    "/occurred,fromDate,2999-01-01,occurred.fromDate:in-the-future",
    "/occurred,toDate,2026-11-01,occurred.toDate:before-start",
    "/person,dateOfBirth,1899-12-31,person.dateOfBirth:too-long-ago",
  })
  void whatCannotBeIsRefusedByItsField(String part, String field, String value, String error) {
    ObjectNode content = incidents.complete();
    content.withObject(part).put(field, value);
    Answer refused = api.post("council.officer", "/api/incidents", content);
    assertThat(refused.status()).as(refused.body()).isEqualTo(400);
    assertThat(refused.errors()).containsExactly(error);
  }

  @Test
  void listsAreWalkedThereAndBackAndNarrowed() {
    String last = "";
    for (int i = 0; i < 4; i++) {
      last =
          incidents.logged("council2.officer", incidents.complete().put("category", "MATE_CRIME"));
    }
    List<String> there = new ArrayList<>();
    Answer page = api.get("council2.officer", "/api/incidents?limit=2&category=MATE_CRIME");
    assertThat(page.link("prev")).isEmpty();
    there.addAll(page.items("reference"));
    assertThat(there.get(0)).as("newest first").isEqualTo(last);
    while (page.link("next").isPresent()) {
      page = api.get("council2.officer", page.link("next").get());
      there.addAll(page.items("reference"));
    }
    assertThat(there).hasSizeGreaterThanOrEqualTo(4).doesNotHaveDuplicates();
    List<String> back = new ArrayList<>(page.items("reference"));
    Collections.reverse(back);
    while (page.link("prev").isPresent()) {
      page = api.get("council2.officer", page.link("prev").get());
      List<String> before = new ArrayList<>(page.items("reference"));
      Collections.reverse(before);
      back.addAll(before);
    }
    Collections.reverse(back);
    assertThat(back).isEqualTo(there);
    assertThat(listed("council2.officer", "?category=MATE_CRIME&strand=RAC&reference=" + last))
        .containsExactly(last);
    assertThat(listed("council2.officer", "?strand=TG&reference=" + last)).isEmpty();
    assertThat(listed("council.officer", "?reference=" + last)).isEmpty();
    String cursor = api.get("council2.officer", "/api/incidents?limit=2").link("next").get();
    assertThat(api.get("council.officer", cursor).errors()).containsExactly("cursor:invalid");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0,limit:out-of-range",
    "state=LOST,state:unknown",
    "strand=XYZ,strand:unknown",
    "bocks=inbox,bocks:unknown-parameter",
    "cursor=nonsense,cursor:invalid",
  })
  void saysWhichParameterIsWrong(String query, String error) {
    Answer answer = api.get("council.officer", "/api/incidents?" + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly(error);
  }

  private List<String> listed(String user, String query) {
    return api.get(user, "/api/incidents" + query).items("reference");
  }
}
