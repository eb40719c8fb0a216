package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.document.SampleFiles;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;
import uk.concordat.stack.Waiting;

/** The portal is killed while it keeps a document: nothing of it is there, and then it is whole. */
@ExtendWith({ApiExtension.class, StackExtension.class})
class DocumentCrashIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String USER = "council.officer";

  private final Api api;
  private final DatabaseOwner owner;
  private final Stack stack;
  private final Visitors visitors;

  DocumentCrashIT(Api api, DatabaseOwner owner, Stack stack, Visitors visitors) {
    this.visitors = visitors;
    this.api = api;
    this.owner = owner;
    this.stack = stack;
  }

  @Test
  void nothingIsHalfDone() throws SQLException {
    String reference = new Referrals(api).draft().reference();
    String kept =
        "document where referral = (select id from referral where reference = '%s')"
            .formatted(reference);
    try (Connection holder = stack.postgres().superuser().getConnection();
        Statement hold = holder.createStatement()) {
      holder.setAutoCommit(false);
      hold.execute("lock table document_chunk in share mode"); // its row is written, no byte yet
      CompletableFuture.runAsync(() -> upload(reference));
      String waiting = "pg_locks where not granted and relation = 'document_chunk'::regclass";
      assertThat(Waiting.until(LIMIT, () -> owner.count(waiting) > 0)).isTrue();
      stack.crashPortal();
      holder.rollback();
    }
    assertThat(owner.count(kept)).isZero();
    assertThat(upload(reference).status()).isEqualTo(201);
    assertThat(owner.count(kept)).isOne();
  }

  /** What the container lays aside of a form is plain: it must not outlive the portal. */
  @Test
  void nothingOfAFormIsLeftOnTheDisk() throws SQLException, IOException {
    String reference = new Referrals(api).draft().reference();
    String marked = "Marked for the test. ".repeat(100_000); // more than is kept in memory
    Visitor visitor = visitors.signedIn(USER);
    try (Connection holder = stack.postgres().superuser().getConnection();
        Statement hold = holder.createStatement()) {
      holder.setAutoCommit(false);
      hold.execute("lock table document_chunk in share mode");
      CompletableFuture.runAsync(() -> form(visitor, reference, marked));
      String waiting = "pg_locks where not granted and relation = 'document_chunk'::regclass";
      assertThat(Waiting.until(LIMIT, () -> owner.count(waiting) > 0)).isTrue();
      assertThat(laidAside()).as("else this proves nothing").isNotEmpty();
      stack.crashPortal();
      holder.rollback();
    }
    assertThat(laidAside()).isEmpty();
  }

  private static void form(Visitor visitor, String reference, String text) {
    String field = "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
    visitor.send(
        "POST",
        "/document/attach.xhtml?ref=" + reference,
        field.formatted("jakarta.faces.ViewState", "stateless")
            + field.formatted("form", "form")
            + field.formatted("dataClass", "D5")
            + field.formatted("attach", "")
            + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\n"
            + text
            + "\r\n--x--\r\n",
        "Content-Type",
        "multipart/form-data; boundary=x");
  }

  private List<Path> laidAside() throws IOException {
    try (Stream<Path> files = Files.walk(stack.portalFiles())) {
      return files.filter(Files::isRegularFile).filter(DocumentCrashIT::isMarked).toList();
    }
  }

  private static boolean isMarked(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      return new String(content.readNBytes(21), StandardCharsets.US_ASCII)
          .equals("Marked for the test. ");
    } catch (IOException gone) {
      return false;
    }
  }

  private Answer upload(String reference) {
    return api.upload(USER, reference, "D5", "note.txt", SampleFiles.text("A note."));
  }
}
