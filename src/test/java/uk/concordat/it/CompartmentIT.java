package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/** The compartments of a referral: who writes each, what of it is sent, and who reads it. */
@ExtendWith({ApiExtension.class, StackExtension.class})
class CompartmentIT {
  private static final Map<String, String> PARTS =
      new TreeMap<>(
          Map.of(
              "monitoring", "{\"ethnicity\":\"ASIAN_INDIAN\",\"notes\":\"Part three\"}",
              "suspect",
                  "{\"name\":\"Kit Farrow\",\"dateOfBirth\":\"1988-02-29\",\"description\":\"Tall\"}",
              "antecedents", "{\"history\":\"Part seven\",\"bailConditions\":\"Keep away\"}",
              "intelligence", "{\"report\":\"Part eight\"}",
              "witness", "{\"name\":\"Lou Kaur\",\"contact\":\"Part nine\"}",
              "clinical", "{\"detail\":\"Part thirteen\"}",
              "housing", "{\"history\":\"Part fourteen\"}",
              "safeguarding", "{\"concern\":\"Part fifteen\"}"));

  private final Api api;
  private final Referrals referrals;
  private final LedgerRows ledger;
  private final DatabaseOwner owner;
  private final Stack stack;

  CompartmentIT(Api api, LedgerRows ledger, DatabaseOwner owner, Stack stack) {
    this.api = api;
    referrals = new Referrals(api);
    this.ledger = ledger;
    this.owner = owner;
    this.stack = stack;
  }

  /** domain.md 7.5, by hand: who writes what in a draft of their own. */
  @ParameterizedTest(name = "{0} writes {1}")
  @CsvSource({
    "council.officer, monitoring suspect housing safeguarding",
    "police.officer, suspect antecedents witness",
    "police.hco, monitoring suspect antecedents intelligence witness safeguarding",
    "nhs.practitioner, monitoring clinical safeguarding",
    "nhs.safeguarding, monitoring clinical safeguarding",
    "cps.prosecutor, ''",
    "tprc.reporter, ''"
  })
  void isWrittenByWhomTheMatrixLetsAndRefusedToAllOthersByItsName(String who, String own) {
    Answer draft = referrals.draft(who, JsonNodeFactory.instance.objectNode());
    String address = "/api/referrals/" + draft.reference();
    Set<String> written = new TreeSet<>();
    for (Map.Entry<String, String> part : PARTS.entrySet()) {
      String etag = api.get(who, address).etag();
      String patch = "{\"%s\":%s}".formatted(part.getKey(), part.getValue());
      Answer answer = api.patch(who, address, patch, "If-Match", etag);
      if (answer.status() == 200) {
        assertThat(answer.json().get(part.getKey())).hasToString(part.getValue());
        written.add(part.getKey());
      } else {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactly(part.getKey() + ":not-yours");
        assertThat(api.get(who, address).etag()).isEqualTo(etag);
      }
    }
    assertThat(String.join(" ", written)).isEqualTo(String.join(" ", new TreeSet<>(words(own))));
  }

  @Test
  void isRefusedOnCreatingToo() {
    Answer answer =
        api.post("council.officer", "/api/referrals", "{\"clinical\":{\"detail\":\"x\"}}");
    assertThat(answer.errors()).containsExactly("clinical:not-yours");
  }

  @Test
  void theRowPolicyAloneRefusesWhatIsNotTheRoles() throws SQLException {
    String reference = referrals.draft().reference();
    assertThat(inserted(reference, "council.officer", "referral_housing")).isTrue();
    assertThat(inserted(reference, "council.officer", "referral_clinical")).isFalse();
    assertThat(inserted(reference, "council.officer", "referral_intelligence")).isFalse();
    assertThat(inserted(reference, "council.lead", "referral_housing")).isFalse();
    assertThat(inserted(reference, "police.hco", "referral_suspect")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zo\u00EB \uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08 O\u2019Neill",
        "\u0645\u062D\u0645\u062F (Mo) \u0639\u0628\u062F \u0627\u0644\u0644\u0647",
        "<b>Robert</b>'); drop table referral_suspect; --"
      })
  void everyScriptIsKeptAsItIs(String text) {
    ObjectNode content = referrals.complete();
    content.putObject("suspect").put("name", text).put("description", text);
    content.putObject("safeguarding").put("concern", text);
    Answer draft = referrals.draft("council.officer", content);
    Answer read = api.get("council.officer", "/api/referrals/" + draft.reference());
    assertThat(read.text("/suspect/name")).isEqualTo(text);
    assertThat(read.text("/suspect/description")).isEqualTo(text);
    assertThat(read.text("/safeguarding/concern")).isEqualTo(text);
  }

