package uk.concordat.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.concordat.caller.Caller;

/**
 * An entry of the first ledger, sealed like those of today.
 *
 * @param id which it is
 * @param bytes what is committed to
 * @param key under which
 */
public record FormerEntry(UUID id, byte[] bytes, byte[] key) {

  /** Reads the row at the cursor and draws a key for it. */
  public static FormerEntry of(ResultSet row) throws SQLException {
    var entry =
        new Entry(
            Verb.valueOf(row.getString("verb")),
            row.getString("action"),
            row.getString("record_type"),
            List.of((UUID[]) row.getArray("record_ids").getArray()),
            List.of(),
            row.getObject("version", Long.class),
            texts(row, "data_classes"),
            texts(row, "recipients"),
            null,
            row.getString("purpose"),
            row.getString("lawful_basis"),
            null,
            Map.of());
    UUID id = row.getObject("id", UUID.class);
    Timestamp at = row.getTimestamp("at");
    String reason = row.getBoolean("permitted") ? null : row.getString("reason");
    byte[] key = new EntryKeys().next();
    byte[] bytes =
        new CanonicalEntry(id, at.toInstant(), actor(row), entry, reason, List.of()).bytes(null);
    return new FormerEntry(id, bytes, key);
  }

  /** The commitment to it. */
  public byte[] commitment() {
    return Leaf.commitment(key, bytes);
  }

  private static Caller actor(ResultSet row) throws SQLException {
    return new Caller(
        row.getObject("actor", UUID.class),
        "",
        "",
        row.getString("actor_agency"),
        Set.of(),
        Set.of(),
        List.of(),
        row.getString("actor_role"));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }
}
