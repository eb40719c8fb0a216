package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.stack.DemoAccount;
import uk.concordat.stack.PostOffice;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;
import uk.concordat.stack.Waiting;

/**
 * Whoever could read now what waits for them gets one mail that says so and nothing else; nobody
 * else gets any. While the post office is shut, nothing is handed over.
 */
@ExtendWith({ApiExtension.class, StackExtension.class})
class MailIT {
  private static final Duration SOON = Duration.ofSeconds(45);

  private final Api api;
  private final StaffDirectory directory;
  private final DatabaseOwner owner;
  private final MailRows mail;
  private final PostOffice office;
  private final LedgerRows ledger;
  private final Visitors visitors;
  private final Stack stack;
  private final Referrals referrals;

  MailIT(
      Api api,
      StaffDirectory directory,
      DatabaseOwner owner,
      MailRows mail,
      PostOffice office,
      LedgerRows ledger,
      Visitors visitors,
      Stack stack) {
    this.api = api;
    this.directory = directory;
    this.owner = owner;
    this.mail = mail;
    this.office = office;
    this.ledger = ledger;
    this.visitors = visitors;
    this.stack = stack;
    referrals = new Referrals(api);
  }

  @BeforeEach
  @AfterEach
  void nobodyIsServed() {
    office.shut();
  }

  @Test
  void aMailSaysThatSomethingWaitsAndNothingElse() throws Exception {
    String officer = officer();
    String reference = referrals.taken(officer);
    assertThat(mail.waiting(officer)).as("written with the notice").isPositive();
    office.open();
    MimeMessage letter = only(officer);
    assertThat(letter.getSubject()).isEqualTo("You have something in Concordat");
    assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(letter.getContentType()).startsWith("text/plain");
    assertThat(letter.getAllRecipients()).hasSize(1);
    assertThat((String) letter.getContent()).contains("Sign in", stack.portal() + "/");
    assertThat(whole(letter).replace(address(officer), ""))
        .as("nothing of the record, of its agencies or of its reader")
        .doesNotContain(reference, officer, "Newcomer", "HERTS", "WELHAT", "Hertfordshire")
        .doesNotContainIgnoringCase("referral")
        .doesNotContainIgnoringCase("hate");
    assertThat(mail.waiting(officer)).isZero();
    assertThat(mail.states(officer)).containsExactly("SENT");
  }

  @Test
  void whoMayNotReadItAnyMoreGetsNone() {
    String reference = referrals.received().reference();
    String other = referrals.received().reference();
    String stays = granted(reference);
    String ended = granted(reference);
    String excluded = granted(reference);
    String suspended = granted(reference);
    String seen = granted(reference);
    String wantsNone = granted(reference);
    String unnamed = officer();
    mail.tell(unnamed, "REFERRAL_ANSWERED", other);
    List<String> all = List.of(stays, ended, excluded, suspended, seen, wantsNone);
    all.forEach(each -> mail.tell(each, "REFERRAL_ANSWERED", reference));
    assertThat(all).allMatch(each -> mail.waiting(each) == 1);
    assertThat(mail.waiting(unnamed)).isOne();

    owner.letGrantsHaveEnded(ended);
    owner.exclude(reference, excluded);
    owner.suspend(suspended);
    visits(seen);
    assertThat(choose(wantsNone, "NONE").status()).isEqualTo(204);
    referrals.restricted("police.hco", other);
    office.open();

    only(stays);
    assertThat(within(() -> mail.waiting(seen) == 0)).as("settled").isTrue();
    for (String each : List.of(ended, excluded, suspended, unnamed)) {
      assertThat(within(() -> mail.hidden(each) > 0)).as("looked at").isTrue();
    }
    assertThat(mail.waiting(wantsNone)).as("forgotten with the choice").isZero();
    mail.tell(wantsNone, "REFERRAL_ANSWERED", reference);
    assertThat(mail.waiting(wantsNone)).as("the new one is not even written").isZero();
    assertThat(choose(wantsNone, "AT_ONCE").status()).isEqualTo(204);
    passesGoOn(reference);
    for (String each : List.of(ended, excluded, suspended, seen, unnamed, wantsNone)) {
      assertThat(mail.states(each)).isEmpty();
      assertThat(office.to(address(each))).isEmpty();
    }
  }

