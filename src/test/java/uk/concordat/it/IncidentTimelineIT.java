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

/** What happened to an incident, each entry only for those who may see it. */
@ExtendWith(ApiExtension.class)
class IncidentTimelineIT {
  private static final String READ =
      "select string_agg(record_type || ' ' || cardinality(record_ids) || ' ' || array_to_string(data_classes,"
          + " ','), ' ' order by record_type, array_to_string(data_classes, ',')) from ledger_entry where permitted and"
          + " verb = 'CONSULT' and action = 'incident.read' and at >= (select max(at) from ledger_entry"
          + " where permitted and action = 'incident.read' and verb = 'CONSULT' and record_ids ="
          + " (select array_agg(id) from incident where reference = ?)) and actor = (select subject from"
          + " staff where username = 'council.officer')";

  private final Api api;
  private final Incidents incidents;
  private final Referrals referrals;
  private final DatabaseOwner owner;
  private final LedgerRows ledger;
  private final Visitors visitors;
  private final String street = "7 " + UUID.randomUUID();

  IncidentTimelineIT(Api api, DatabaseOwner owner, LedgerRows ledger, Visitors visitors) {
    this.api = api;
    this.owner = owner;
    this.ledger = ledger;
    this.visitors = visitors;
    incidents = new Incidents(api);
    referrals = new Referrals(api);
  }

  @Test
  void whatWasLinkedReferredAndSharedIsThereForWhoeverSeesBoth() {
    String first = incidents.logged("council.officer", here());
    String incident = incidents.logged("council.officer", here());
    linked(incident, first);
    String referral =
        api.post("council.officer", "/api/incidents/" + incident + "/referrals", "{}").reference();
    assertThat(kinds("council.officer", incident)).containsExactly("REFERRED", "LINKED", "LOGGED");
    assertThat(kinds("council.lead", incident))
        .as("a draft is its author's")
        .containsExactly("LINKED", "LOGGED");
    sent(referral);
    Answer whole = read("council.officer", incident, "");
    assertThat(whole.items("kind")).containsExactly("SHARED", "REFERRED", "LINKED", "LOGGED");
    assertThat(whole.text("/items/0/details/to")).isEqualTo("HERTS-POLICE");
    assertThat(whole.text("/items/0/details/referral")).isEqualTo(referral);
    assertThat(whole.text("/items/2/details/incident")).isEqualTo(first);
    assertThat(whole.text("/items/2/details/text")).isEqualTo("It is the same family.");
    assertThat(owner.row(READ, incident))
        .as("the reading, and of what else it tells")
        .containsExactly("incident 1 D1,D5 incident 1 D1,D5 referral 1 D1");
    assertThat(kinds("council.lead", incident))
        .containsExactly("SHARED", "REFERRED", "LINKED", "LOGGED");
    referrals.moved("police.hco", referral, "{\"move\":\"acknowledge\"}");
    referrals.restricted("police.hco", referral); // which is no affair of the incident
    assertThat(api.get("council.lead", "/api/referrals/" + referral).status()).isEqualTo(404);
    assertThat(read("council.lead", incident, "").body())
        .as("whom it does not name learns of none")
        .doesNotContain(referral);
    assertThat(paged("newest", incident)).isEqualTo(whole.items("at"));
    List<String> oldest = new ArrayList<>(whole.items("at"));
    Collections.reverse(oldest);
    assertThat(paged("oldest", incident)).isEqualTo(oldest);
    String page = visitors.signedIn("council.officer").get(page(incident)).body();
    assertThat(page)
        .contains("Belongs together with " + first, "Shared with", "Council officer, Welwyn");
  }

  @Test
  void aLikenessOfWhatItsReaderDoesNotSeeIsNotThere() {
    String first = incidents.logged("council.officer", here());
    String incident = incidents.logged("council.officer", here());
    linked(incident, first);
    owner.row(
        "with made as (insert into incident_link (earlier, later, ground, verdict, reason, decided_by, decided_role,"
            + " decided_at) select l.earlier, l.later, 'SUSPECT', 'CONFIRMED', 'The same man.', l.decided_by,"
            + " l.decided_role, now() from incident_link l join incident i on i.id in (l.earlier, l.later) where"
            + " i.reference = ? returning 1) select count(*) from made",
        incident);
    Answer read = read("council.officer", incident, "");
    assertThat(read.items("kind"))
        .as("a council sees no suspect")
        .containsExactly("LINKED", "LOGGED");
    assertThat(read.body()).doesNotContain("The same man.");
  }

