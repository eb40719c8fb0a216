package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.document.HostileFiles;
import uk.concordat.document.SampleFiles;
import uk.concordat.document.workshop.Workshop;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;
import uk.concordat.stack.Waiting;

/** Files that were built to end whoever reads them, sent to the running portal: it lives on. */
@ExtendWith({ApiExtension.class, StackExtension.class})
class HostileFilesIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String USER = "council.officer";

  private final Api api;
  private final Stack stack;

  HostileFilesIT(Api api, Stack stack) {
    this.api = api;
    this.stack = stack;
  }

  static Stream<Arguments> bombs() {
    return Stream.of(
        Arguments.of("door.png", HostileFiles.deepPicture(), 400, "too-many-pixels"),
        Arguments.of("letter.pdf", HostileFiles.pdfWithSpace(), 400, "inflates"),
        Arguments.of("letter.pdf", HostileFiles.pdfWithoutHead(), 400, "inflates"),
        Arguments.of("letter.pdf", HostileFiles.pdfInHexadecimal(), 400, "inflates"),
        Arguments.of("door.png", HostileFiles.pictureWithText(), 201, ""),
        Arguments.of("door.jpg", HostileFiles.brokenPicture(), 400, "unreadable"));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("bombs")
  void noneThatIsAttachedEndsThePortal(String name, byte[] file, int status, String code) {
    String reference = new Referrals(api).draft().reference();
    ProcessHandle portal = stack.portalProcess();
    CompletableFuture<Answer> sent =
        CompletableFuture.supplyAsync(() -> api.upload(USER, reference, "D5", name, file));
    assertThat(api.get(USER, "/api/referrals/" + reference).status()).isEqualTo(200);
    Answer answer = sent.join();
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    if (status == 400) {
      assertThat(answer.text("/errors/0/code")).isEqualTo(code);
    }
    assertThat(portal.isAlive()).as("it is the same portal").isTrue();
  }

  static Stream<Arguments> pages() {
    return Stream.of(
        Arguments.of("a picture larger than it says", HostileFiles.pdfWithHugePicture()),
        Arguments.of("a picture within the page", HostileFiles.pdfWithInlinePicture()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void noneThatIsLookedAtEndsThePortal(String what, byte[] pdf) {
    ProcessHandle portal = stack.portalProcess();
    Answer page = api.get(USER, attached(pdf) + "/pages/1");
    assertThat(page.status()).isIn(200, 404);
    assertThat(page.header("Content-Type").orElseThrow())
        .startsWith(page.status() == 200 ? "image/png" : "application/problem+json");
    assertThat(portal.isAlive()).as("it is the same portal").isTrue();
  }

  @Test
  void aHelperThatDiesInTheMiddleOfItsWorkIsAPageThatCannotBeShown() {
    String letter = attached(SampleFiles.pdf());
    String endless = attached(HostileFiles.pdfWithoutEnd());
    CompletableFuture<Answer> asked =
        CompletableFuture.supplyAsync(() -> api.get(USER, endless + "/pages/1"));
    assertThat(Waiting.until(SOON, () -> helper().isPresent())).isTrue();
    ProcessHandle working = helper().orElseThrow();
    assertThat(api.get(USER, endless).status()).as("meanwhile").isEqualTo(200);
    assertThat(api.get(USER, letter + "/pages/1").status()).as("the other place").isEqualTo(200);
    assertThat(Waiting.until(SOON, () -> inTransaction() == 0))
        .as("no transaction is open while a page is drawn")
        .isTrue();
    assertThat(asked).isNotDone();
    working.destroyForcibly();
    assertThat(asked.join().status()).isEqualTo(404);
    assertThat(Waiting.until(SOON, () -> helper().isEmpty())).isTrue();
  }

  private String attached(byte[] pdf) {
    String reference = new Referrals(api).draft().reference();
    Answer attached = api.upload(USER, reference, "D5", "letter.pdf", pdf);
    assertThat(attached.status()).as(attached.body()).isEqualTo(201);
    return "/api/referrals/" + reference + "/documents/" + attached.text("/id");
  }

  private long inTransaction() {
    try (Connection connection = stack.postgres().superuser().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where state = 'idle in transaction'")) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<ProcessHandle> helper() {
    return stack
        .portalProcess()
        .descendants()
        .filter(each -> each.info().commandLine().orElse("").endsWith(Workshop.class.getName()))
        .findFirst();
  }
}
