package uk.concordat.stack;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** What the database holds of the demo's stories: each is found by the key it was created with. */
record DemoTraces(Connection superuser) {
  // The key keeps the true time of creation: a referral near it has not been aged yet.
  private static final String AGE =
      """
      with young as (
        select r.id from referral r join idempotency_key k on k.reference = r.reference
        where k.subject = ? and k.key = ? and r.created_at > k.created_at - ?::interval / 2),
      moves as (
        update referral_move set at = at - ?::interval where referral in (select id from young)),
      shares as (
        update disclosure set at = at - ?::interval where referral in (select id from young))
      update referral set created_at = created_at - ?::interval,
        changed_at = changed_at - ?::interval, submitted_at = submitted_at - ?::interval,
        clock_started = clock_started - ?::interval, due_at = due_at - ?::interval
        where id in (select id from young)
      """;

  private static final String FIND =
      """
      select r.reference, (select count(*) from referral_move where referral = r.id)
      from idempotency_key k left join referral r on r.reference = k.reference
      where k.subject = ? and k.key = ?
      """;

  private static final String OURS =
      """
      select not exists (select from referral)
        or exists (select from idempotency_key where key like 'demo-%')
      """;

  /**
   * How far a story has been told.
   *
   * @param reference null where it was told and its draft is gone
   */
  record Told(String reference, int moves) {
    boolean isGone() {
      return reference == null;
    }
  }

  /** Whether the demo may add to the database: it is empty, or an earlier fill began it. */
  boolean mayFill() throws SQLException {
    try (PreparedStatement query = superuser.prepareStatement(OURS);
        ResultSet row = query.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  Optional<Told> find(UUID subject, String key) throws SQLException {
    try (PreparedStatement query = superuser.prepareStatement(FIND)) {
      query.setObject(1, subject);
      query.setString(2, key);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(new Told(row.getString(1), row.getInt(2)))
            : Optional.empty();
      }
    }
  }

  /**
   * Moves a story into the past, once and whole. Only the demo does this: the product has no way to
   * change when something happened.
   */
  void age(UUID subject, String key, int hours) throws SQLException {
    try (PreparedStatement update = superuser.prepareStatement(AGE)) {
      update.setObject(1, subject);
      update.setString(2, key);
      for (int i = 3; i <= 10; i++) {
        update.setString(i, hours + " hours");
      }
      update.executeUpdate();
    }
  }
}