  /** What keeps somebody from reading it now may pass before the week is over. */
  @Test
  void whoMayReadItLaterIsToldThen() {
    String reference = referrals.received().reference();
    String suspended = granted(reference);
    owner.suspend(suspended);
    mail.tell(suspended, "REFERRAL_ANSWERED", reference);
    String deputy = granted(reference);
    owner.leads(deputy, "community-safety");
    owner.letThemLeadTomorrow(deputy);
    mail.tellAll(
        "STEVENAGE-COUNCIL/council-officer/community-safety!lead", "REFERRAL_ANSWERED", reference);
    String member = granted(reference);
    mail.tellAll(
        "STEVENAGE-COUNCIL/council-officer#" + api.subject(member), "REFERRAL_ANSWERED", reference);
    office.open();
    only(member);
    for (String each : List.of(suspended, deputy)) {
      assertThat(within(() -> mail.hidden(each) > 0)).as("looked at").isTrue();
      assertThat(mail.states(each)).isEmpty();
    }
    passesGoOn(reference);
    owner.reinstate(suspended);
    owner.letTomorrowHaveCome(deputy);
    passesGoOn(reference);
    for (String each : List.of(suspended, deputy)) {
      assertThat(mail.states(each)).as("not looked at with every pass").isEmpty();
      mail.lookAgain(each);
      only(each);
      assertThat(within(() -> mail.waiting(each) == 0)).isTrue();
    }
  }

  /** Keycloak says so with each token; one that it did not verify is none. */
  @Test
  void nobodyIsWrittenToAtAnAddressThatIsNotVerified() {
    String unverified = officer();
    String without = officer();
    assertThat(mail.addresses(unverified) + mail.addresses(without)).isEqualTo(2);
    directory.isReachedAt(unverified, address(unverified), false);
    directory.isReachedAt(without, "", true);
    for (String each : List.of(unverified, without)) {
      assertThat(api.send("GET", "/api/me/mail", stack.token(each), null).status()).isEqualTo(200);
      assertThat(mail.addresses(each)).isZero();
      assertThat(referrals.taken(each)).isNotEmpty();
      assertThat(mail.waiting(each)).isZero();
    }
  }

  @Test
  void sevenInTheMorningIsThatOfLondonInSummerAndInWinter() {
    for (String[] pair :
        new String[][] {
          {"2026-07-01 05:59Z", "2026-06-30 06:00:00"},
          {"2026-07-01 06:00Z", "2026-07-01 06:00:00"},
          {"2026-12-01 06:59Z", "2026-11-30 07:00:00"},
          {"2026-12-01 07:00Z", "2026-12-01 07:00:00"},
          {"2026-03-29 05:59Z", "2026-03-28 07:00:00"},
          {"2026-03-29 06:00Z", "2026-03-29 06:00:00"},
          {"2026-10-25 06:59Z", "2026-10-24 06:00:00"},
          {"2026-10-25 07:00Z", "2026-10-25 07:00:00"}
        }) {
      assertThat(owner.row("select last_seven(cast(? as timestamptz)) at time zone 'UTC'", pair[0]))
          .as(pair[0])
          .containsExactly(pair[1]);
    }
  }

  @Test
  void manyNoticesMakeOneMailAndTheNextIsTenMinutesLater() {
    String reference = referrals.received().reference();
    String person = granted(reference);
    for (int i = 0; i < 3; i++) {
      mail.tell(person, "REFERRAL_ANSWERED", reference);
    }
    office.open();
    only(person);
    mail.tell(person, "REFERRAL_QUESTIONED", reference);
    passesGoOn(reference);
    only(person);
    assertThat(mail.waiting(person)).isOne();
    mail.pass(person, "10 minutes");
    assertThat(within(() -> office.to(address(person)).size() == 2)).isTrue();
    assertThat(within(() -> mail.waiting(person) == 0)).isTrue();
  }

  @Test
  void onceADayMeansAtSevenInTheMorning() {
    String reference = referrals.received().reference();
    String person = granted(reference);
    assertThat(choose(person, "DAILY").status()).isEqualTo(204);
    assertThat(api.get(person, "/api/me/mail").text("/choice")).isEqualTo("DAILY");
    mail.tell(person, "REFERRAL_ANSWERED", reference);
    mail.tell(person, "REFERRAL_QUESTIONED", reference);
    office.open();
    passesGoOn(reference);
    assertThat(office.to(address(person))).as("before seven").isEmpty();
    mail.waitLonger(person, "24 hours");
    only(person);
    assertThat(mail.waiting(person)).isZero();
  }

