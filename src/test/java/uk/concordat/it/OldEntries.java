package uk.concordat.it;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import uk.concordat.audit.Leaf;

/** Entries of a month that is long over, as they would be had the product run then. */
public final class OldEntries {
  private static final String BYTES =
      "select convert_to(jsonb_build_object('id', cast(? as uuid), 'time', to_char(cast(? as"
          + " timestamptz) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), 'verb',"
          + " 'CONSULT', 'action', 'referral.read', 'permitted', true, 'actor', cast(? as uuid),"
          + " 'agency', 'HERTS-POLICE', 'role', 'hate-crime-officer', 'recordType', 'referral',"
          + " 'records', array[cast(? as uuid)], 'dataClasses', array['D1'], 'recipients',"
          + " '[]'::jsonb)::text, 'UTF8')";
  private static final String INSERT =
      "insert into ledger_entry (id, at, verb, action, permitted, actor, actor_agency, actor_role,"
          + " record_type, record_ids, data_classes, recipients, entry, key, commitment) values (?,"
          + " cast(? as timestamptz), 'CONSULT', 'referral.read', true, ?, 'HERTS-POLICE',"
          + " 'hate-crime-officer', 'referral', array[cast(? as uuid)], '{D1}', '{}', ?, ?, ?)";

  private static final String FRESH =
      "select to_char(min(m), 'YYYY-MM') from generate_series(date '1970-02-01', date '2014-12-01',"
          + " interval '1 month') m where not exists (select from ledger_month where month = m)";

  private final DataSource superuser;

  /** Writes through connections of the superuser: the month is over. */
  public OldEntries(DataSource superuser) {
    this.superuser = superuser;
  }

  /** A month that no test has written into yet, so that none meets another's proposal. */
  public YearMonth fresh() {
    try (Connection connection = superuser.getConnection();
        ResultSet row = connection.createStatement().executeQuery(FRESH)) {
      row.next();
      return YearMonth.parse(row.getString(1));
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Writes one about a record, which need not be there any more. */
  public void write(YearMonth month, UUID record) {
    try (Connection connection = superuser.getConnection()) {
      run(connection, "select ledger_months(cast(? as date), cast(? as date))", month);
      insert(connection, month.atDay(3).atTime(9, 30).atOffset(ZoneOffset.UTC).toString(), record);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static void run(Connection connection, String sql, YearMonth month) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, month.atDay(1).toString());
      statement.setString(2, month.atDay(1).toString());
      statement.execute();
    }
  }

  private static void insert(Connection connection, String at, UUID record) throws SQLException {
    UUID id = UUID.randomUUID();
    UUID actor = UUID.randomUUID();
    byte[] key = new byte[32];
    key[0] = (byte) id.hashCode();
    byte[] bytes = bytes(connection, id, at, actor, record);
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setObject(1, id);
      statement.setString(2, at);
      statement.setObject(3, actor);
      statement.setObject(4, record);
      statement.setBytes(5, bytes);
      statement.setBytes(6, key);
      statement.setBytes(7, Leaf.commitment(key, bytes));
      statement.executeUpdate();
    }
  }

  private static byte[] bytes(Connection connection, UUID id, String at, UUID actor, UUID record)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BYTES)) {
      statement.setObject(1, id);
      statement.setString(2, at);
      statement.setObject(3, actor);
      statement.setObject(4, record);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBytes(1);
      }
    }
  }
}
