package uk.concordat.it;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import uk.concordat.audit.Leaf;
import uk.concordat.audit.Verb;
import uk.concordat.stack.Waiting;

/** Looks at the ledger's tree as the owner of the schema. */
public final class LedgerTree {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final DataSource owner;

  /** Reads through connections of the schema's owner. */
  public LedgerTree(DataSource owner) {
    this.owner = owner;
  }

  /**
   * Where an entry stands.
   *
   * @param leaf from 0
   * @param waited seconds from the entry to the checkpoint that first covers it
   * @param content what is hashed
   */
  record Place(long leaf, double waited, Leaf content) {}

  /** Where the entries about a referral stand, oldest first, once all have a place. */
  List<Place> placesOf(String reference) {
    awaitAll();
    return places(
        "select l.leaf, extract(epoch from c.at - e.at), e.at, e.verb, e.permitted, e.commitment"
            + " from ledger_entry e join ledger_leaf l on l.ordinal = e.ordinal join lateral"
            + " (select at from ledger_checkpoint where tree_size > l.leaf order by tree_size limit"
            + " 1) c on true where e.record_ids @> (select array_agg(id) from referral where"
            + " reference = ?) order by l.leaf",
        reference);
  }

  /** Drafts that were asked for with keys of a run, and have their one entry. */
  List<String> drafts(String run) {
    return texts(
        "select k.reference from idempotency_key k join referral r using (reference) where k.key like"
            + " ? || '/%' and (select count(*) from ledger_entry e where e.verb = 'COLLECT' and"
            + " e.permitted and e.record_ids = array[r.id]) = 1",
        run);
  }

  /**
   * What does not fit: drafts of a run without their one entry, entries of what neither is there
   * nor was erased, gaps.
   */
  List<String> faults(String run) {
    return texts(
        "select 'draft ' || k.reference from idempotency_key k join referral r using (reference)"
            + " where k.key like ? || '/%' and (select count(*) from ledger_entry e where e.verb ="
            + " 'COLLECT' and e.permitted and e.record_ids = array[r.id]) <> 1 union all select"
            + " 'entry ' || e.id from ledger_entry e where e.verb = 'COLLECT' and e.permitted and"
            + " e.record_type = 'referral' and not exists (select from referral r where array[r.id] ="
            + " e.record_ids) and not exists (select from ledger_entry gone where gone.verb = 'ERASE' and"
            + " gone.record_ids = e.record_ids) union all select 'without a leaf ' || e.id from ledger_entry e where"
            + " not exists (select from ledger_leaf l where l.ordinal = e.ordinal) union all select"
            + " 'gap' from (select count(*) n, max(leaf) last from ledger_leaf) l where n <> last + 1"
            + " union all select 'size' from ledger_checkpoint having max(tree_size) <> (select"
            + " count(*) from ledger_leaf)",
        run);
  }

  private List<String> texts(String sql, String value) {
    try (Connection connection = owner.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      List<String> texts = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
      return texts;
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Waits until nothing waits for a place any more. */
  public void awaitAll() {
    if (!Waiting.until(LIMIT, () -> waiting() == 0)) {
      throw new AssertionError(waiting() + " entries still wait for their place");
    }
  }

  /** How many entries have no place yet. */
  int waiting() {
    return count("select count(*) from ledger_pending where ordinal > cast(? as bigint)", "0");
  }

  /** How many events of a kind the security log has. */
  int securityEvents(String kind) {
    return count("select count(*) from security_event where kind = ?", kind);
  }

  private int count(String sql, String value) {
    return Integer.parseInt(texts(sql, value).get(0));
  }

  private List<Place> places(String sql, String value) {
    try (Connection connection = owner.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      List<Place> places = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          var content =
              new Leaf(
                  row.getTimestamp(3).toInstant(),
                  Verb.valueOf(row.getString(4)),
                  row.getBoolean(5),
                  row.getBytes(6));
          places.add(new Place(row.getLong(1), row.getDouble(2), content));
        }
      }
      return places;
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
