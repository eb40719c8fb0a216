package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Brings about, as the owner of the schema, what would take long or needs somebody else. */
public final class DatabaseOwner {
  private final DataSource owner;

  /** Works through connections of the schema's owner. */
  public DatabaseOwner(DataSource owner) {
    this.owner = owner;
  }

  /** Bars somebody of whatever agency from a referral. */
  public void exclude(String reference, String username) {
    execute(
        "insert into exclusion (id, record, subject, reason, set_by) select gen_random_uuid(), r.id,"
            + " s.subject, 'OTHER', s.subject from referral r, staff s where r.reference = ? and"
            + " s.username = ?",
        reference,
        username);
  }

  /** Gives somebody sight of every class that their role may be given, for a week. */
  public void grant(String reference, String username) {
    sight("GRANT", "7 days", reference, username);
  }

  /** Lets somebody have broken the glass just now, for every class that there is. */
  public void breakGlass(String reference, String username) {
    sight("BREAK_GLASS", "4 hours", reference, username);
  }

  private void sight(String kind, String time, String reference, String username) {
    execute(
        "insert into access_grant (id, record, subject, agency, role, kind, data_classes, purpose,"
            + " valid_from, valid_to, granted_by) select gen_random_uuid(), r.id, s.subject, s.agency,"
            + " s.role, ?, (select array_agg('D' || n) from generate_series(1, 16) n),"
            + " 'PREVENT_DETECT', now(), now() + cast(? as interval), r.owner from referral r, staff s"
            + " where r.reference = ? and s.username = ?",
        kind,
        time,
        reference,
        username);
  }

  /** Lets the 28 days after a rejection be over. */
  public void letContentEnd(String reference) {
    execute(
        "update referral set content_until = now() - interval '1 minute' where reference = ?",
        reference);
  }

  /** Lets the kind of incident be a code that has ended since it was sent. */
  public void letCategoryEnd(String reference) {
    execute(
        "update referral_incident set category = 'ENDED_SINCE' where referral = (select id from referral"
            + " where reference = ?)",
        reference);
  }

  /** Lets the clock that runs have been started twenty days ago, and be due in eight. */
  public void letTwentyDaysPass(String reference) {
    execute(
        "update referral set clock_started = now() - interval '20 days', due_at = now() + interval '8"
            + " days' where reference = ?",
        reference);
  }

  /** Lets the time for the next step of a referral be over. */
  public void letTimeRunOut(String reference) {
    execute(
        "update referral set due_at = now() - interval '1 minute' where reference = ?", reference);
  }

  /** Moves the end of the time that runs for a referral, if any, to the end of this day. */
  public void letItBeDueToday(String reference) {
    update(
        "update referral set due_at = end_of_day() - interval '1 second' where due_at is not null"
            + " and reference = ?",
        reference);
  }

  /** Makes the last change of a referral so many days old. */
  public void letItHaveChanged(String reference, int days) {
    execute(
        "update referral set changed_at = now() - cast(? || ' days' as interval) where reference = ?",
        Integer.toString(days),
        reference);
  }

  /** Makes whatever somebody did with many referrals seven days older. */
  public void letSevenDaysPass(String username) {
    execute(
        "update bulk_run set started_at = started_at - interval '7 days' where subject = (select subject"
            + " from staff where username = ?)",
        username);
  }

  /** Lets something that has to be told have happened forty days ago, and been due since. */
  public void letItBeToldLate(String reference, String rule) {
    execute(
        "update victim_obligation set event_at = event_at - interval '40 days', due_at = due_at - interval"
            + " '40 days' where rule = ? and referral = (select id from referral where reference = ?)",
        rule,
        reference);
  }

  /** Makes a recall older by so many hours. */
  public void letHoursPassSinceRecall(String reference, int hours) {
    execute(
        "update recall set recalled_at = recalled_at - i, near_at = near_at - i, report_due = report_due"
            + " - i from (select cast(? || ' hours' as interval) as i) hours where referral = (select id"
            + " from referral where reference = ?)",
        Integer.toString(hours),
        reference);
  }

  /** Lets nobody have touched a draft for thirty days. */
  public void letThirtyDaysPass(String reference) {
    execute(
        "update referral set changed_at = now() - interval '30 days' where reference = ?",
        reference);
  }

  /** Ends the agreements of two agencies that are in force. */
  public void endAgreement(String one, String other) {
    agreement(
        "status = 'ENDED', active_to = now()",
        "status = 'ACTIVE' and active_from < now()",
        one,
        other);
  }

  /** Lets those that were ended last be in force again. */
  public void resumeAgreement(String one, String other) {
    agreement(
        "status = 'ACTIVE', active_to = null",
        "status = 'ENDED' and active_to = (select max(e.active_to) from agreement e where e.status"
            + " = 'ENDED' and array[e.party_a, e.party_b] <@ array[agreement.party_a, agreement.party_b])",
        one,
        other);
  }

  private void agreement(String change, String which, String one, String other) {
    execute(
        "update agreement set %s where least(party_a, party_b) = least(?, ?) and greatest(party_a, party_b) = greatest(?, ?) and %s"
            .formatted(change, which),
        one,
        other,
        one,
        other);
  }

  /** Locks somebody out of the product, whatever Keycloak says. */
  public void suspend(String username) {
    execute("update staff set suspended_at = now() where username = ?", username);
  }

  /** Lets somebody in again. */
  public void reinstate(String username) {
    execute("update staff set suspended_at = null where username = ?", username);
  }

  /** The same for all who answer for information governance at an agency. */
  void suspendGovernance(String agency) {
    update(
        "update staff set suspended_at = now() where agency = ? and 'information-governance' ="
            + " any (roles || role)",
        agency);
  }

