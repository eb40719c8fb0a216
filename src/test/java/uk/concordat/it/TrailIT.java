package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reads which entries of the ledger. */
@ExtendWith(ApiExtension.class)
class TrailIT {
  private static final String ENTRIES = "/api/ledger/entries";

  private final Api api;
  private final LedgerRows rows;
  private final Referrals referrals;

  TrailIT(Api api, LedgerRows rows) {
    this.api = api;
    this.rows = rows;
    referrals = new Referrals(api);
  }

  @Test
  void everybodySeesTheirOwnTrailAndNobodyElses() {
    String record = rows.record(referrals.received().reference());
    Answer own = api.get("council.officer", "/api/me/trail?limit=100");
    assertThat(own.status()).isEqualTo(200);
    assertThat(own.items("agency")).containsOnly("WELHAT-COUNCIL");
    assertThat(own.items("role")).containsOnly("council-officer");
    assertThat(own.body()).contains(record).doesNotContain("Samira");
  }

  @Test
  void whoeverDoesNotGovernTheirAgencyFindsTheirOwn() {
    String record = rows.record(referrals.received().reference());
    Answer found = api.get("police.lead", ENTRIES + "?record=" + record);
    assertThat(found.status()).isEqualTo(200);
    assertThat(found.items("id")).isEmpty();
    assertThat(api.get("police.hco", ENTRIES + "?record=" + record).items("role"))
        .isNotEmpty()
        .containsOnly("hate-crime-officer");
  }

  @Test
  void governanceSeesWhatItsPeopleDidAndWhatItWasSent() {
    String about = ENTRIES + "?record=" + rows.record(referrals.received().reference());
    assertThat(api.get("council.governance", about).items("agency"))
        .isNotEmpty()
        .containsOnly("WELHAT-COUNCIL");
    Answer police = api.get("police.governance", about);
    assertThat(police.items("agency")).contains("WELHAT-COUNCIL", "HERTS-POLICE");
    assertThat(police.items("verb")).contains("DISCLOSE");
    assertThat(api.get("nhs.governance", about).items("agency")).isEmpty();
    assertThat(api.get("board.governance", about).items("agency"))
        .contains("WELHAT-COUNCIL", "HERTS-POLICE");
  }

  @Test
  void noEntryNamesARecordOrAnybody() {
    String reference = referrals.received().reference();
    assertThat(api.get("police.governance", ENTRIES + "?limit=100").body())
        .doesNotContain(reference, "Samira", "police.hco");
  }

  @Test
  void pagesFollowEachOtherWithoutAGap() {
    referrals.received();
    List<String> whole = api.get("board.governance", ENTRIES + "?limit=6").items("id");
    Answer first = api.get("board.governance", ENTRIES + "?limit=6");
    Answer next = api.get("board.governance", first.link("next").orElseThrow());
    assertThat(next.items("id")).hasSize(6).doesNotContainAnyElementsOf(first.items("id"));
    assertThat(first.items("id")).contains(whole.get(0));
  }

  @Test
  void readingTheLedgerIsInIt() {
    String since = Instant.now().toString();
    api.get("nhs.governance", ENTRIES + "?verb=CONSULT&permitted=true");
    Answer own = api.get("nhs.governance", ENTRIES + "?since=" + since);
    assertThat(own.items("action")).contains("audit.read");
    assertThat(own.items("recordType")).contains("ledger");
  }

  @ParameterizedTest
  @ValueSource(strings = {"council.officer", "nhs.practitioner", "board.analyst"})
  void othersAreRefusedAndThatIsInTheLedgerToo(String user) {
    assertThat(api.get(user, ENTRIES).status()).isEqualTo(403);
    assertThat(rows.refused(user)).anyMatch(line -> line.startsWith("audit.read "));
  }

  @ParameterizedTest
  @CsvSource({
    "actor=me, actor:invalid",
    "verb=READ, verb:invalid",
    "permitted=yes, permitted:invalid",
    "since=yesterday, since:invalid",
    "limit=0, limit:invalid",
    "limit=101, limit:invalid",
    "cursor=AAAA, cursor:invalid",
    "user=me, user:unknown-parameter"
  })
  void whatCannotBeReadIsSaid(String query, String error) {
    Answer answer = api.get("nhs.governance", ENTRIES + "?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly(error);
  }
}
