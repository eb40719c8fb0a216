package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.document.SampleFiles;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;
import uk.concordat.stack.Waiting;

/** What happens to a draft or a document while it is attached or sent, and many at once. */
@ExtendWith({ApiExtension.class, StackExtension.class})
class DocumentRaceIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String USER = "council.officer";
  private static final int LARGE = 25 * 1024 * 1024;

  private final Api api;
  private final DatabaseOwner owner;
  private final Stack stack;
  private final Referrals referrals;

  DocumentRaceIT(Api api, DatabaseOwner owner, Stack stack) {
    this.api = api;
    this.owner = owner;
    this.stack = stack;
    referrals = new Referrals(api);
  }

  @Test
  void whatIsBeingAttachedWhenADraftIsSentIsDisclosedWithIt() throws SQLException {
    assertThat(disclosed(referrals.submitted().reference()))
        .as("else this proves nothing")
        .isZero();
    String reference = referrals.draft().reference();
    Answer sent =
        whileItIsAttached(
            reference, () -> referrals.moved(USER, reference, "{\"move\":\"submit\"}"));
    assertThat(sent.status()).as(sent.body()).isEqualTo(200);
    assertThat(disclosed(reference)).isOne();
    assertThat(entries("DISCLOSE", id(reference))).isOne();
  }

  @Test
  void whatIsBeingAttachedWhenADraftIsDiscardedIsErasedWithIt() throws SQLException {
    String reference = referrals.draft().reference();
    String id = id(reference);
    String etag = api.get(USER, "/api/referrals/" + reference).etag();
    Answer discarded =
        whileItIsAttached(
            reference,
            () ->
                api.send(
                    "DELETE",
                    "/api/referrals/" + reference,
                    api.token(USER),
                    null,
                    "If-Match",
                    etag));
    assertThat(discarded.status()).as(discarded.body()).isEqualTo(204);
    assertThat(entries("ERASE", id)).isOne();
  }

  /** Keeps a document of D15 from being kept until something else waits for it. */
  private Answer whileItIsAttached(String reference, Supplier<Answer> other) throws SQLException {
    CompletableFuture<Answer> upload;
    CompletableFuture<Answer> meanwhile;
    try (Connection holder = stack.postgres().superuser().getConnection();
        Statement hold = holder.createStatement()) {
      holder.setAutoCommit(false);
      hold.execute("lock table document_chunk in share mode"); // its row is written, no byte yet
      upload =
          CompletableFuture.supplyAsync(
              () -> api.upload(USER, reference, "D15", "note.txt", SampleFiles.text("A note.")));
      waits("relation = 'document_chunk'::regclass");
      meanwhile = CompletableFuture.supplyAsync(other);
      waits("locktype in ('transactionid', 'tuple')");
      holder.rollback();
    }
    assertThat(upload.join().status()).as(upload.join().body()).isEqualTo(201);
    return meanwhile.join();
  }

  private void waits(String what) {
    String waiting = "pg_locks where not granted and " + what;
    assertThat(Waiting.until(LIMIT, () -> owner.count(waiting) > 0)).as(what).isTrue();
  }

  private long disclosed(String reference) {
    return owner.count(
        "disclosure where data_class = 'D15' and referral = '%s'".formatted(id(reference)));
  }

  private long entries(String verb, String id) {
    return owner.count(
        "ledger_entry where permitted and verb = '%s' and 'D15' = any(data_classes) and record_ids @> '{%s}'"
            .formatted(verb, id));
  }

  private String id(String reference) {
    return owner
        .column("select id::text from referral where reference = '%s'".formatted(reference))
        .get(0);
  }

  @Test
  void manyLargeFilesAtOnceEndNothing() {
    byte[] file = new byte[LARGE];
    Arrays.fill(file, (byte) 'a');
    List<CompletableFuture<Answer>> uploads = new ArrayList<>();
    ExecutorService people = Executors.newFixedThreadPool(12);
    try {
      for (int each = 0; each < 12; each++) {
        String reference = referrals.draft().reference();
        uploads.add(
            CompletableFuture.supplyAsync(
                () -> api.upload(USER, reference, "D5", "large.txt", file), people));
      }
      assertThat(
              Waiting.until(
                  LIMIT,
                  () -> {
                    assertThat(api.get(USER, "/api/me").status()).isEqualTo(200);
                    return uploads.stream().allMatch(CompletableFuture::isDone);
                  }))
          .isTrue();
    } finally {
      people.shutdownNow();
    }
    assertThat(uploads.stream().map(upload -> upload.join().status()).toList())
        .contains(201)
        .isSubsetOf(201, 503);
    String reference = referrals.draft().reference();
    assertThat(api.upload(USER, reference, "D5", "large.txt", file).status()).isEqualTo(201);
  }

  @Test
  void whatIsWithdrawnWhileItIsSentIsNotSentOn() throws IOException {
    String reference = referrals.submitted().reference();
    byte[] file = new byte[LARGE];
    Arrays.fill(file, (byte) 'a');
    String id = api.upload(USER, reference, "D5", "large.txt", file).text("/id");
    String path = "/api/referrals/%s/documents/%s".formatted(reference, id);
    URI portal = URI.create(stack.portal());
    try (var socket = new Socket()) {
      socket.setReceiveBufferSize(16 * 1024);
      socket.setSoTimeout(30_000);
      socket.connect(new InetSocketAddress(portal.getHost(), portal.getPort()));
      String asked =
          "GET %s/content HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
              .formatted(path, portal.getAuthority(), api.token("police.hco"));
      socket.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      String begun = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
      assertThat(begun).isEqualTo("HTTP/1.1 200");
      String why = "{\"reason\":\"It shows somebody else.\"}";
      assertThat(api.post(USER, path + "/withdrawal", why).status()).isEqualTo(200);
      assertThat(rest(in)).isLessThan(LARGE);
    }
    assertThat(api.get("police.hco", path + "/content").status()).isEqualTo(404);
  }

  private static long rest(InputStream in) {
    long read = 0;
    byte[] some = new byte[64 * 1024];
    try {
      for (int more = in.read(some); more >= 0; more = in.read(some)) {
        read += more;
      }
    } catch (IOException brokenOff) {
      return read;
    }
    return read;
  }
}
