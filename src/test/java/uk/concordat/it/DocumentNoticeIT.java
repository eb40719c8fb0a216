package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.document.SampleFiles;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/**
 * That a document was added is told to those who received the referral, may do something to it and
 * see the document; to nobody else, and by neither wall.
 */
@ExtendWith({ApiExtension.class, StackExtension.class})
class DocumentNoticeIT {
  private static final String UNIT = "HERTS-POLICE/hate-crime-unit";
  private static final String COUNCIL = "WELHAT-COUNCIL/community-safety";

  private final Api api;
  private final DatabaseOwner owner;
  private final StaffDirectory directory;
  private final Stack stack;
  private final Visitors visitors;
  private final Referrals referrals;

  DocumentNoticeIT(
      Api api, DatabaseOwner owner, StaffDirectory directory, Stack stack, Visitors visitors) {
    this.api = api;
    this.owner = owner;
    this.directory = directory;
    this.stack = stack;
    this.visitors = visitors;
    referrals = new Referrals(api);
  }

  @Test
  void whoeverReceivedItIsToldOnceOfSeveral() throws SQLException {
    String hco = known(UNIT, "hate-crime-officer");
    String colleague = known(COUNCIL, "council-officer");
    String reference = referrals.draft().reference();
    attach("council.officer", reference, "D5", "before.txt");
    referrals.moved("council.officer", reference, "{\"move\":\"submit\"}");
    assertThat(told(hco, reference)).as("that came with it").isZero();
    attach("council.officer", reference, "D5", "one.txt");
    attach("council.officer", reference, "D5", "two.txt");
    assertThat(told(hco, reference)).isEqualTo(1);
    String seen = "/notice/notice.xhtml?id=" + notices(hco, reference).get(0);
    assertThat(visitors.signedIn(hco).get(seen).header("Location").orElse(""))
        .contains("/referral/referral.xhtml?ref=" + reference);
    attach("council.officer", reference, "D5", "three.txt");
    assertThat(told(hco, reference)).as("once somebody opened it, of the next").isEqualTo(2);
    for (String other : List.of("council.officer", colleague, "council2.officer", "btp.hco")) {
      assertThat(told(other, reference)).as(other).isZero();
      assertThat(behindTheGate(other, reference)).as(other).isZero();
    }
    owner.exclude(reference, hco);
    assertThat(told(hco, reference)).as("who is barred since").isZero();
    assertThat(behindTheGate(hco, reference)).isZero();
  }

  @Test
  void whoeverDoesNotSeeItsPartIsNotToldOfIt() throws SQLException {
    String hco = known(UNIT, "hate-crime-officer");
    String reference = referrals.submitted().reference();
    referrals.moved("police.hco", reference, "{\"move\":\"acknowledge\"}");
    String assign = "{\"move\":\"accept\",\"assignee\":\"%s\"}";
    String officer = known(UNIT, "police-officer");
    referrals.moved("police.hco", reference, assign.formatted(officer));
    attach("council.officer", reference, "D15", "safeguarding.txt");
    assertThat(told(hco, reference)).isEqualTo(1);
    assertThat(behindTheGate(hco, reference)).isEqualTo(1);
    assertThat(told(officer, reference)).as("of safeguarding a flag only").isZero();
    assertThat(behindTheGate(officer, reference)).isZero();
    attach("council.officer", reference, "D5", "statement.txt");
    assertThat(told(officer, reference)).isEqualTo(1);
  }

  @Test
  void whoeverSeesItUnderSeveralNamesIsToldOnce() {
    String hco = known(UNIT, "hate-crime-officer");
    String reference = referrals.submitted().reference();
    referrals.moved("police.hco", reference, "{\"move\":\"acknowledge\"}");
    String accept = "{\"move\":\"accept\",\"assignee\":\"%s\"}";
    referrals.moved("police.hco", reference, accept.formatted(hco));
    attach("council.officer", reference, "D5", "statement.txt");
    assertThat(told(hco, reference)).isEqualTo(1);
    String toCouncil = referrals.sent("nhs.practitioner", "WELHAT-COUNCIL").reference();
    referrals.moved("council.officer", toCouncil, "{\"move\":\"acknowledge\"}");
    referrals.moved("council.officer", toCouncil, accept.formatted("council.lead"));
    attach("nhs.practitioner", toCouncil, "D5", "letter.txt");
    assertThat(told("council.lead", toCouncil)).as("a lead who has it").isEqualTo(1);
  }

  @Test
  void whatTheReceiverAddsIsItsOwnAndToldToNobody() {
    String reference = referrals.taken("police.officer");
    attach("police.officer", reference, "D5", "own.txt");
    for (String user : List.of("council.officer", "police.hco", "police.officer")) {
      assertThat(told(user, reference)).as(user).isZero();
    }
  }

  private String known(String group, String role) {
    String user = directory.joins(group, role);
    api.subject(user);
    return user;
  }

  private void attach(String user, String reference, String dataClass, String name) {
    Answer attached =
        api.upload(user, reference, dataClass, name, SampleFiles.text("In " + name + "."));
    assertThat(attached.status()).as(attached.body()).isEqualTo(201);
  }

  private int told(String user, String reference) {
    return notices(user, reference).size();
  }

  private List<String> notices(String user, String reference) {
    return StreamSupport.stream(
            api.get(user, "/api/notices").json().get("items").spliterator(), false)
        .filter(notice -> notice.path("kind").asText().equals("DOCUMENT_ADDED"))
        .filter(notice -> notice.path("reference").asText().equals(reference))
        .map(notice -> notice.get("id").asText())
        .toList();
  }

  /** What the database alone shows of them. */
  private long behindTheGate(String user, String reference) throws SQLException {
    try (Connection connection = stack.postgres().superuser().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "select set_config('test.who', to_jsonb(s)::text, true) from staff s where username = '%s'"
              .formatted(user));
      statement.execute("set local role concordat_app");
      statement.execute(
          "select b.* from (select cast(current_setting('test.who') as jsonb)) as t (w),"
              + " bind_caller(cast(w ->> 'subject' as uuid), w ->> 'username', w ->>"
              + " 'display_name', w ->> 'agency', array[w ->> 'role'], array(select"
              + " jsonb_array_elements_text(w -> 'teams'))) b");
      try (ResultSet row =
          statement.executeQuery(
              "select count(distinct about) from notice where kind = 'DOCUMENT_ADDED' and"
                  + " reference = '%s'".formatted(reference))) {
        row.next();
        return row.getLong(1);
      } finally {
        connection.rollback();
      }
    }
  }
}
