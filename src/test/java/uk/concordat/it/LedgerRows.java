package uk.concordat.it;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads the ledger as its owner. */
public final class LedgerRows {
  private final DataSource owner;

  /** Reads through connections of the schema's owner. */
  public LedgerRows(DataSource owner) {
    this.owner = owner;
  }

  /** The identity of a referral. */
  public String record(String reference) {
    return texts("select id::text from referral where reference = ?", reference).get(0);
  }

  /** Refusals about a referral, as {@code action reason role}, oldest first. */
  public List<String> refusals(String reference) {
    return texts(
        "select action || ' ' || reason || ' ' || actor_role from ledger_entry where not permitted"
            + " and record_ids @> (select array_agg(id) from referral where reference = ?)"
            + " order by at",
        reference);
  }

  /** Operations on a referral that took place, as {@code verb action role}, oldest first. */
  public List<String> operations(String reference) {
    return texts(
        "select verb || ' ' || action || ' ' || actor_role from ledger_entry where permitted"
            + " and record_ids @> (select array_agg(id) from referral where reference = ?)"
            + " order by at",
        reference);
  }

  /** Data classes of the operations on a referral, as {@code verb D1,D2}, oldest first. */
  public List<String> classes(String reference) {
    return texts(
        "select verb || ' ' || array_to_string(data_classes, ',') from ledger_entry where permitted"
            + " and record_ids @> (select array_agg(id) from referral where reference = ?)"
            + " order by at",
        reference);
  }

  /**
   * Whom the operations on a referral were about, as {@code verb action role parts}, oldest first.
   */
  public List<String> subjects(String reference) {
    return texts(
        "select verb || ' ' || action || ' ' || actor_role || concat(case when r.harmed = any"
            + " (subject_ids) then ' HARMED' end, case when r.suspect = any (subject_ids) then '"
            + " SUSPECT' end, case when r.witness = any (subject_ids) then ' WITNESS' end) from"
            + " ledger_entry e join referral r on e.record_ids @> array[r.id] where permitted and"
            + " r.reference = ? order by e.at",
        reference);
  }

  /** How many people an operation on a referral was about, in whatever records. */
  public List<String> persons(String action, String reference) {
    return texts(
        "select cardinality(record_ids) || ' ' || cardinality(subject_ids) from ledger_entry where"
            + " action = ? and record_ids @> (select array_agg(id) from referral where reference ="
            + " ?) order by at",
        action,
        reference);
  }

  /** On what the operations on a referral rested, as {@code verb agreement purpose basis}. */
  public List<String> footings(String reference) {
    return texts(
        "select concat_ws(' ', verb, agreement, purpose, lawful_basis) from ledger_entry where"
            + " permitted and record_ids @> (select array_agg(id) from referral where reference ="
            + " ?) order by at",
        reference);
  }

  /** The entries of a verb on a referral as they are committed to, oldest first. */
  public List<String> sealed(String reference, String verb) {
    return texts(
        "select convert_from(entry, 'UTF8') from ledger_entry where record_ids @> (select"
            + " array_agg(id) from referral where reference = ?) and verb = ? order by at",
        reference,
        verb);
  }

  /** The kinds of the events of somebody in the security log since then, oldest first. */
  public List<String> security(String username, String since) {
    return texts(
        "select kind from security_event join staff on subject = actor where username = ? and at >="
            + " cast(? as timestamptz) order by id",
        username,
        since);
  }

  /** What the ledger has about a version of an agreement, oldest first. */
  public List<String> agreement(String code, String version) {
    return texts(
        "select case when permitted then verb else reason end || ' ' || action || ' ' ||"
            + " actor_agency from ledger_entry where record_type = 'agreement' and"
            + " cardinality(record_ids) = 1 and record_ids @> (select array_agg(id) from agreement"
            + " where code = ? and version = cast(? as integer)) order by at",
        code,
        version);
  }

  /** What was done with a record of another type, as {@code action role}. */
  public List<String> about(String type, String id) {
    return texts(
        "select action || ' ' || actor_role from ledger_entry where permitted and record_type = ?"
            + " and record_ids @> array[cast(? as uuid)] order by at",
        type,
        id);
  }

  /** What left the ledger of a month, as {@code verb use recipients}. */
  public List<String> monthly(String month) {
    return texts(
        "select verb || ' ' || purpose || ' ' || cast(recipients as text) from ledger_entry where"
            + " permitted and record_type = 'ledger-month' and record_ids @> (select array_agg(id)"
            + " from ledger_month where month = cast(? || '-01' as date))",
        month);
  }

  /** How often something was done with a month of the ledger. */
  public int months(String action, YearMonth month) {
    return texts(
            "select 'x' from ledger_entry where permitted and record_type = 'ledger-month' and"
                + " action = ? and record_ids @> (select array_agg(id) from ledger_month where"
                + " month = cast(? as date))",
            action,
            month.atDay(1).toString())
        .size();
  }

  /** How many refusals there are of a role for a reason, of no record. */
  public int refusals(String role, String reason) {
    return texts(
            "select 'x' from ledger_entry where not permitted and record_ids = '{}' and actor_role"
                + " = ? and reason = ?",
            role,
            reason)
        .size();
  }

  /** What somebody was refused, as {@code action reason}, oldest first. */
  public List<String> refused(String username) {
    return texts(
        "select e.action || ' ' || e.reason from ledger_entry e join staff s on s.subject = e.actor"
            + " where not e.permitted and s.username = ? order by e.at",
        username);
  }

  /** What somebody did, or tried, with a referral, as far as a condition holds, oldest first. */
  public List<String> by(String username, String condition, String reference) {
    return texts(
        "select e.action from ledger_entry e join staff s on s.subject = e.actor where %s and s.username"
                .formatted(condition)
            + " = ? and e.record_ids @> (select array_agg(id) from referral where reference = ?)"
            + " order by e.at, e.ordinal",
        username,
        reference);
  }

  /** What the ledger has about a member of staff alone, oldest first. */
  public List<String> aboutStaff(String username) {
    return texts(
        "select case when permitted then verb else reason end || ' ' || action || ' ' || actor_role"
            + " from ledger_entry where record_type = 'staff' and cardinality(record_ids) = 1 and"
            + " record_ids @> (select array_agg(subject) from staff where username = ?) order by at",
        username);
  }

  /** How often somebody has proved with a second factor who they are. */
  public int proofs(String username) {
    return texts(
            "select 'x' from step_up p join staff s using (subject) where s.username = ?", username)
        .size();
  }

  /** Who has been told of an emergency, as viewers. */
  public List<String> noticesOf(String id) {
    return texts("select viewer from notice where about = cast(? as uuid)", id);
  }

  /** What a viewer has been told about a person. */
  public List<String> notices(String viewer, String username) {
    return texts(
        "select kind from notice where viewer = ? and about = (select subject from staff where"
            + " username = ?)",
        viewer,
        username);
  }

  /** What somebody counted of records that the entry does not name. */
  public List<String> counts(String username) {
    return texts(
        "select verb || ' ' || action || ' ' || array_to_string(data_classes, ',') from ledger_entry"
            + " where permitted and record_ids = '{}' and actor = (select subject from staff where"
            + " username = ?) order by at",
        username);
  }

  private List<String> texts(String sql, String... values) {
    try (Connection connection = owner.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
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
}
