package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rates against a table that was worked out by hand, in a year of their own. */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RateIT {
  private static final String PROSECUTOR = "cps.prosecutor";
  private static final String YEAR = "/api/rates?from=2001-01-01&to=2001-12-31";

  private final Api api;
  private final LedgerRows ledger;
  private final Visitors visitors;
  private final DatabaseOwner owner;
  private final CaseFiles files;

  RateIT(Api api, LedgerRows ledger, Visitors visitors, DatabaseOwner owner) {
    List.of(PROSECUTOR, "cps.prosecutor2").forEach(api::subject);
    this.api = api;
    this.ledger = ledger;
    this.visitors = visitors;
    this.owner = owner;
    files = new CaseFiles(api);
  }

  /**
   * By hand: four were completed (A to D), three of them convictions (A, B, C): 3 of 4. All three
   * convictions are flagged; an uplift was announced in A and C, and only in A is it in the record
   * of the hearing: 1 of 3. E is administrative. The first result of A does not stand.
   */
  @Test
  void areThoseOfTheTable() {
    String announced = recorded();
    superseded(announced);
    String none =
        recorded(
            "\"announced\":true,\"provision\":\"CDA_29_32\"",
            "\"announced\":false,\"provision\":\"CDA_29_32\"");
    String notInTheRecord = recorded("\"endorsed\":true", "\"endorsed\":false");
    String stopped = ended("DISCONTINUED", "WITNESS");
    String administrative = ended("WARRANT_OUTSTANDING", null);
    List.of(announced, none, notInTheRecord, stopped, administrative).forEach(this::inThatYear);

    Answer rates = api.get(PROSECUTOR, YEAR);
    assertThat(rates.text("/convictions")).isEqualTo("3");
    assertThat(rates.text("/completed")).isEqualTo("4");
    assertThat(rates.text("/uplifts")).isEqualTo("1");
    assertThat(rates.text("/flaggedConvictions")).isEqualTo("3");

    owner.exclude(announced, "cps.prosecutor2");
    Answer without = api.get("cps.prosecutor2", YEAR);
    assertThat(without.text("/convictions")).as("what is hidden is not counted").isEqualTo("2");
    assertThat(without.text("/completed")).isEqualTo("3");
    assertThat(without.text("/uplifts")).isEqualTo("0");
  }

  @Test
  void areForThoseWhoReviewFiles() {
    assertThat(api.get("police.hco", YEAR).status()).isEqualTo(403);
    assertThat(ledger.refused("police.hco")).contains("stats.view not-permitted");
    assertThat(api.get("nhs.practitioner", YEAR).status()).isEqualTo(403);
    assertThat(ledger.refused("nhs.practitioner")).contains("stats.view role-lacks-action");
    assertThat(api.get(PROSECUTOR, "/api/rates?from=2001-01-01").errors())
        .containsExactly("to:required");
    assertThat(api.get(PROSECUTOR, "/api/rates?from=2001-02-01&to=2001-01-31").errors())
        .containsExactly("to:before-start");
    assertThat(visitors.signedIn(PROSECUTOR).get("/court/rates.xhtml").body())
        .contains("Conviction rate", "Uplift rate", "onvictions and non-convictions");
    assertThat(visitors.signedIn("police.hco").get("/court/rates.xhtml").status()).isEqualTo(404);
  }

  private String recorded(String... change) {
    String reference = files.beforeTheCourt(PROSECUTOR);
    String result = files.convicting(reference, "");
    result = change.length == 0 ? result : result.replace(change[0], change[1]);
    CaseFiles.made(files.recorded(PROSECUTOR, "POST", reference, "/results", result));
    return reference;
  }

  private void superseded(String reference) {
    String again = files.convicting(reference, ",\"supersedes\":\"The fine was read wrongly.\"");
    CaseFiles.made(files.recorded(PROSECUTOR, "POST", reference, "/results", again));
  }

  private String ended(String finalisation, String reason) {
    String reference = files.beforeTheCourt(PROSECUTOR);
    Answer file = files.read(PROSECUTOR, reference);
    String finding =
        "{\"charge\":\"%s\",\"plea\":\"NONE\",\"verdict\":\"NOT_PROCEEDED\",\"foundOn\":\"%s\"}";
    String result =
        "{\"defendant\":\"%s\",\"finalisation\":\"%s\",%s\"on\":\"%s\",\"findings\":[%s,%s]}"
            .formatted(
                file.text("/file/defendants/0/id"),
                finalisation,
                reason == null ? "" : "\"reason\":\"" + reason + "\",",
                CaseFiles.day(),
                finding.formatted(file.text("/file/charges/0/id"), CaseFiles.day()),
                finding.formatted(file.text("/file/charges/1/id"), CaseFiles.day()));
    CaseFiles.made(files.recorded(PROSECUTOR, "POST", reference, "/results", result));
    return reference;
  }

  private void inThatYear(String reference) {
    owner.row(
        "with moved as (update court_result set on_day = '2001-06-01' where on_day is not null and"
            + " referral = (select id from referral where reference = ?) returning 1) select"
            + " count(*) from moved",
        reference);
  }
}
