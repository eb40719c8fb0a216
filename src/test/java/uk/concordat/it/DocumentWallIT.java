package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.document.SampleFiles;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/**
 * With the gate in Java bypassed, the database alone keeps documents to those who see their part.
 */
@ExtendWith({ApiExtension.class, StackExtension.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentWallIT {
  private static final String ADD =
      "insert into document (id, referral, data_class, holder, name, type, size, digest, scan, chunks,"
          + " key_name, sealed_key, attached_by, attached_role, attached_at) values (gen_random_uuid(),"
          + " %s, '%s', caller_agency(), 'x.txt', 'TEXT', 1, repeat('0', 64), 'CLEAN', 1, 'k', '',"
          + " caller_subject(), caller_role(), now())";

  private final Api api;
  private final DataSource superuser;
  private final String reference;
  private Connection connection;
  private Statement statement;

  DocumentWallIT(Api api, Stack stack) {
    this.api = api;
    superuser = stack.postgres().superuser();
    var referrals = new Referrals(api);
    reference = referrals.taken("police.officer");
    for (String user : new String[] {"council.officer", "police.officer"}) {
      assertThat(api.upload(user, reference, "D5", "x.txt", SampleFiles.text("x")).status())
          .isEqualTo(201);
    }
    for (String user : new String[] {"police.hco", "btp.hco", "police.governance"}) {
      api.subject(user);
    }
  }

  @BeforeEach
  void begin() throws SQLException {
    connection = superuser.getConnection();
    connection.setAutoCommit(false);
    statement = connection.createStatement();
  }

  @AfterEach
  void leaveNoTrace() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @Test
  void eachSeesWhatTheirSideAndTheirPartShow() throws SQLException {
    assertThat(seen("council.officer")).as("not the force's own").isEqualTo(1);
    assertThat(seen("police.officer")).isEqualTo(2);
    assertThat(seen("police.hco")).isEqualTo(2);
    assertThat(seen("btp.hco")).isZero();
    assertThat(seen("police.governance")).isZero();
  }

  @Test
  void nobodyAddsChangesOrErasesWhatIsNotTheirs() throws SQLException {
    bind("police.hco");
    assertThat(statement.executeUpdate("delete from document where referral = " + record()))
        .as("what was sent is erased by nobody")
        .isZero();
    refused("update document set name = 'y.txt' where referral = " + record());
    refused("update document_chunk set bytes = ''");
    refused(
        "insert into document_chunk select id, 0, '' from document where referral = " + record());
    connection.rollback();
    bind("council.officer");
    refused(ADD.formatted(record(), "D8"));
    assertThat(
            statement.executeUpdate(
                "update document set withdrawn_at = now(), withdrawn_by = caller_subject(),"
                    + " withdrawn_role = caller_role(), withdrawn_reason = 'x' where referral = "
                    + record()))
        .as("their own")
        .isEqualTo(1);
    assertThat(count("document_chunk c join document d on d.id = c.document where d.referral = "))
        .as("and nobody opens it then")
        .isZero();
    connection.rollback();
    bind("btp.hco");
    refused(ADD.formatted("(select '%s'::uuid)".formatted(id()), "D5"));
  }

  /** One row of each part from each side: what the database shows is what the gate lets through. */
  @Test
  void bothWallsAgreeOnEveryClass() throws SQLException {
    String each = new Referrals(api).taken("police.officer");
    statement.executeUpdate(
        "insert into document (id, referral, data_class, holder, name, type, size, digest, scan, chunks,"
            + " key_name, sealed_key, attached_by, attached_role, attached_at) select gen_random_uuid(),"
            + " r.id, c, h, c || '.txt', 'TEXT', 1, repeat('0', 64), 'CLEAN', 1, 'k', '', r.owner,"
            + " 'council-officer', now() from referral r, unnest('{D2,D3,D4,D5,D6,D7,D8,D9,D13,D14,D15}'::text[])"
            + " c, unnest('{WELHAT-COUNCIL,HERTS-POLICE}'::text[]) h where r.reference = '"
            + each
            + "'");
    connection.commit();
    String path = "/api/referrals/" + each + "/documents";
    for (String user :
        List.of("council.officer", "council.lead", "police.officer", "police.hco", "police.lead")) {
      Answer listed = api.get(user, path);
      bind(user);
      String record = "(select id from referral where reference = '" + each + "')";
      assertThat(texts("select id::text from document where referral = " + record))
          .as(user)
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(listed.items("id"));
      String classes = "unnest('{D2,D3,D4,D5,D6,D7,D8,D9,D13,D14,D15}'::text[]) c";
      assertThat(texts("select c from " + classes + " where attaches(" + record + ", c)"))
          .as("attaches " + user)
          .containsExactlyInAnyOrderElementsOf(listed.texts("/attachable"));
      connection.rollback();
      withdrawalsAgree(user, path);
    }
    statement.execute("set local session_replication_role = replica"); // nobody is told of it
    statement.executeUpdate("update referral set recalled = true where reference = '" + each + "'");
    statement.execute("select publish(id) from referral where reference = '" + each + "'");
    connection.commit();
    withdrawalsAgree("council.officer", path);
    withdrawalsAgree("council.lead", path);
  }

  private void withdrawalsAgree(String user, String path) throws SQLException {
    bind(user);
    List<String> wall =
        texts(
            "select d.id::text from document d join referral r on r.id = d.referral where d.holder ="
                + " caller_agency() and withdraws(d.referral, d.data_class) and r.reference = '"
                + path.split("/")[3]
                + "'");
    connection.rollback();
    List<String> seen = api.get(user, path).items("id");
    assertThat(wall)
        .as("withdraws " + user)
        .containsExactlyInAnyOrderElementsOf(
            seen.stream().filter(id -> withdraws(user, path + "/" + id)).toList());
  }

  /** Whether the gate lets them: then it is the reason that is missing. */
  private boolean withdraws(String user, String path) {
    Answer answer = api.post(user, path + "/withdrawal", "{\"reason\":\" \"}");
    assertThat(answer.status()).isIn(400, 403, 409);
    return answer.status() == 400;
  }

  @Test
  void whyAndWhenOneIsWithdrawnCannotBeMadeUp() throws SQLException {
    bind("council.officer");
    String withdraw =
        "update document set withdrawn_at = %s, withdrawn_by = caller_subject(), withdrawn_role ="
            + " caller_role(), withdrawn_reason = '%s' where referral = "
            + record();
    refused(withdraw.formatted("now() + interval '1 day'", "x"));
    Savepoint before = connection.setSavepoint();
    assertThatThrownBy(() -> statement.executeUpdate(withdraw.formatted("now()", " ")))
        .hasMessageContaining("check constraint");
    connection.rollback(before);
  }

  private List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private String id() throws SQLException {
    statement.execute("set local role postgres");
    try (ResultSet row = statement.executeQuery("select " + record())) {
      row.next();
      return row.getString(1);
    } finally {
      statement.execute("set local role concordat_app");
    }
  }

  private int seen(String user) throws SQLException {
    bind(user);
    int documents = count("document where referral = ");
    assertThat(count("document_chunk c join document d on d.id = c.document where d.referral = "))
        .isEqualTo(documents);
    connection.rollback();
    return documents;
  }

  private int count(String from) throws SQLException {
    try (ResultSet rows = statement.executeQuery("select count(*) from " + from + record())) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private void refused(String sql) throws SQLException {
    Savepoint before = connection.setSavepoint();
    assertThatThrownBy(() -> statement.executeUpdate(sql))
        .as(sql)
        .isInstanceOf(SQLException.class)
        .hasMessageMatching("(?s).*(row-level security|permission denied).*");
    connection.rollback(before);
  }

  private String record() {
    return "(select id from referral where reference = '" + reference + "')";
  }

  private void bind(String username) throws SQLException {
    statement.execute("set local role postgres");
    statement.execute(
        "select set_config('test.who', to_jsonb(s)::text, true) from staff s where username = '"
            + username
            + "'");
    statement.execute("set local role concordat_app");
    statement.execute(
        "select b.* from (select cast(current_setting('test.who') as jsonb)) as t (w), bind_caller(cast(w"
            + " ->> 'subject' as uuid), w ->> 'username', w ->> 'display_name', w ->> 'agency', array[w"
            + " ->> 'role'], array(select jsonb_array_elements_text(w -> 'teams'))) b");
  }
}
