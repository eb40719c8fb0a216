package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.stack.PostOffice;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/** The database alone: who is told by mail is settled by the product, and by one node at a time. */
@ExtendWith({ApiExtension.class, StackExtension.class})
class MailWallIT {
  private final Api api;
  private final StaffDirectory directory;
  private final DatabaseOwner owner;
  private final MailRows mail;
  private final PostOffice office;
  private final Stack stack;
  private final Referrals referrals;

  MailWallIT(
      Api api,
      StaffDirectory directory,
      DatabaseOwner owner,
      MailRows mail,
      PostOffice office,
      Stack stack) {
    this.api = api;
    this.directory = directory;
    this.owner = owner;
    this.mail = mail;
    this.office = office;
    this.stack = stack;
    referrals = new Referrals(api);
  }

  /** The portal hands over nothing meanwhile. */
  @BeforeEach
  void nobodyIsServed() {
    office.shut();
  }

  /** Each node asks for the same person at the same time. */
  @Test
  void oneNodeAloneSeesToSomebodysMail() throws Exception {
    String reference = referrals.received().reference();
    String person = granted(reference);
    mail.tell(person, "REFERRAL_ANSWERED", reference);
    String notice = mail.notices(person).get(0);
    try (Connection one = node();
        Connection other = node()) {
      assertThat(claimed(one, person)).isEqualTo("{" + notice + "}");
      assertThat(claimed(other, person)).as("while the first is at it").isNull();
      try (Statement hands = one.createStatement()) {
        hands.execute(
            "select hand_mail(gen_random_uuid(), '%s', '{%s}', '{%s}')"
                .formatted(api.subject(person), notice, notice));
      }
      one.commit();
      assertThat(claimed(other, person)).as("it is being handed over").isNull();
      other.rollback();
    }
    assertThat(mail.states(person)).containsExactly("HANDING");
    mail.tell(person, "REFERRAL_QUESTIONED", reference);
    mail.pass(person, "16 minutes");
    try (Connection later = node()) {
      assertThat(claimed(later, person))
          .as("what is new does not wait an hour, and takes the other along")
          .contains(notice)
          .contains(",");
      later.rollback();
    }
  }

  /** The other wall: whoever is bound to a session of the portal's role. */
  @Test
  void nobodyReadsTheOutboxOrActsForIt() throws Exception {
    for (String sql :
        List.of(
            "select * from mail_outbox",
            "select * from mail",
            "delete from mail_outbox",
            "select bind_addressee(caller_subject())",
            "select hand_mail(gen_random_uuid(), caller_subject(), '{}', '{}')",
            "select end_mail(gen_random_uuid(), true)",
            "delete from staff_email",
            "update staff_email set email = 'elsewhere@example.org'",
            "update notice set posted = true",
            "insert into notice (viewer, kind, about, posted) values ('x', 'x', caller_subject(), true)",
            "select forget_post()",
            "select * from post_of(caller_subject())")) {
      try (Connection portal = officersOwn();
          Statement statement = portal.createStatement()) {
        assertThatThrownBy(() -> statement.execute(sql))
            .as(sql)
            .hasMessageMatching("(?s).*(permission denied|only the product itself).*");
        portal.rollback();
      }
    }
  }

  /** The same wall where it answers nothing: addresses above all. */
  @Test
  void nobodyLearnsWhereAColleagueIsReached() throws Exception {
    String reference = referrals.received().reference();
    String colleague = officer();
    assertThat(choose(colleague, "AT_ONCE").status()).isEqualTo(204);
    mail.tell(colleague, "REFERRAL_ANSWERED", reference);
    String subject = api.subject(colleague);
    for (String sql :
        List.of(
            "select email from staff_email where subject = '%s'",
            "select choice from mail_setting where subject = '%s'",
            "select mail_due from mail_due('%s')",
            "select mail_due from mail_due(null) where mail_due = '%s'",
            "select o_email from claim_mail('%s') where o_email is not null or o_notices is not null",
            "update mail_setting set choice = 'NONE' where subject = '%s' returning choice",
            "select tidy_mail() where tidy_mail() > 0 and '%s' <> ''")) {
      try (Connection portal = officersOwn();
          Statement statement = portal.createStatement()) {
        assertThat(statement.executeQuery(sql.formatted(subject)).next()).as(sql).isFalse();
        portal.rollback();
      }
    }
    try (Connection portal = officersOwn();
        Statement statement = portal.createStatement()) {
      assertThat(text(statement, "select keep_email(repeat('a', 243) || '@example.org')"))
          .as("too long: no address, and nobody is kept out for it")
          .isEqualTo("t");
      assertThat(text(statement, "select count(*) from staff_email")).isEqualTo("0");
      portal.rollback();
    }
    mail.waitLonger(colleague, "8 days");
    try (Connection portal =
            bound(
                "select bind_caller('%s', '%s', 'Demo Newcomer', 'HERTS-POLICE', array['hate-crime-officer'], array['hate-crime-unit'])"
                    .formatted(subject, colleague));
        Statement statement = portal.createStatement()) {
      assertThat(text(statement, "select tidy_mail()")).isEqualTo("0");
      portal.commit();
    }
    assertThat(mail.waiting(colleague)).as("nobody tidies but the product").isOne();
    assertThat(mail.addresses(colleague)).isOne();
  }

  private Connection officersOwn() throws SQLException {
    return bound(
        "select bind_caller('%s', 'police.hco', 'x', 'HERTS-POLICE', array['hate-crime-officer'],"
                .formatted(api.subject("police.hco"))
            + " array['hate-crime-unit'])");
  }

  /** A portal beside the portal. */
  private Connection node() throws SQLException {
    return bound("select bind_clock(gen_random_uuid(), 'BOARD')");
  }

  private Connection bound(String sql) throws SQLException {
    Connection portal = stack.postgres().app().getConnection();
    portal.setAutoCommit(false);
    try (Statement statement = portal.createStatement()) {
      statement.execute(sql);
    }
    return portal;
  }

  private String claimed(Connection node, String username) throws SQLException {
    try (Statement statement = node.createStatement()) {
      return text(
          statement, "select o_notices from claim_mail('%s')".formatted(api.subject(username)));
    }
  }

  private static String text(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private String officer() {
    return known(directory.joins("HERTS-POLICE/hate-crime-unit", "hate-crime-officer"));
  }

  private String granted(String reference) {
    String person = known(directory.joins("STEVENAGE-COUNCIL/community-safety", "council-officer"));
    owner.grant(reference, person);
    return person;
  }

  private String known(String username) {
    assertThat(api.get(username, "/api/me").status()).isEqualTo(200);
    return username;
  }

  private Answer choose(String username, String choice) {
    return api.send(
        "PUT",
        "/api/me/mail",
        api.token(username),
        "{\"choice\":\"%s\"}".formatted(choice),
        "Content-Type",
        "application/json");
  }
}
