package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the security log holds, and who reads it. */
@ExtendWith(ApiExtension.class)
class SecurityLogIT {
  private static final String LOG = "/api/ledger/security";

  private final Api api;
  private final Visitors visitors;
  private final StaffDirectory directory;
  private final LedgerRows rows;

  SecurityLogIT(Api api, Visitors visitors, StaffDirectory directory, LedgerRows rows) {
    this.directory = directory;
    this.api = api;
    this.visitors = visitors;
    this.rows = rows;
  }

  @Test
  void knowsWhoSignedInAndOutAndNoName() {
    String since = Instant.now().toString();
    Visitor visitor = visitors.signedIn("council2.officer");
    assertThat(visitor.get("/index.xhtml").status()).isEqualTo(200);
    assertThat(visitor.get("/help.xhtml").status()).isEqualTo(200);
    assertThat(rows.security("council2.officer", since)).containsExactly("SIGNED_IN");
    visitor.send("POST", "/sign-out", "", "Origin", visitors.address());
    assertThat(rows.security("council2.officer", since)).containsExactly("SIGNED_IN", "SIGNED_OUT");
    Answer board = api.get("board.governance", LOG + "?limit=100&since=" + since);
    assertThat(board.body()).doesNotContain("council2", "127.0.0.1");
  }

  @Test
  void knowsWhoWasNotLetInAndWhoseSessionEnded() {
    String since = Instant.now().toString();
    String username = directory.joins();
    Visitor visitor = visitors.signedIn(username);
    assertThat(visitor.get("/index.xhtml").status()).isEqualTo(200);
    directory.gets(username, "information-governance"); // beside council-officer: nobody may
    assertThat(visitor.get("/index.xhtml").status()).isEqualTo(403);
    assertThat(visitor.get("/help.xhtml").status()).isEqualTo(403);
    directory.loses(username, "information-governance");
    assertThat(visitor.get("/index.xhtml").status()).isEqualTo(200);
    directory.signsOut(username);
    assertThat(visitor.get("/index.xhtml").status()).isEqualTo(302);
    assertThat(rows.security(username, since))
        .containsExactly("SIGNED_IN", "SIGN_IN_REFUSED", "SIGNED_IN", "SESSION_EXPIRED");
    Answer refused = api.get("council.governance", LOG + "?kind=SIGN_IN_REFUSED&since=" + since);
    assertThat(refused.items("detail")).containsExactly("forbidden-pair");
  }

  @Test
  void knowsThatThePortalCouldNotWorkAndThatItCouldAgain() {
    String token = api.token("council.officer");
    directory.withAnotherSecret(
        () -> {
          assertThat(api.send("GET", "/api/me", token, null).status()).isEqualTo(503);
          assertThat(api.open("/ready").status()).isEqualTo(503);
        });
    assertThat(api.open("/ready").status()).isEqualTo(200);
    assertThat(api.get("board.governance", LOG + "?kind=INTROSPECTION_FAILED").items("detail"))
        .contains("refused");
    for (String kind : List.of("READINESS_LOST", "READINESS_REGAINED")) {
      assertThat(api.get("board.governance", LOG + "?kind=" + kind).items("detail"))
          .as(kind)
          .contains("introspection");
    }
  }

  @Test
  void knowsThatATokenWasRefusedAndNothingOfIt() {
    api.send("GET", "/api/me", "not.a.token", null);
    assertThat(api.get("board.governance", LOG + "?kind=TOKEN_REFUSED").items("detail"))
        .contains("not-good");
    assertThat(api.get("board.governance", LOG + "?kind=TOKEN_REFUSED").body())
        .doesNotContain("not.a.token");
  }

  @Test
  void knowsHowThePortalStartedAndWithWhichKey() {
    Answer started = api.get("board.governance", LOG + "?kind=PORTAL_STARTED");
    assertThat(started.items("detail")).first().asString().matches("schema [0-9.]+");
    assertThat(api.get("board.governance", LOG + "?kind=LEDGER_KEY_CHANGED").items("detail"))
        .first()
        .asString()
        .contains("+");
  }

  @Test
  void knowsInWhichRoleSomebodyChoseToAct() {
    String since = Instant.now().toString();
    assertThat(
            api.send(
                    "PUT",
                    "/api/me/acting-role",
                    api.token("cps.lead"),
                    "{\"role\":\"cps-prosecutor\"}",
                    "Content-Type",
                    "application/json")
                .status())
        .isLessThan(300);
    Answer own = api.get("cps.governance", LOG + "?kind=ROLE_CHOSEN&since=" + since);
    assertThat(own.items("detail")).contains("cps-prosecutor");
    assertThat(own.items("role")).contains("cps-prosecutor");
  }

  @Test
  void isReadByGovernanceOfTheAgencyAndWhatIsNobodysByTheBoards() {
    api.get("nhs.practitioner", "/api/ledger/key");
    assertThat(api.get("nhs.governance", LOG + "?kind=CHECKPOINT_READ").items("agency"))
        .isNotEmpty()
        .containsOnly("NORTH-LEA-NHS");
    assertThat(api.get("nhs.governance", LOG + "?kind=PORTAL_STARTED").items("id")).isEmpty();
    assertThat(api.get("board.governance", LOG + "?limit=100").items("agency"))
        .contains("") // nobody's
        .isSubsetOf("", "BOARD");
  }

  @Test
  void showsWhoeverDoesNotGovernTheirOwn() {
    api.get("police.lead", "/api/ledger/key");
    api.get("police.hco", "/api/ledger/key");
    Answer own = api.get("police.lead", LOG + "?limit=100");
    assertThat(own.items("actor")).isNotEmpty();
    assertThat(List.copyOf(own.items("actor")).stream().distinct()).hasSize(1);
  }

  @Test
  void pagesFollowEachOther() {
    for (int i = 0; i < 4; i++) {
      api.get("btp.hco", "/api/ledger/key");
    }
    Answer first = api.get("btp.hco", LOG + "?limit=2");
    Answer next = api.get("btp.hco", first.link("next").orElseThrow());
    assertThat(next.items("id")).hasSize(2).doesNotContainAnyElementsOf(first.items("id"));
  }

  @Test
  void isReadInTheLedger() {
    String since = Instant.now().toString();
    api.get("nhs.governance", LOG);
    assertThat(
            api.get("nhs.governance", "/api/ledger/entries?limit=5&since=" + since)
                .items("recordType"))
        .contains("security-log");
  }

  @ParameterizedTest
  @ValueSource(strings = {"council.officer", "nhs.practitioner", "board.analyst"})
  void isRefusedToOthersAndThatIsInTheLedger(String user) {
    assertThat(api.get(user, LOG).status()).isEqualTo(403);
    assertThat(rows.refused(user)).anyMatch(line -> line.startsWith("audit.read "));
  }

  @ParameterizedTest
  @CsvSource({
    "actor=me, actor:invalid",
    "kind=READ, kind:invalid",
    "since=yesterday, since:invalid",
    "limit=101, limit:invalid",
    "cursor=AAAA, cursor:invalid",
    "agency=BTP, agency:unknown-parameter"
  })
  void saysWhatItCannotRead(String query, String error) {
    Answer answer = api.get("nhs.governance", LOG + "?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly(error);
  }
}
