package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;
import uk.concordat.stack.Waiting;

/**
 * The portal is killed while it hands over a mail: nobody gets it twice, and whoever did not get it
 * is told in the end. What a server refuses keeps nobody else from theirs.
 */
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith({ApiExtension.class, StackExtension.class})
class MailCrashIT {
  private static final String PORT = "CONCORDAT_MAIL_PORT";
  private static final Duration SOON = Duration.ofSeconds(45);

  private final Api api;
  private final StaffDirectory directory;
  private final DatabaseOwner owner;
  private final MailRows mail;
  private final Visitors visitors;
  private final Stack stack;
  private final Referrals referrals;
  private final StubbornServer server = new StubbornServer();
  private String reference;

  MailCrashIT(
      Api api,
      StaffDirectory directory,
      DatabaseOwner owner,
      MailRows mail,
      Visitors visitors,
      Stack stack) {
    this.api = api;
    this.directory = directory;
    this.owner = owner;
    this.mail = mail;
    this.visitors = visitors;
    this.stack = stack;
    referrals = new Referrals(api);
  }

  @BeforeAll
  void anotherServer() {
    stack.restartPortal(Map.of(PORT, Integer.toString(server.port())));
  }

  /** The server is as before it was ever stubborn, and nobody waits for anything. */
  @BeforeEach
  void nothingIsUnderWay() {
    server.fallsSilent(StubbornServer.Silence.NONE);
    server.refuses(null);
    mail.forget();
    reference = referrals.received().reference();
  }

  @AfterAll
  void theUsualServer() {
    server.close();
    stack.restartPortal(Map.of(PORT, Integer.toString(stack.smtpPort())));
  }

  @Test
  void whatTheServerTookIsNotSentAgainAfterAKill() {
    String person = killedWhile(StubbornServer.Silence.AFTER_THE_MAIL);
    assertThat(server.takenFor(address(person))).isOne();
    assertThat(mail.states(person)).containsExactly("HANDING");
    passesGoOn();
    assertThat(server.takenFor(address(person))).as("nobody knows, so nothing is sent").isOne();
    String id = api.get(person, "/api/notices").items("id").get(0);
    visitors.signedIn(person).get("/notice/notice.xhtml?id=" + id);
    mail.pass(person, "61 minutes");
    assertThat(within(() -> mail.waiting(person) == 0)).as("settled").isTrue();
    assertThat(server.takenFor(address(person))).as("they have seen it").isOne();
    assertThat(mail.states(person)).containsExactly("UNSURE");
  }

  /** A server that takes mail and never says so must not make us write every hour for a week. */
  @Test
  void whoeverMayHaveGotItIsRemindedOnceAndNotAgain() {
    String person = known();
    server.fallsSilent(StubbornServer.Silence.HANGS_UP);
    tell(person);
    assertThat(within(() -> server.takenFor(address(person)) == 1)).isTrue();
    assertThat(within(() -> mail.states(person).contains("HANDING"))).isTrue();
    mail.pass(person, "61 minutes");
    assertThat(within(() -> server.takenFor(address(person)) == 2)).as("reminded").isTrue();
    server.fallsSilent(StubbornServer.Silence.NONE);
    mail.pass(person, "61 minutes");
    passesGoOn();
    mail.pass(person, "61 minutes");
    passesGoOn();
    assertThat(server.takenFor(address(person))).as("not a third time").isEqualTo(2);
    assertThat(mail.states(person)).startsWith("UNSURE").hasSize(2);
    tell(person);
    assertThat(within(() -> server.takenFor(address(person)) == 3)).as("what is new").isTrue();
  }

  /** It surely took none: that is tried again after a minute and not after an hour. */
  @Test
  void aServerThatSendsUsAwayHasRefused() {
    for (StubbornServer.Silence busy :
        List.of(StubbornServer.Silence.BUSY, StubbornServer.Silence.BUSY_IN_THE_END)) {
      String person = known();
      server.fallsSilent(busy);
      tell(person);
      assertThat(within(() -> mail.states(person).contains("REFUSED"))).as("%s", busy).isTrue();
      server.fallsSilent(StubbornServer.Silence.NONE);
      assertThat(mail.states(person)).containsExactly("REFUSED");
      mail.pass(person, "1 minute");
      assertThat(within(() -> mail.states(person).contains("SENT"))).isTrue();
      assertThat(server.takenFor(address(person))).isOne();
    }
  }

  @Test
  void whatTheServerDidNotTakeIsSentInTheEnd() {
    String person = killedWhile(StubbornServer.Silence.BEFORE_THE_MAIL);
    passesGoOn();
    assertThat(server.takenFor(address(person))).isZero();
    assertThat(mail.waiting(person)).as("not lost").isOne();
    mail.pass(person, "61 minutes");
    assertThat(within(() -> server.takenFor(address(person)) == 1)).isTrue();
    assertThat(within(() -> mail.waiting(person) == 0)).isTrue();
    passesGoOn();
    assertThat(server.takenFor(address(person))).isOne();
    assertThat(mail.states(person)).containsExactly("UNSURE", "SENT");
  }

  @Test
  void whatIsRefusedIsTriedAgainAndKeepsNobodyFromTheirs() {
    String person = known();
    server.refuses(address(person));
    tell(person);
    assertThat(within(() -> mail.states(person).contains("REFUSED"))).isTrue();
    passesGoOn();
    assertThat(mail.states(person)).as("not before a minute is over").containsExactly("REFUSED");
    server.refuses(null);
    mail.pass(person, "1 minute");
    assertThat(within(() -> mail.states(person).contains("SENT"))).isTrue();
    assertThat(server.takenFor(address(person))).isOne();
    assertThat(within(() -> mail.waiting(person) == 0)).isTrue();
  }

  private String killedWhile(StubbornServer.Silence silence) {
    String person = known();
    server.fallsSilent(silence);
    tell(person);
    assertThat(within(server::isSilent)).as("in the middle of it").isTrue();
    stack.crashPortal();
    server.fallsSilent(StubbornServer.Silence.NONE);
    return person;
  }

  private String known() {
    String person = directory.joins("STEVENAGE-COUNCIL/community-safety", "council-officer");
    assertThat(api.get(person, "/api/me").status()).isEqualTo(200);
    owner.grant(reference, person);
    return person;
  }

  /** Whoever is told may have their mail before anybody can look whether it waits. */
  private void tell(String person) {
    mail.tell(person, "REFERRAL_ANSWERED", reference);
  }

  /** Somebody else is told: the loop has looked at everybody again. */
  private void passesGoOn() {
    String witness = known();
    tell(witness);
    assertThat(within(() -> server.takenFor(address(witness)) == 1)).isTrue();
    assertThat(within(() -> mail.waiting(witness) == 0)).isTrue();
  }

  private static String address(String username) {
    return username + "@example.org";
  }

  private static boolean within(BooleanSupplier condition) {
    return Waiting.until(SOON, condition);
  }
}