  @Test
  void tooMuchIsRefusedWithItsField() {
    ObjectNode content = referrals.complete();
    content
        .putObject("suspect")
        .put("name", "a".repeat(201))
        .put("dateOfBirth", "2999-01-01")
        .put("description", "a".repeat(2_001));
    content.putObject("housing").put("history", "a".repeat(20_001));
    content.putObject("monitoring").put("ethnicity", "NO_SUCH");
    assertThat(api.post("council.officer", "/api/referrals", content).errors())
        .containsExactly(
            "monitoring.ethnicity:unknown",
            "suspect.name:too-long",
            "suspect.dateOfBirth:in-the-future",
            "suspect.description:too-long",
            "housing.history:too-long");
  }

  @Test
  void aPatchOfOneLeavesTheOthersAndNullClears() {
    ObjectNode content = with("suspect", "housing");
    Answer draft = referrals.draft("council.officer", content);
    String address = "/api/referrals/" + draft.reference();
    Answer changed =
        api.patch(
            "council.officer",
            address,
            "{\"suspect\":{\"name\":null},\"safeguarding\":{\"concern\":\"New\"}}",
            "If-Match",
            draft.etag());
    assertThat(changed.json().get("suspect").has("name")).isFalse();
    assertThat(changed.text("/suspect/description")).isEqualTo("Tall");
    assertThat(changed.text("/housing/history")).isEqualTo("Part fourteen");
    assertThat(changed.text("/safeguarding/concern")).isEqualTo("New");
    // a change of one counts in its own version only; the header keeps when the draft was saved
    assertThat(version(changed, "D6")).isEqualTo(version(draft, "D6") + 1);
    assertThat(version(changed, "D14")).isEqualTo(version(draft, "D14"));
    assertThat(version(changed, "D5")).isEqualTo(version(draft, "D5"));
    Answer cleared =
        api.patch("council.officer", address, "{\"housing\":null}", "If-Match", changed.etag());
    assertThat(cleared.json().has("housing")).isFalse();
    assertThat(ledger.classes(draft.reference()))
        .contains(
            "COLLECT D1,D14,D2,D4,D5,D6", "ALTER D1,D15,D2,D4,D5,D6", "ALTER D1,D14,D2,D4,D5");
  }

  @Test
  void whatTheReceiverMaySeeIsSentAndReadByTheRolesOfTheMatrix() {
    String reference =
        sent("council.officer", with("monitoring", "suspect", "housing", "safeguarding"));
    assertThat(disclosed(reference)).containsExactly("D1", "D15", "D2", "D3", "D4", "D5", "D6");
    assertThat(ledger.classes(reference)).contains("DISCLOSE D1,D15,D2,D3,D4,D5,D6");

    Answer unit = api.get("police.hco", "/api/referrals/" + reference);
    assertThat(parts(unit)).containsExactly("monitoring", "safeguarding", "suspect");
    assertThat(unit.text("/suspect/dateOfBirth")).isEqualTo("1988-02-29");
    assertThat(unit.withheld()).contains("D14:ON_REQUEST").doesNotContain("D6:FULL");
    assertThat(ledger.classes(reference)).last().isEqualTo("CONSULT D1,D15,D2,D3,D4,D5,D6");

    Answer officer = api.get("police.officer", "/api/referrals/" + reference);
    assertThat(parts(officer)).containsExactly("suspect");
    assertThat(officer.body()).doesNotContain("Part three", "Part fourteen", "Part fifteen");
    assertThat(officer.json().at("/withheld").toString())
        .contains("\"dataClass\":\"D15\",\"level\":\"MASKED\",\"why\":\"RECIPIENT\"")
        .contains("\"masked\":\"YES\"");

    // a colleague of the sender's: the suspect masked, the rest as the council keeps it
    Answer lead = api.get("council.lead", "/api/referrals/" + reference);
    assertThat(parts(lead)).containsExactly("housing", "monitoring", "safeguarding");
    assertThat(lead.json().at("/withheld").toString()).contains("\"masked\":\"K F\"");
  }

