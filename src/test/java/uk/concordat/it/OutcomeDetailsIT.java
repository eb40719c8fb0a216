package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an outcome needs besides its words (domain.md 2.1), where it is hate by perception. */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutcomeDetailsIT {
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]*)\"");

  private final Api api;
  private final LedgerRows ledger;
  private final Referrals referrals;
  private final Visitors visitors;
  private String reference;

  OutcomeDetailsIT(Api api, LedgerRows ledger, Visitors visitors) {
    this.api = api;
    this.ledger = ledger;
    this.visitors = visitors;
    referrals = new Referrals(api);
  }

  @BeforeAll
  void begun() {
    reference = referrals.taken("police.officer");
    referrals.moved("police.officer", reference, "{\"move\":\"start\"}");
  }

  @ParameterizedTest
  @Order(1)
  @CsvSource({
    "POLICE_1,'',details.chargedOn:required details.urn:required",
    "POLICE_1A,'\"chargedOn\":\"2026-11-19\",\"urn\":\"41Z0000126\"',details.urn:invalid",
    "POLICE_1,'\"chargedOn\":\"19/11/2026\",\"urn\":\"41ZZ0000126\"',details.chargedOn:invalid",
    "POLICE_2,'\"supervisor\":\"Demo Supervisor\"',details.supervisorReason:required",
    "POLICE_3,'',details.supervisor:required details.supervisorReason:required",
    "POLICE_6,'',details.supervisor:required details.supervisorReason:required",
    "POLICE_8,'',details.victimView:required details.supervisor:required"
        + " details.supervisorReason:required",
    "POLICE_1,'\"chargedOn\":\"2999-11-19\",\"urn\":\"41ZZ0000126\"',details.chargedOn:in-the-future",
    "POLICE_17,'\"limitationOn\":\"1899-12-31\",\"learningOwner\":\"x\"',details.limitationOn:too-long-ago",
    "POLICE_11,'',details.suspectAge:required",
    "POLICE_11,'\"suspectAge\":\"10\"',details.suspectAge:invalid",
    "POLICE_14,'',details.view:required details.statementOn:required",
    "POLICE_16,'\"view\":\"By phone.\"',details.statementOn:required",
    "POLICE_17,'',details.limitationOn:required details.learningOwner:required",
    "POLICE_20,'',details.receivingBody:required",
    "POLICE_22,'',details.activity:required details.supervisor:required"
        + " details.supervisorReason:required",
    "POLICE_18,'\"urn\":\"41ZZ0000126\"',details:not-of-this-outcome"
  })
  void itIsRefusedWithoutWhatItNeeds(String outcome, String details, String errors) {
    assertThat(record(outcome, details, "").errors()).containsExactly(errors.split(" "));
  }

  @Test
  @Order(2)
  void aDayIsNotBeforeThatOfACrime() {
    assertThat(crime("41/900006/26", "2026-11-18").status()).isEqualTo(201);
    assertThat(record("POLICE_18", "", ",\"outcomeOn\":\"2026-11-17\"").errors())
        .containsExactly("outcomeOn:before-crime");
  }

  @Test
  @Order(2)
  void allThatIsWrongIsSaidAtOnce() {
    String silent = "{\"move\":\"record-outcome\",\"reason\":\"POLICE_20\"}";
    assertThat(api.move("police.officer", reference, silent).errors())
        .containsExactly("text:required", "details.receivingBody:required");
    String tomorrow = LocalDate.now().plusDays(2).toString();
    assertThat(record("POLICE_18", "", ",\"outcomeOn\":\"%s\"".formatted(tomorrow)).errors())
        .containsExactly("outcomeOn:in-the-future");
    assertThat(api.get("police.officer", outcomes()).items("at")).isEmpty();
  }

  @Test
  @Order(3)
  void thePageAsksForWhatTheChosenOutcomeNeedsAndKeepsWhatWasTyped() {
    Visitor officer = visitors.signedIn("police.officer");
    String address = "/referral/outcome.xhtml?ref=" + reference;
    String blank = officer.get(address).body();
    assertThat(blank).doesNotContain("outcome-details-");
    Matcher version = VERSION.matcher(blank);
    assertThat(version.find()).isTrue();
    String asked =
        officer
            .post(
                address,
                Map.of(
                    "jakarta.faces.ViewState",
                    "stateless",
                    "form",
                    "form",
                    "version",
                    version.group(1),
                    "outcome-reason",
                    "POLICE_1",
                    "outcome-text",
                    "He was charged.",
                    "record",
                    ""))
            .body();
    assertThat(asked)
        .contains("outcome-details-chargedOn", "outcome-details-urn", "He was charged.")
        .doesNotContain("outcome-details-activity");
  }

  @Test
  @Order(4)
  void whatIsRecordedStandsUntilAnotherSupersedesIt() {
    assertThat(crime("41/900007/26", "2026-11-18").status()).isEqualTo(201);
    Answer charged =
        record("POLICE_1", "\"chargedOn\":\"2026-11-19\",\"urn\":\"41 zz 00001 26\"", "");
    assertThat(charged.status()).as(charged.body()).isEqualTo(200);
    Answer own = api.get("police.hco", outcomes());
    assertThat(own.text("/items/0/details/urn")).isEqualTo("41ZZ0000126");
    assertThat(own.text("/items/0/current")).isEqualTo("true");
    Answer sender = api.get("council.officer", outcomes());
    assertThat(sender.items("outcome")).containsExactly("POLICE_1");
    assertThat(sender.body()).doesNotContain("details", "41ZZ");
    assertThat(api.get("btp.hco", outcomes()).status()).isEqualTo(404);
    assertThat(ledger.operations(reference))
        .contains("COLLECT outcome.police.record police-officer");
    JsonNode trail = api.get("council.officer", "/api/referrals/" + reference + "/trail").json();
    List<String> told = new ArrayList<>();
    trail.path("items").forEach(one -> told.add(one.path("verb") + " " + one.path("action")));
    assertThat(told)
        .contains("\"DISCLOSE\" \"outcome.police.record\"")
        .doesNotContain("\"COLLECT\" \"outcome.police.record\"");

    referrals.told("police.hco", reference);
    referrals.settled("police.hco", reference);
    referrals.moved("police.hco", reference, "{\"move\":\"close\"}");
    referrals.moved(
        "police.hco",
        reference,
        "{\"move\":\"reopen\",\"reason\":\"NEW_EVIDENCE\",\"text\":\"A film has come in.\"}");
    assertThat(api.get("police.hco", outcomes()).items("current")).containsExactly("false");
    assertThat(record("POLICE_18", "", ",\"outcomeOn\":\"2026-11-20\"").status()).isEqualTo(200);
    Answer both = api.get("police.hco", outcomes());
    assertThat(both.items("outcome")).isEqualTo(List.of("POLICE_18", "POLICE_1"));
    assertThat(both.items("current")).isEqualTo(List.of("true", "false"));
    assertThat(crime("41/900008/26", "2026-11-21").errors())
        .as("a crime is not recorded after the outcome that stands")
        .containsExactly("recordedOn:after-outcome");
    assertThat(crime("41/900008/26", "2026-11-20").status()).isEqualTo(201);
  }

  private Answer crime(String number, String recordedOn) {
    String crimes = "/api/referrals/" + reference + "/crimes";
    String crime =
        """
        {"reference":"%s","reportedOn":"2026-11-18","recordedOn":"%s",
         "offenceClass":"9B","strands":["RAC"]}
        """
            .formatted(number, recordedOn);
    String etag = api.get("police.officer", crimes).etag();
    return api.post("police.officer", crimes, crime, "If-Match", etag);
  }

  private Answer record(String outcome, String details, String more) {
    return api.move(
        "police.officer",
        reference,
        "{\"move\":\"record-outcome\",\"reason\":\"%s\",\"text\":\"She was told.\",\"details\":{%s}%s}"
            .formatted(outcome, details, more));
  }

  private String outcomes() {
    return "/api/referrals/" + reference + "/outcomes";
  }
}