  @Test
  void aDecisionIsNamedAsItWasCalledThen() {
    String incident = incidents.logged("tprc.reporter");
    String address = "/api/incidents/" + incident;
    Answer decided =
        api.post(
            "police.hco",
            address + "/recordings",
            "{\"decision\":\"NOT_RECORDED\",\"tests\":[],\"rationale\":\"It is none.\",\"reviewOn\":\""
                + Incidents.REVIEW_ON
                + "\"}",
            "If-Match",
            api.get("police.hco", address).etag());
    assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    owner.row(
        "with made as (insert into recording_option (code, label, regime, personal_data, position, valid_from) select code,"
            + " 'Another name', regime, personal_data, position, date '2099-01-01' from recording_option where code = ?"
            + " on conflict do nothing returning 1) select count(*) from made",
        "NOT_RECORDED");
    try {
      assertThat(read("police.hco", incident, "").text("/items/0/details/label"))
          .isEqualTo("Nothing is recorded");
    } finally {
      owner.row(
          "with gone as (delete from recording_option where code = ? and valid_from = date '2099-01-01' returning 1)"
              + " select count(*) from gone",
          "NOT_RECORDED");
    }
  }

  @Test
  void whatThePoliceDecidedAndWhoWasNamedIsThereForThem() {
    ObjectNode nameless = incidents.complete();
    nameless.putObject("person").put("known", false);
    String incident = incidents.logged("tprc.reporter", nameless);
    String address = "/api/incidents/" + incident;
    Answer decided =
        api.post(
            "police.hco",
            address + "/recordings",
            "{\"decision\":\"NOT_RECORDED\",\"tests\":[],\"rationale\":\"It is no crime.\",\"reviewOn\":\""
                + Incidents.REVIEW_ON
                + "\"}",
            "If-Match",
            api.get("police.hco", address).etag());
    assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    String naming = address + "/naming";
    Answer proposed =
        api.post(
            "police.hco",
            naming,
            "{\"person\":{\"name\":\"Naomi Field\"},\"reason\":\"She told us.\"}",
            "If-Match",
            api.get("police.hco", naming).etag());
    assertThat(proposed.status()).as(proposed.body()).isEqualTo(200);
    api.post(
        "police.lead",
        naming + "/decision",
        "{\"confirmed\":true,\"reason\":\"It fits.\"}",
        "If-Match",
        api.get("police.lead", naming).etag());
    Answer read = read("police.hco", incident, "");
    assertThat(read.items("kind"))
        .containsExactly("NAME_DECIDED", "NAME_PROPOSED", "RECORDED", "LOGGED");
    assertThat(read.body()).contains("NOT_RECORDED", "It is no crime.", "She told us.", "It fits.");
    assertThat(read.body()).as("the name is with the incident").doesNotContain("Naomi");
  }

  @ParameterizedTest
  @CsvSource({"tprc.reporter", "council2.officer", "police.hco", "council.governance"})
  void toAnybodyElseThereIsNone(String user) {
    String incident = incidents.logged("council.officer");
    int refused = ledger.refused(user).size();
    assertThat(read(user, incident, "").status()).isEqualTo(404);
    assertThat(visitors.signedIn(user).get(page(incident)).status()).isEqualTo(404);
    assertThat(ledger.refused(user)).hasSize(refused + 2);
  }

  @Test
  void anAddressThatAsksForSomethingElseIsRefused() {
    String incident = incidents.logged("council.officer");
    assertThat(read("council.officer", incident, "?limit=0&order=by-name&cursor=x").errors())
        .containsExactlyInAnyOrder("limit:invalid", "order:invalid", "cursor:invalid");
  }

  private ObjectNode here() {
    ObjectNode content = incidents.complete();
    content.putObject("place").put("locationType", "HOME").put("address", street);
    content.withObject("/place").put("postcode", "AL99 9ZZ");
    return content;
  }

  private void linked(String incident, String other) {
    String series = "/api/incidents/" + incident + "/series";
    Answer decided =
        api.post(
            "council.officer",
            series,
            "{\"other\":\"%s\",\"ground\":\"PLACE\",\"confirmed\":true,\"reason\":\"It is the same family.\"}"
                .formatted(other),
            "If-Match",
            api.get("council.officer", series).etag());
    assertThat(decided.status()).as(decided.body()).isEqualTo(200);
  }

  private void sent(String referral) {
    String address = "/api/referrals/" + referral;
    api.patch(
        "council.officer",
        address,
        referrals.complete().retain("needs", "footing"),
        "If-Match",
        api.get("council.officer", address).etag());
    referrals.moved("council.officer", referral, "{\"move\":\"submit\"}");
  }

  private List<String> paged(String order, String incident) {
    List<String> all = new ArrayList<>();
    Answer page = read("council.officer", incident, "?limit=1&order=" + order);
    while (true) {
      all.addAll(page.items("at"));
      if (page.link("next").isEmpty()) {
        return all;
      }
      page = api.get("council.officer", page.link("next").get().replaceFirst("^.*?/api/", "/api/"));
    }
  }

  private List<String> kinds(String user, String incident) {
    return read(user, incident, "").items("kind");
  }

  private Answer read(String user, String incident, String query) {
    return api.get(user, "/api/incidents/" + incident + "/timeline" + query);
  }

  private static String page(String incident) {
    return "/incident/timeline.xhtml?ref=" + incident;
  }
}
