package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import uk.concordat.document.SampleFiles;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;
import uk.concordat.stack.Waiting;

/** The portal is killed while it keeps a document: nothing of it is there, and then it is whole. */
@Order(Integer.MAX_VALUE - 1)
@Isolated
@ExtendWith({ApiExtension.class, StackExtension.class})
class DocumentCrashIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String USER = "council.officer";

  private final Api api;
  private final DatabaseOwner owner;
  private final Stack stack;

  DocumentCrashIT(Api api, DatabaseOwner owner, Stack stack) {
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

  private Answer upload(String reference) {
    return api.upload(USER, reference, "D5", "note.txt", SampleFiles.text("A note."));
  }
}
