package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kernel.Strand;
import uk.concordat.referral.ReferralState;

/** Lists are kept as filters, by each for themselves. */
@ExtendWith(ApiExtension.class)
class FilterIT {
  private static final String FILTERS = "/api/filters";

  private final Api api;
  private final Visitors visitors;
  private final StaffDirectory directory;
  private final DatabaseOwner database;
  private String owner;

  FilterIT(Api api, Visitors visitors, StaffDirectory directory, DatabaseOwner database) {
    this.database = database;
    this.api = api;
    this.visitors = visitors;
    this.directory = directory;
  }

  @BeforeEach
  void somebodyKeepsFilters() {
    owner = directory.joins("HERTS-POLICE/hate-crime-unit", "hate-crime-officer");
  }

  @Test
  void isKeptRenamedAndForgotten() {
    Answer kept =
        api.post(
            owner,
            FILTERS,
            "{\"name\":\" Council \",\"queue\":\"unassigned\",\"from\":\"WELHAT-COUNCIL\",\"strand\":\"REL\"}");
    assertThat(kept.status()).as(kept.body()).isEqualTo(201);
    String address = FILTERS + "/" + kept.text("/id");
    assertThat(kept.header("Location").orElseThrow()).endsWith(address);
    assertThat(kept.text("/name")).isEqualTo("Council");
    Answer renamed = put(owner, address + "/name", "{\"name\":\"New from the council\"}");
    assertThat(renamed.text("/name")).isEqualTo("New from the council");
    assertThat(renamed.text("/queue")).isEqualTo("unassigned");
    assertThat(api.get(owner, FILTERS).items("name")).containsExactly("New from the council");
    assertThat(visitors.signedIn(owner).get("/referral/filters.xhtml").body())
        .contains("New from the council")
        .contains("queue=UNASSIGNED&amp;from=WELHAT-COUNCIL&amp;strand=REL");
    assertThat(api.send("DELETE", address, api.token(owner), null).status()).isEqualTo(204);
    assertThat(api.get(owner, FILTERS).items("name")).isEmpty();
  }

  @Test
  void isNobodyElses() {
    String id = kept("Mine").text("/id");
    String colleague = directory.joins("HERTS-POLICE/hate-crime-unit", "hate-crime-officer");
    assertThat(api.get(colleague, FILTERS).items("name")).isEmpty();
    String address = FILTERS + "/" + id;
    assertThat(put(colleague, address + "/name", "{\"name\":\"Theirs\"}").status()).isEqualTo(404);
    assertThat(api.send("DELETE", address, api.token(colleague), null).status()).isEqualTo(404);
    assertThat(visitors.signedIn(colleague).get("/referral/filter.xhtml?id=" + id).status())
        .isEqualTo(404);
    assertThat(api.get(owner, FILTERS).items("name")).containsExactly("Mine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"police.governance", "council.admin", "board.analyst"})
  void isNothingToWhoeverReadsNoReferral(String who) {
    assertThat(api.get(who, FILTERS).status()).isEqualTo(403);
    assertThat(api.post(who, FILTERS, "{\"name\":\"x\"}").status()).isEqualTo(403);
    assertThat(visitors.signedIn(who).get("/referral/filters.xhtml").status()).isEqualTo(404);
    assertThat(visitors.signedIn(who).get("/referral/filter.xhtml").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{};name:required",
        "{'name':' '};name:required",
        "{'name':'1234567890123456789012345678901234567890123456789012345678901'};name:too-long",
        "{'name':'a','queue':'lost'};queue:unknown",
        "{'name':'a','queue':'mine','box':'inbox'};box:not-with-queue",
        "{'name':'a','queue':'mine','sort':'due'};sort:not-with-queue",
        "{'name':'a','from':'NOWHERE'};from:unknown",
        "{'name':'a','reference':'HCR'};reference:unknown-property",
      })
  void saysWhatIsWrong(String body, String error) {
    Answer answer = api.post(owner, FILTERS, body.replace('\'', '"'));
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly(error);
  }

  @Test
  void aNameIsUsedOnceAndTwentyAreTheMost() {
    for (int i = 1; i <= 20; i++) {
      kept("Filter " + i);
    }
    assertThat(api.post(owner, FILTERS, "{\"name\":\"Filter 1\"}").errors())
        .containsExactly("name:taken");
    assertThat(api.post(owner, FILTERS, "{\"name\":\"Filter 21\"}").errors())
        .containsExactly("name:too-many");
  }

  @Test
  void theDatabaseKeepsTheStatesAndStrandsThatThereAreAndNoOther() {
    for (ReferralState state : ReferralState.values()) {
      assertThat(inserted("state", state.name())).isTrue();
    }
    for (Strand strand : Strand.values()) {
      assertThat(inserted("strand", strand.name())).isTrue();
    }
    assertThat(inserted("state", "LOST")).isFalse();
    assertThat(inserted("strand", "LOST")).isFalse();
  }

  /** Whether the database itself takes it, of somebody whom nobody knows. */
  private boolean inserted(String column, String value) {
    try {
      database.row(
          "insert into saved_filter (id, subject, name, queue, sort, %s) values (gen_random_uuid(), gen_random_uuid(), 'x', 'MINE', 'DUE', ?) returning id"
              .formatted(column),
          value);
      return true;
    } catch (IllegalStateException refused) {
      return false;
    }
  }

  private Answer kept(String name) {
    Answer kept = api.post(owner, FILTERS, "{\"name\":\"%s\"}".formatted(name));
    assertThat(kept.status()).as(kept.body()).isEqualTo(201);
    return kept;
  }

  private Answer put(String who, String path, String body) {
    return api.send("PUT", path, api.token(who), body, "Content-Type", "application/json");
  }
}
