package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Outcomes are counted on either basis, as worked out by hand for March 1951, of which no other
 * test knows.
 *
 * <pre>
 * crime recorded  came to
 * A     2 March   suspect 1: type 1 on 10 March; suspect 2: type 1A on 5 April
 * B     5 March   type 18 on 20 March, opened again
 * C     6 March   nothing yet
 * D     7 March   type 18 on 9 March; recorded twice, counts as A
 * E     20 Feb    suspect 1: type 5 on 15 March
 * F     8 March   suspect 1: type 10 on 12 March, superseded by type 15 on 2 April
 * </pre>
 */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutcomeCountIT {
  private static final String MARCH = "&from=1951-03-01&to=1951-03-31";
  private static final String APRIL = "&from=1951-04-01&to=1951-04-30";
  private static final String CHARGED = "\"chargedOn\":\"1951-03-09\",\"urn\":\"41ZZ0000151\"";

  private final Api api;
  private final LedgerRows ledger;
  private final Referrals referrals;
  private final DatabaseOwner owner;
  private String reference;

  OutcomeCountIT(Api api, LedgerRows ledger, DatabaseOwner owner) {
    this.api = api;
    this.ledger = ledger;
    this.owner = owner;
    referrals = new Referrals(api);
  }

  @BeforeAll
  void crimes() {
    reference = referrals.taken("police.hco");
    recorded("A", "1951-03-02");
    recorded("B", "1951-03-05");
    recorded("C", "1951-03-06");
    recorded("D", "1951-03-07");
    recorded("E", "1951-02-20");
    recorded("F", "1951-03-08");
    cameTo("A", 1, "1", "1951-03-10", null, CHARGED);
    cameTo("A", 2, "1A", "1951-04-05", null, CHARGED + ",\"aggravatedLost\":\"It was not.\"");
    cameTo("B", null, "18", "1951-03-20", null, "");
    cameTo("B", null, "0", "1951-03-21", "A letter came.", "");
    cameTo("D", null, "18", "1951-03-09", null, "");
    cameTo("E", 1, "5", "1951-03-15", null, "\"diedOn\":\"1951-03-14\"");
    cameTo("F", 1, "10", "1951-03-12", null, "");
    cameTo("F", 1, "15", "1951-04-02", "It was looked at again.", "");
    done(
        api.post(
            "police.hco",
            address() + "/" + id("D") + "/merges",
            "{\"into\":\"%s\",\"reason\":\"Recorded twice.\"}".formatted(id("A")),
            "If-Match",
            api.get("police.hco", address()).etag()),
        200);
    String first = reference;
    reference = referrals.taken("police.hco");
    recorded("A", "1951-03-02"); // another report of the same crime, under its number
    reference = first;
  }

  @Test
  void byCrimesRecordedInThePeriod() {
    Answer counted = api.get("police.hco", counts("RECORDED", MARCH));
    assertThat(counted.status()).as(counted.body()).isEqualTo(200);
    assertThat(counted.text("/basis")).isEqualTo("RECORDED");
    assertThat(counted.text("/crimes")).as("A, B, C, F").isEqualTo("4");
    assertThat(counted.text("/notYetAssigned")).as("B, C").isEqualTo("2");
    assertThat(counted.text("/total")).as("two of A, one of F").isEqualTo("3");
    assertThat(lines(counted)).containsExactly("1:2", "1A:1 of 1", "15:1");
  }

  @Test
  void byOutcomesAssignedInThePeriod() {
    Answer march = api.get("police.hco", counts("ASSIGNED", MARCH));
    assertThat(march.text("/basis")).isEqualTo("ASSIGNED");
    assertThat(march.text("/crimes")).as("A, E").isEqualTo("2");
    assertThat(march.text("/total")).isEqualTo("2");
    assertThat(march.json().has("notYetAssigned")).isFalse();
    assertThat(lines(march)).containsExactly("1:1", "5:1");
    Answer april = api.get("police.hco", counts("ASSIGNED", APRIL));
    assertThat(april.text("/total")).isEqualTo("2");
    assertThat(lines(april)).containsExactly("1:1", "1A:1 of 1", "15:1");
    assertThat(ledger.counts("police.hco")).contains("CONSULT stats.view D18");
  }

  @Test
  void whatIsHiddenIsNotCountedAndNobodyElseCounts() {
    owner.exclude(reference, "police.lead");
    Answer barred = api.get("police.lead", counts("RECORDED", MARCH));
    assertThat(barred.status()).isEqualTo(200);
    assertThat(barred.text("/crimes")).as("A, by the other report").isEqualTo("1");
    assertThat(barred.text("/total")).isEqualTo("0");
    for (String user : List.of("council.officer", "cps.prosecutor", "police.governance")) {
      assertThat(api.get(user, counts("RECORDED", MARCH)).status()).as(user).isEqualTo(404);
      assertThat(ledger.refused(user)).as(user).contains("stats.view not-visible");
    }
    assertThat(api.get("nhs.practitioner", counts("RECORDED", MARCH)).status()).isEqualTo(403);
    assertThat(api.get("btp.hco", counts("RECORDED", MARCH)).text("/crimes")).isEqualTo("0");
  }

  @Test
  void theBasisAndTheDaysAreNamed() {
    assertThat(api.get("police.hco", "/api/police-outcomes").errors())
        .containsExactly("basis:required", "from:required", "to:required");
    assertThat(api.get("police.hco", counts("BOTH", MARCH)).errors())
        .containsExactly("basis:invalid");
    assertThat(api.get("police.hco", counts("ASSIGNED", "&from=1951-03-31&to=1951-03-01")).errors())
        .containsExactly("to:before-from");
  }

  private static String counts(String basis, String period) {
    return "/api/police-outcomes?basis=" + basis + period;
  }

  /** The lines that are not empty. */
  private static List<String> lines(Answer counted) {
    List<String> lines = new ArrayList<>();
    counted
        .json()
        .path("items")
        .forEach(
            line -> {
              if (line.path("count").asInt() > 0) {
                lines.add(
                    line.path("type").asText()
                        + ":"
                        + line.path("count").asText()
                        + (line.has("ofWhich") ? " of " + line.path("ofWhich").asText() : ""));
              }
            });
    return lines;
  }

  private void recorded(String crime, String day) {
    done(
        api.post(
            "police.hco",
            address(),
            """
            {"reference":"%s","reportedOn":"%s","recordedOn":"%s","offenceClass":"8M","strands":["RAC"]}
            """
                .formatted(number(crime), day, day),
            "If-Match",
            api.get("police.hco", address()).etag()),
        201);
  }

  private void cameTo(
      String crime, Integer suspect, String type, String day, String reason, String details) {
    String why = reason == null ? "null" : "\"" + reason + "\"";
    done(
        api.post(
            "police.hco",
            address() + "/" + id(crime) + "/outcomes",
            """
            {"suspect":%s,"type":"%s","outcomeOn":"%s","reason":%s,"details":{%s}}
            """
                .formatted(suspect, type, day, why, details),
            "If-Match",
            api.get("police.hco", address()).etag()),
        201);
  }

  private static void done(Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
  }

  private String id(String crime) {
    Answer all = api.get("police.hco", address());
    return all.text("/items/%d/id".formatted(all.items("reference").indexOf(number(crime))));
  }

  private static String number(String crime) {
    return "41/90510%d/51".formatted(crime.charAt(0) - 'A');
  }

  private String address() {
    return "/api/referrals/" + reference + "/crimes";
  }
}