  @Test
  void aReducedFormIsADisclosureToo() {
    ObjectNode content = police(with("suspect", "antecedents"), "WELHAT-COUNCIL");
    String reference = sent("police.officer", content);
    assertThat(disclosed(reference)).containsExactly("D1", "D2", "D4", "D5", "D6", "D7");
    Answer council = api.get("council.officer", "/api/referrals/" + reference);
    assertThat(parts(council)).isEmpty();
    assertThat(council.body()).contains("K F", "Keep away").doesNotContain("Kit", "Part seven");
  }

  @Test
  void whatNoAgreementCoversIsRefusedByItsName() {
    ObjectNode content = police(with("suspect", "antecedents"), "BTP");
    String reference = referrals.draft("police.hco", content).reference();
    Answer refused = api.move("police.hco", reference, "{\"move\":\"submit\"}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("no-agreement");
    assertThat(refused.errors()).containsExactly("D7:no-agreement");
    assertThat(ledger.refusals(reference))
        .containsExactly("referral.submit no-agreement hate-crime-officer");
    api.patch(
        "police.hco",
        "/api/referrals/" + reference,
        "{\"antecedents\":null}",
        "If-Match",
        api.get("police.hco", "/api/referrals/" + reference).etag());
    referrals.moved("police.hco", reference, "{\"move\":\"submit\"}");
    assertThat(disclosed(reference)).doesNotContain("D7");
  }

  @Test
  void clinicalDetailStaysWithTheTrustAndNeedsNoAgreement() {
    String reference = clinical();
    assertThat(disclosed(reference)).containsExactly("D1", "D15", "D2", "D4", "D5");
    for (String police : List.of("police.hco", "police.officer")) {
      Answer read = api.get(police, "/api/referrals/" + reference);
      assertThat(read.body()).doesNotContain("Part thirteen", "clinical\"");
    }
    for (String trust : List.of("nhs.practitioner", "nhs.safeguarding")) {
      assertThat(api.get(trust, "/api/referrals/" + reference).text("/clinical/detail"))
          .as(trust)
          .isEqualTo("Part thirteen");
    }
  }

  @Test
  void intelligenceReachesTheProsecutorWhoWorksOnItAndNobodyElse() {
    ObjectNode content = police(with("intelligence", "witness"), "CPS-THAMES-CHILTERN");
    String reference = sent("police.hco", content);
    String address = "/api/referrals/" + reference;
    assertThat(disclosed(reference)).contains("D8", "D9");
    assertThat(parts(api.get("cps.prosecutor", address))).containsExactly("witness");
    referrals.moved("cps.prosecutor", reference, "{\"move\":\"acknowledge\"}");
    referrals.moved(
        "cps.prosecutor", reference, "{\"move\":\"accept\",\"assignee\":\"cps.prosecutor2\"}");
    assertThat(parts(api.get("cps.prosecutor2", address)))
        .containsExactly("intelligence", "witness");
    assertThat(parts(api.get("cps.prosecutor", address))).containsExactly("witness");
    assertThat(parts(api.get("police.hco", address))).containsExactly("witness");
  }

  /** To whom a class is withheld, a change of it does not exist. */
  @Test
  void aChangeOfWhatIsWithheldChangesNothingThatOthersSee() {
    String reference = clinical();
    clinical(); // something younger, so that a place in a list could change
    String address = "/api/referrals/" + reference;
    String list = "/api/referrals?sort=changed&limit=100";
    Answer police = api.get("police.hco", address);
    List<String> order = api.get("police.hco", list).items("reference");
    Answer trust = api.get("nhs.safeguarding", address);
    owner.rewrite(reference, "clinical", "detail");
    Answer after = api.get("police.hco", address);
    assertThat(after.etag()).isEqualTo(police.etag());
    assertThat(after.json()).isEqualTo(police.json());
    assertThat(api.get("police.hco", list).items("reference")).isEqualTo(order);
    assertThat(api.get("nhs.safeguarding", address).etag()).isNotEqualTo(trust.etag());

    // of a masked class only the masked form counts
    Answer officer = api.get("police.officer", address);
    owner.rewrite(reference, "safeguarding", "concern");
    assertThat(api.get("police.officer", address).etag()).isEqualTo(officer.etag());
    assertThat(api.get("police.hco", address).etag()).isNotEqualTo(police.etag());
    // so whoever decides is not held up by what they cannot see
    String seen = api.get("police.hco", address).etag();
    owner.rewrite(reference, "clinical", "detail");
    Answer moved =
        api.post("police.hco", address + "/moves", "{\"move\":\"acknowledge\"}", "If-Match", seen);
    assertThat(moved.status()).as(moved.body()).isEqualTo(200);
  }

  private String clinical() {
    ObjectNode content = with("clinical", "safeguarding");
    Referrals.patient(content);
    content.withObject("/clinical").put("safeguarding", "ADULT");
    return sent("nhs.practitioner", content);
  }

  private ObjectNode with(String... parts) {
    ObjectNode content = referrals.complete();
    for (String part : parts) {
      content.set(part, api.json(PARTS.get(part)));
    }
    return content;
  }

  private static ObjectNode police(ObjectNode content, String to) {
    content.put("to", to);
    content.withObject("/footing").put("lawfulBasis", "DPA_35_2_B").put("condition", "SCH8_1");
    return content;
  }

  private String sent(String user, ObjectNode content) {
    String reference = referrals.draft(user, content).reference();
    return referrals.moved(user, reference, "{\"move\":\"submit\"}").reference();
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.split(" "));
  }