  /**
   * What the delivery decides and what the portal lists are compared for everybody whom anything of
   * it could concern, with somebody excluded and a record narrowed meanwhile.
   */
  @Test
  void itReachesExactlyThoseWhomThePortalTells() {
    List<String> people =
        new ArrayList<>(stack.accounts().stream().map(DemoAccount::username).toList());
    people.forEach(each -> assertThat(api.get(each, "/api/me").status()).isEqualTo(200));
    people.add(officer());
    String excluded = lead();
    people.add(excluded);
    mail.forget();
    String asked = referrals.received().reference();
    assertThat(referrals.asked("nhs.safeguarding", asked).status()).isEqualTo(202);
    String barred = referrals.received().reference();
    assertThat(referrals.asked("council2.officer", barred).status()).isEqualTo(202);

    String narrowed = referrals.received().reference();
    assertThat(referrals.asked("nhs.practitioner", narrowed).status()).isEqualTo(202);
    referrals.restricted("council.lead", narrowed);
    referrals.taken("police.officer");
    for (String each : List.of(asked, barred, narrowed)) {
      owner.exclude(each, excluded);
    }
    Map<String, Set<String>> written =
        people.stream()
            .collect(Collectors.toMap(each -> each, each -> Set.copyOf(mail.notices(each))));
    List<String> told =
        people.stream()
            .filter(each -> listed(each).stream().anyMatch(written.get(each)::contains))
            .toList();
    assertThat(told).contains("council.lead", "police.officer").hasSizeGreaterThan(2);
    assertThat(written.get(excluded)).as("who is excluded by now").isNotEmpty();
    assertThat(told).doesNotContain(excluded);
    office.open();
    assertThat(within(() -> mail.whoWaits().stream().noneMatch(people::contains))).isTrue();
    assertThat(people.stream().filter(each -> !mail.states(each).isEmpty()))
        .containsExactlyInAnyOrderElementsOf(told);
  }

  @Test
  void howSomebodyIsToldIsTheirsAloneAndInTheLedger() throws Exception {
    String person = officer();
    Answer before = api.get(person, "/api/me/mail");
    assertThat(before.text("/choice")).isEqualTo("AT_ONCE");
    assertThat(before.text("/address")).isEqualTo(address(person));
    assertThat(before.json().path("setUp").asBoolean()).isTrue();
    assertThat(choose(person, "HOURLY").errors()).containsExactly("choice:unknown");
    assertThat(choose(person, "DAILY").status()).isEqualTo(204);
    assertThat(ledger.aboutStaff(person))
        .contains(
            "ALTER session.mail hate-crime-officer", "CONSULT session.mail hate-crime-officer");
    owner.suspend(person);
    assertThat(choose(person, "NONE").status()).as("who is suspended").isEqualTo(401);
    assertThat(
            owner.row(
                "select choice from mail_setting m join staff s using (subject) where s.username = ?",
                person))
        .containsExactly("DAILY");
  }

  private String officer() {
    return known(directory.joins("HERTS-POLICE/hate-crime-unit", "hate-crime-officer"));
  }

  private String lead() {
    String lead = known(directory.joins("WELHAT-COUNCIL/community-safety", "council-officer"));
    owner.leads(lead, "community-safety");
    return lead;
  }

  /** Somebody who sees a referral for a time only. */
  private String granted(String reference) {
    String person = known(directory.joins("STEVENAGE-COUNCIL/community-safety", "council-officer"));
    owner.grant(reference, person);
    return person;
  }

  private String known(String username) {
    assertThat(api.get(username, "/api/me").status()).isEqualTo(200);
    return username;
  }

  /** Opens the first of their notices. */
  private void visits(String username) {
    visitors.signedIn(username).get("/notice/notice.xhtml?id=" + listed(username).get(0));
  }

  private List<String> listed(String username) {
    return api.get(username, "/api/notices").items("id");
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

  /** Somebody who is told after everybody else has got their mail: the loop has looked again. */
  private void passesGoOn(String reference) {
    String witness = granted(reference);
    mail.tell(witness, "REFERRAL_ANSWERED", reference);
    only(witness);
  }

  /** Their one mail, once the portal knows too that it was taken. */
  private MimeMessage only(String username) {
    assertThat(within(() -> !office.to(address(username)).isEmpty())).as("a mail").isTrue();
    assertThat(within(() -> !mail.states(username).contains("HANDING"))).as("kept").isTrue();
    assertThat(office.to(address(username))).hasSize(1);
    return office.to(address(username)).get(0);
  }

  private static String whole(MimeMessage letter) throws Exception {
    var bytes = new java.io.ByteArrayOutputStream();
    letter.writeTo(bytes);
    return bytes.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String address(String username) {
    return username + "@example.org";
  }

  private static boolean within(BooleanSupplier condition) {
    return Waiting.until(SOON, condition);
  }
}
