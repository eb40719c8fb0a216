package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Work of the police that a test needs to be there, written as the owner of the schema. */
public final class CaseworkRows {
  private final DataSource owner;

  /** Works through connections of the schema's owner. */
  CaseworkRows(DataSource owner) {
    this.owner = owner;
  }

  /** Lets the police have charged somebody under this number. */
  public void recordUrn(String reference, String urn) {
    execute(
        "insert into outcome_detail (move, referral, agency, field, value) select m.id, r.id, r.to_agency,"
            + " 'urn', ? from referral r join referral_move m on m.referral = r.id where r.reference = ?"
            + " order by m.at desc limit 1",
        urn,
        reference);
  }

  /** Lets the police have recorded a crime under this number. */
  public void recordCrime(String reference, String number) {
    execute(
        "insert into crime (id, referral, agency, reference, recorded_on, entered_by, entered_role,"
            + " entered_at) select gen_random_uuid(), id, to_agency, ?, current_date, assignee,"
            + " 'hate-crime-officer', now() from referral where reference = ?",
        number,
        reference);
  }

  /** Lets the force have triaged a referral so often, before anything else happened to it. */
  public void letItBeTriaged(String reference, int times) {
    execute(
        "insert into triage (id, referral, agency, number, hate_related, strands, urgency, red_flags,"
            + " next_step, triaged_by, triaged_role, triaged_at) select gen_random_uuid(), id,"
            + " to_agency, n, true, 'RAC', 'STANDARD', '', 'DECIDE', owner, 'hate-crime-officer',"
            + " created_at - n * interval '1 minute' from referral, generate_series(1, cast(? as"
            + " integer)) n where reference = ?",
        Integer.toString(times),
        reference);
  }

  /** Lets the police have told the person harmed something so often since. */
  public void letThemBeTold(String reference, int times) {
    execute(
        "insert into referral_contact (id, referral, kind, result, at, actor, agency, role) select"
            + " gen_random_uuid(), id, 'UPDATE', 'TOLD', now() + n * interval '1 second', owner,"
            + " to_agency, 'hate-crime-officer' from referral, generate_series(1, cast(? as"
            + " integer)) n where reference = ?",
        Integer.toString(times),
        reference);
  }

  private void execute(String sql, String value, String reference) {
    try (Connection connection = owner.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      statement.setString(2, reference);
      assertThat(statement.executeUpdate()).as(sql).isPositive();
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
