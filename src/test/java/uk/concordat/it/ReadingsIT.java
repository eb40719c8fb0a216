package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.stack.SecondFactor;

/** Which entries of the ledger are worth a look, and to whom that is said. */
@ExtendWith(ApiExtension.class)
class ReadingsIT {
  private static final String ENTRIES = "/api/ledger/entries?limit=100&";

  private final Api api;
  private final LedgerRows rows;
  private final DatabaseOwner owner;
  private final StaffDirectory directory;
  private final StrongTokens tokens;
  private final Referrals referrals;

  ReadingsIT(
      Api api,
      LedgerRows rows,
      DatabaseOwner owner,
      StaffDirectory directory,
      StrongTokens tokens) {
    this.api = api;
    this.rows = rows;
    this.owner = owner;
    this.directory = directory;
    this.tokens = tokens;
    referrals = new Referrals(api);
  }

  @Test
  void betweenTwoAgencies() {
    referrals.received();
    Answer pair = api.get("board.governance", ENTRIES + "from=WELHAT-COUNCIL&to=HERTS-POLICE");
    assertThat(pair.items("agency")).isNotEmpty().containsOnly("WELHAT-COUNCIL");
    assertThat(pair.items("verb")).containsOnly("DISCLOSE");
    assertThat(
            api.get("nhs.governance", ENTRIES + "from=WELHAT-COUNCIL&to=HERTS-POLICE").items("id"))
        .as("of no concern to that agency")
        .isEmpty();
  }

  @Test
  void refusals() {
    assertThat(api.get("police.admin", "/api/referrals").status()).isEqualTo(403);
    Answer refused = api.get("police.governance", ENTRIES + "reading=refused");
    assertThat(refused.items("permitted")).isNotEmpty().containsOnly("false");
    assertThat(refused.items("agency")).containsOnly("HERTS-POLICE");
    assertThat(refused.json().at("/items/0/readings").toString()).contains("refused");
  }

  @ParameterizedTest
  @CsvSource({
    "Jö Demo-Offícer, police.officer, true",
    "Samira OFFICER, police.officer, true",
    "Officer Samira, police.officer, false",
    "Samira O'fficer, police.officer, true",
    "Samira Haddad, police.officer, false",
  })
  void theSameFamilyName(String harmed, String reader, boolean found) {
    ObjectNode content = referrals.complete();
    content.withObject("/person").put("name", harmed);
    String reference = referrals.draft("council.officer", content).reference();
    referrals.moved("council.officer", reference, "{\"move\":\"submit\"}");
    assertThat(api.get(reader, "/api/referrals/" + reference).status()).isEqualTo(200);
    String about = ENTRIES + "reading=same-name&record=" + rows.record(reference);
    Answer hits = api.get("police.governance", about + "&from=HERTS-POLICE");
    assertThat(hits.items("action")).hasSize(found ? 1 : 0);
    assertThat(hits.body()).doesNotContain(harmed);
    for (String other : List.of("nhs.governance", "board.governance")) {
      assertThat(api.get(other, about).items("id")).as("knows no such record").isEmpty();
    }
    owner.exclude(reference, "police.governance");
    assertThat(api.get("police.governance", about + "&from=HERTS-POLICE").items("id"))
        .as("to whoever must not see the record")
        .isEmpty();
  }

  @Test
  void manyAtOnceAndManyWithinAnHour() {
    List<String> references =
        Stream.generate(() -> referrals.submitted().reference()).limit(3).toList();
    String since = "since=" + api.get("police.governance", ENTRIES).items("at").get(0);
    String bulk = ENTRIES + since + "&reading=bulk";
    String officer = directory.joins("HERTS-POLICE/response", "police-officer");
    api.get("police.hco", "/api/referrals?limit=3");
    references.forEach(reference -> api.get(officer, "/api/referrals/" + reference));
    assertThat(api.get("police.governance", bulk).items("id")).isEmpty();
    owner.limits(3, 3);
    try {
      List<String> roles = api.get("police.governance", bulk).items("role");
      assertThat(roles).contains("hate-crime-officer", "police-officer");
    } finally {
      owner.limits(25, 50);
    }
  }

  @Test
  void whatWasSeenThroughBrokenGlass() {
    String reference = referrals.received().reference();
    SecondFactor factor = SecondFactor.fresh();
    String username = directory.joinsWith(factor, "BTP/hate-crime-unit", "hate-crime-officer");
    String token = tokens.token(username, factor);
    referrals.opened(token, reference);
    assertThat(api.send("GET", "/api/referrals/" + reference, token, null).status()).isEqualTo(200);
    Answer seen =
        api.get(
            "board.governance",
            ENTRIES + "from=BTP&reading=glass&record=" + rows.record(reference));
    assertThat(seen.items("action")).containsExactly("referral.read", "breakglass.use");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T06:59:00Z, WELHAT-COUNCIL, council-officer, true",
    "2026-11-23T07:00:00Z, WELHAT-COUNCIL, council-officer, false",
    "2026-11-23T18:59:59Z, WELHAT-COUNCIL, council-officer, false",
    "2026-11-23T19:00:00Z, WELHAT-COUNCIL, council-officer, true",
    "2026-07-06T06:30:00Z, WELHAT-COUNCIL, council-officer, false",
    "2026-11-22T12:00:00Z, WELHAT-COUNCIL, council-officer, true",
    "2026-12-25T12:00:00Z, WELHAT-COUNCIL, council-officer, true",
    "2026-12-25T03:00:00Z, HERTS-POLICE, police-officer, false",
    "2026-11-22T12:00:00Z, HERTS-POLICE, hate-crime-officer, true",
    "2026-11-22T03:00:00Z, NORTH-LEA-NHS, nhs-practitioner, false",
  })
  void outOfHours(String at, String agency, String role, boolean out) {
    List<String> said =
        owner.row(
            "select out_of_hours(cast(a[1] as timestamptz), a[2], a[3]) from string_to_array(?, ' ') a",
            at + " " + agency + " " + role);
    assertThat(said).containsExactly(out ? "t" : "f");
  }

  @Test
  void onePerson() {
    String reference = referrals.received().reference();
    api.get("police.officer", "/api/referrals/" + reference);
    String record = rows.record(reference);
    Answer shown = api.get("police.governance", ENTRIES + "record=" + record);
    String subject = shown.json().at("/items/0/subjects/0").asText();
    Answer seen = api.get("police.governance", ENTRIES + "subject=" + subject);
    assertThat(seen.items("role")).contains("police-officer");
    assertThat(seen.items("records")).hasSameSizeAs(seen.items("id"));
    assertThat(seen.body()).contains(record);
    assertThat(api.get("nhs.governance", ENTRIES + "subject=" + subject).items("id")).isEmpty();
  }

  @Test
  void nobodyIsToldOfTheirOwn() {
    api.get("police.admin", "/api/referrals");
    Answer own = api.get("police.admin", "/api/me/trail");
    assertThat(own.body()).contains("\"permitted\":false").doesNotContain("\"refused\"");
  }

  @ParameterizedTest
  @CsvSource({
    "since=2024-01-01T00:00:00Z,since:span",
    "until=2025-01-01T00:00:00Z&since=2023-01-01T00:00:00Z,since:span",
    "reading=bulky,reading:invalid",
    "from=a'b,from:unknown",
    "to=*,to:unknown"
  })
  void whatCannotBeReadIsSaid(String query, String error) {
    assertThat(api.get("nhs.governance", ENTRIES + query).errors()).containsExactly(error);
  }
}
