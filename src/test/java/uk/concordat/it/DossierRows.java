package uk.concordat.it;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Writes rows past every wall, as nobody else can. */
final class DossierRows {
  private static final String RECORD = "(select id from referral where reference = '%s')";
  private static final String SUBJECT = "(select subject from staff where username = '%s')";

  private final DataSource superuser;

  DossierRows(DataSource superuser) {
    this.superuser = superuser;
  }

  /** A referral's identity, as it is asked for. */
  static String record(String reference) {
    return RECORD.formatted(reference);
  }

  /** A member of staff, as they are asked for. */
  static String subject(String username) {
    return SUBJECT.formatted(username);
  }

  void insert(String table, String columns, String values) {
    run("insert into %s (%s) values (%s)".formatted(table, columns, values));
  }

  void run(String sql) {
    try (Connection connection = superuser.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    } catch (SQLException broken) {
      throw new IllegalStateException(sql, broken);
    }
  }

  String text(String sql) {
    try (Connection connection = superuser.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException broken) {
      throw new IllegalStateException(sql, broken);
    }
  }
}