  /** Makes somebody lead a team from today on. */
  public void leads(String username, String team) {
    execute(
        "insert into team_lead (subject, agency, team, valid_from, set_by) select subject, agency, ?,"
            + " current_date - 1, subject from staff where username = ?",
        team,
        username);
  }

  /** Lets somebody lead what they lead from tomorrow on only. */
  void letThemLeadTomorrow(String username) {
    leadFrom(username, "1");
  }

  /** Lets that day have come. */
  void letTomorrowHaveCome(String username) {
    leadFrom(username, "-1");
  }

  private void leadFrom(String username, String days) {
    execute(
        "update team_lead set valid_from = london_day() + cast(? as integer) where subject = (select"
            + " subject from staff where username = ?)",
        days,
        username);
  }

  /** Makes somebody the manager of somebody else from yesterday on. */
  public void manages(String manager, String username) {
    execute(
        "insert into staff_manager (subject, manager, valid_from, set_by) select s.subject, m.subject,"
            + " current_date - 1, m.subject from staff m, staff s where m.username = ? and s.username"
            + " = ?",
        manager,
        username);
  }

  /** Makes somebody lead no team since yesterday. */
  public void leadsNoMore(String username) {
    execute(
        "update team_lead set valid_to = current_date - 1 where subject = (select subject from staff"
            + " where username = ?)",
        username);
  }

  /** Makes everything that somebody was given to see, or took, four hours older. */
  public void letFourHoursPass(String username) {
    execute(
        "update access_grant set valid_from = valid_from - interval '4 hours', valid_to = valid_to -"
            + " interval '4 hours' where subject = (select subject from staff where username = ?)",
        username);
    execute(
        "update break_glass set opened_at = opened_at - interval '4 hours', expires_at = expires_at -"
            + " interval '4 hours' where subject = (select subject from staff where username = ?)",
        username);
  }

  /** Lets whatever somebody was given to see have ended an hour ago. */
  public void letGrantsHaveEnded(String username) {
    execute(
        "update access_grant set valid_from = valid_from - interval '30 days', valid_to = now() -"
            + " interval '1 hour' where subject = (select subject from staff where username = ?)",
        username);
  }

  /** Changes a compartment of a referral, as its author could after sending it. */
  public void rewrite(String reference, String compartment, String column) {
    execute(
        "update referral_%1$s set %2$s = %2$s || ' (changed)', version = version + 1 where referral = (select id from referral where reference = ?)"
            .formatted(compartment, column),
        reference);
  }

  /** Puts a text where its author could have written it, whatever stood there. */
  public void plant(String reference, String table, String column, String text) {
    execute(
        "insert into %1$s (referral, version, %2$s) select id, 1, ? from referral where reference = ? on conflict (referral) do update set %2$s = excluded.%2$s"
            .formatted(table, column),
        text,
        reference);
  }

  /** Lets the database, and it alone, believe that a role elsewhere sees a referral in full. */
  public void show(String reference, String viewer) {
    execute(
        "insert into visibility (viewer, record, data_classes, valid, source) select ?, id,"
            + " '{D1,D2,D4,D5}', '(,)', 'recipient' from referral where reference = ?",
        viewer,
        reference);
    execute(
        "insert into referral_listing select (l2).* from (select jsonb_populate_record(l, jsonb_build_object('viewer',"
            + " cast(? as text))) as l2 from referral_listing l where l.reference = ? limit 1) one",
        viewer,
        reference);
    row("select keep_audiences(id) from referral where reference = ?", reference);
  }

  /** Lets the database forget a class of a referral, whoever saw it. */
  public void hide(String reference, String dataClass) {
    execute(
        "update visibility set data_classes = array_remove(data_classes, ?) where record = (select id"
            + " from referral where reference = ?)",
        dataClass,
        reference);
    row("select keep_audiences(id) from referral where reference = ?", reference);
  }

  /** Lets the database know again who sees a referral. */
  public void publish(String reference) {
    row("select publish(id) from referral where reference = ?", reference);
  }

  /** The columns of the first row, as texts. */
  public List<String> row(String sql, String value) {
    try (Connection connection = owner.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          columns.add(rows.getString(i));
        }
        return columns;
      }
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** The first column of all rows, as texts. */
  public List<String> column(String sql) {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** How many rows there are of a table, with or without a condition. */
  public long count(String table) {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** From how many on a read counts as a bulk read: people at once, records within an hour. */
  public void limits(int people, int records) {
    execute(
        "update reading_limit set amount = case code when 'PEOPLE_AT_ONCE' then cast(? as integer)"
            + " else cast(? as integer) end",
        Integer.toString(people),
        Integer.toString(records));
  }

  /** Makes every second factor that somebody has proved six minutes older. */
  public void letSixMinutesPass(String username) {
    execute(
        "update step_up set at = at - interval '6 minutes' where subject = (select subject from"
            + " staff where username = ?)",
        username);
  }

  /** Makes what somebody opened in an emergency, and its review, two weeks older. */
  public void letTwoWeeksPass(String username) {
    execute(
        "update break_glass set opened_at = opened_at - interval '14 days', expires_at = expires_at -"
            + " interval '14 days', review_due = review_due - interval '14 days' where subject ="
            + " (select subject from staff where username = ?)",
        username);
  }

  /** Forgets the wrong references that somebody typed, if any: nothing stops them. */
  public void forgetReferences(String username) {
    update(
        "delete from reference_attempt where subject = (select subject from staff where username ="
            + " ?)",
        username);
  }

  private void execute(String sql, String... values) {
    assertThat(update(sql, values)).as(sql).isPositive();
  }

  private int update(String sql, String... values) {
    try (Connection connection = owner.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
