package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/** A month of the ledger leaves the portal as a file that needs nobody's word. */
@ExtendWith({ApiExtension.class, StackExtension.class})
class LedgerExportIT {
  private static final String MONTHS = "/api/ledger/months";

  private final Api api;
  private final LedgerTree tree;
  private final LedgerRows rows;
  private final Stack stack;
  private final String month = YearMonth.now(ZoneOffset.UTC).toString();
  private final Exchanges seen;
  private WitnessProgram program;

  @TempDir Path folder;

  LedgerExportIT(Api api, LedgerTree tree, LedgerRows rows, Stack stack, Exchanges seen) {
    this.seen = seen;
    this.api = api;
    this.tree = tree;
    this.rows = rows;
    this.stack = stack;
  }

  @BeforeEach
  void prepare() {
    program = new WitnessProgram(stack, folder);
    program.file("log.keys", api.get("nhs.governance", "/api/ledger/key").body());
    tree.placesOf(new Referrals(api).received().reference());
  }

  @Test
  void theBoardsExportHoldsEveryEntry() {
    assertThat(export("board.governance", "COMMISSIONER").statusCode()).isEqualTo(200);
    WitnessProgram.Ended checked = program.verifies("month.zip");
    assertThat(checked.said()).contains("are what was signed", " 0 are not shown");
    assertThat(checked.code()).isZero();
    assertThat(rows.monthly(month)).contains("DISCLOSE COMMISSIONER {INFORMATION_COMMISSIONER}");
  }

  @Test
  void anAgencysExportHoldsOthersByTheirHashAlone() throws IOException {
    assertThat(export("nhs.governance", "SELF_MONITORING").statusCode()).isEqualTo(200);
    WitnessProgram.Ended checked = program.verifies("month.zip");
    assertThat(checked.said()).contains("are what was signed").doesNotContain(" 0 are not");
    assertThat(checked.code()).isZero();
    assertThat(rows.monthly(month)).contains("CONSULT SELF_MONITORING {}");
    String withheld = entries().lines().filter(line -> line.contains("withheld")).findAny().get();
    assertThat(withheld).doesNotContain("entry", "key", "time", "verb");
  }

  @Test
  void anExportThatSomebodyChangedIsFound() throws IOException {
    export("board.governance", "INTEGRITY");
    rewrite(entries().replaceFirst("\"permitted\":true", "\"permitted\":false"));
    WitnessProgram.Ended checked = program.verifies("month.zip");
    assertThat(checked.said()).contains("changed");
    assertThat(checked.code()).isEqualTo(3);
  }

  @Test
  void anEntryThatIsSaidToBeAnothersStillHasToFit() throws IOException {
    export("board.governance", "INTEGRITY");
    rewrite(
        entries()
            .replaceFirst(
                "\\{\"leaf\":(\\d+),\"hash\":\"[^\"]+\".*\\}",
                "{\"leaf\":$1,\"hash\":\"" + "A".repeat(43) + "=\",\"withheld\":true}"));
    assertThat(program.verifies("month.zip").code()).isEqualTo(3);
  }

  @Test
  void whoeverGovernsSeesTheMonths() {
    int before = tree.securityEvents("CHECKPOINT_READ");
    Answer months = api.get("police.governance", MONTHS);
    assertThat(months.items("month")).contains(month);
    assertThat(tree.securityEvents("CHECKPOINT_READ")).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"police.lead", "council.officer", "board.analyst", "police.admin"})
  void nobodyElseSeesOrExportsThem(String user) {
    assertThat(api.get(user, MONTHS).status()).isEqualTo(403);
    assertThat(export(user, "INTEGRITY").statusCode()).isEqualTo(403);
    assertThat(rows.refused(user)).contains("audit.export role-lacks-action");
  }

  @ParameterizedTest
  @CsvSource({
    "?use=CURIOSITY, use:unknown",
    "'', use:required",
    "?use=INTEGRITY&for=me, for:unknown-parameter"
  })
  void onlyALawfulUseGetsOne(String query, String error) {
    Answer refused = api.get("police.governance", MONTHS + "/" + month + "/export" + query);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errors()).containsExactly(error);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1969-12", "2026-13", "nonsense", "0000-01"})
  void aMonthWithoutEntriesIsNotThere(String none) {
    Answer refused = api.get("police.governance", MONTHS + "/" + none + "/export?use=INTEGRITY");
    assertThat(refused.status()).isEqualTo(404);
  }

  private HttpResponse<Path> export(String user, String use) {
    try {
      Instant from = Instant.now();
      HttpResponse<Path> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          URI.create(stack.portal() + MONTHS + "/" + month + "/export?use=" + use))
                      .header("Authorization", "Bearer " + api.token(user))
                      .build(),
                  BodyHandlers.ofFile(folder.resolve("month.zip")));
      if (answer.statusCode() == 200) {
        seen.passed("GET /api/ledger/months/{month}/export", api.subject(user), from);
      }
      return answer;
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private String entries() throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("month.zip"))) {
      return Files.readString(zip.getPath("entries.jsonl"));
    }
  }

  private void rewrite(String entries) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("month.zip"))) {
      Files.writeString(zip.getPath("entries.jsonl"), entries);
    }
  }
}
