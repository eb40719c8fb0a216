package uk.concordat.audit.witness;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import uk.concordat.audit.Verb;
import uk.concordat.audit.export.Head;
import uk.concordat.audit.export.KeptRow;
import uk.concordat.audit.export.Row;
import uk.concordat.audit.export.TamperedException;
import uk.concordat.audit.export.Tombstone;
import uk.concordat.audit.export.Walk;
import uk.concordat.audit.merkle.CompactRange;
import uk.concordat.audit.note.Checkpoint;
import uk.concordat.audit.note.NoteVerifier;

/** Walks the whole ledger in its database, as of one moment. */
final class DatabaseWalk {
  private static final int FETCH = 5_000;

  private static final String NEWEST =
      "select note from ledger_checkpoint order by tree_size desc limit 1";
  private static final String ENTRIES =
      "select l.leaf, e.at, e.verb, e.permitted, e.key, e.entry,"
          + " substr(t.hashes, (l.leaf % 256)::int * 32 + 1, 32), l.at"
          + " from ledger_leaf l left join ledger_entry e on e.at = l.at and e.ordinal = l.ordinal"
          + " left join ledger_tile t on t.level = 0 and t.tile = l.leaf / 256"
          + " where l.leaf < ? order by l.leaf";

  private final String address;
  private final List<NoteVerifier> keys;
  private List<Tombstone> tombstones = List.of();

  DatabaseWalk(String address, List<NoteVerifier> keys) {
    this.address = address;
    this.keys = keys;
  }

  /**
   * Walks from the first entry to the newest checkpoint.
   *
   * @return what to tell
   * @throws TamperedException where something does not fit
   */
  String walk() throws SQLException {
    try (Connection database = DriverManager.getConnection(address)) {
      // One moment for all questions, however long they take.
      database.setAutoCommit(false);
      database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      database.setReadOnly(true);
      Optional<Head> newest = newest(database);
      if (newest.isEmpty()) {
        return "The ledger has no entry yet";
      }
      try (var heads = new HeadCursor(database)) {
        var walk = new Walk(new CompactRange(0), heads);
        entries(database, newest.get().size(), walk, new Disposals(database));
        CompactRange all = walk.end();
        if (!MessageDigest.isEqual(all.root(), newest.get().root())) {
          throw new TamperedException("The newest checkpoint is not of this tree");
        }
        EntryColumns.check(database);
        tombstones = walk.tombstones();
        return "%d entries are what was signed; %d of them were erased"
            .formatted(all.to(), walk.disposed());
      }
    }
  }

  /** The disposals that entries told of, once it has walked. */
  List<Tombstone> tombstones() {
    return tombstones;
  }

  /** The signature of the newest is enough: the trees of all others are part of its tree. */
  private Optional<Head> newest(Connection database) throws SQLException {
    try (Statement query = database.createStatement();
        ResultSet rows = query.executeQuery(NEWEST)) {
      return rows.next()
          ? Optional.of(Head.of(Checkpoint.open(rows.getString(1), keys)))
          : Optional.empty();
    }
  }

  private static void entries(Connection database, long size, Walk walk, Disposals disposals)
      throws SQLException {
    try (PreparedStatement query = database.prepareStatement(ENTRIES)) {
      query.setFetchSize(FETCH);
      query.setLong(1, size);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          walk.add(row(rows, disposals));
        }
      }
    }
  }

  private static Row row(ResultSet rows, Disposals disposals) throws SQLException {
    long leaf = rows.getLong(1);
    byte[] entry = rows.getBytes(6);
    byte[] hash = rows.getBytes(7);
    if (entry == null) {
      return disposals.row(leaf, hash, rows.getTimestamp(8).toInstant());
    }
    if (hash == null) {
      throw new TamperedException("The tree has no hash for entry %d".formatted(leaf));
    }
    return new KeptRow(
        leaf,
        hash,
        rows.getTimestamp(2).toInstant(),
        Verb.valueOf(rows.getString(3)),
        rows.getBoolean(4),
        rows.getBytes(5),
        entry);
  }
}
