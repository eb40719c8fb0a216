package uk.concordat.audit.witness;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.NoSuchElementException;
import uk.concordat.audit.export.Head;

/** The states of the tree, the smallest first, few of them in memory at a time. */
final class HeadCursor implements Iterator<Head>, AutoCloseable {
  private static final int FETCH = 5_000;

  private final Statement query;
  private final ResultSet rows;
  private boolean there;

  HeadCursor(Connection database) throws SQLException {
    query = database.createStatement();
    query.setFetchSize(FETCH);
    rows = query.executeQuery("select tree_size, root from ledger_checkpoint order by tree_size");
    there = rows.next();
  }

  @Override
  public boolean hasNext() {
    return there;
  }

  @Override
  public Head next() {
    if (!there) {
      throw new NoSuchElementException();
    }
    try {
      var head = new Head(rows.getLong(1), rows.getBytes(2));
      there = rows.next();
      return head;
    } catch (SQLException gone) {
      throw new IllegalStateException("The database went away", gone);
    }
  }

  @Override
  public void close() throws SQLException {
    query.close();
  }
}