  private static List<String> parts(Answer answer) {
    return PARTS.keySet().stream().filter(answer.json()::has).toList();
  }

  private static int version(Answer answer, String dataClass) {
    return Integer.parseInt(answer.etag().replaceAll(".*" + dataClass + "-(\\d+).*", "$1"));
  }

  private List<String> disclosed(String reference) {
    try (Connection connection = stack.postgres().owner().getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select data_class from disclosure where referral = (select id from referral where"
                    + " reference = ?) order by data_class")) {
      query.setString(1, reference);
      List<String> classes = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          classes.add(rows.getString(1));
        }
      }
      return classes;
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Whether the database lets somebody fill a compartment, asked without the gate in Java. */
  private boolean inserted(String reference, String who, String table) throws SQLException {
    String id;
    String[] staff = new String[4];
    try (Connection connection = stack.postgres().owner().getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select r.id, s.subject, s.agency, s.role, array_to_string(s.teams, ',') from referral r,"
                    + " staff s where r.reference = ? and s.username = ?")) {
      api.get(who, "/api/me"); // known from the first request on
      query.setString(1, reference);
      query.setString(2, who);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        id = row.getString(1);
        for (int i = 0; i < staff.length; i++) {
          staff[i] = row.getString(i + 2);
        }
      }
    }
    try (Connection app = stack.postgres().app().getConnection()) {
      app.setAutoCommit(false);
      try (PreparedStatement bind =
              app.prepareStatement(
                  "select bind_caller(cast(? as uuid), ?, 'x', ?, array[?], string_to_array(?, ','))");
          PreparedStatement insert =
              app.prepareStatement(
                  "insert into " + table + " (referral, version) values (cast(? as uuid), 1)")) {
        bind.setString(1, staff[0]);
        bind.setString(2, who);
        bind.setString(3, staff[1]);
        bind.setString(4, staff[2]);
        bind.setString(5, staff[3]);
        bind.execute();
        insert.setString(1, id);
        return insert.executeUpdate() == 1;
      } catch (SQLException refused) {
        assertThat(refused.getMessage()).contains("row-level security policy");
        return false;
      } finally {
        app.rollback();
      }
    }
  }
}
