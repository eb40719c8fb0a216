package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/**
 * Whoever has a list open is told that it has changed, and nobody is told what happens to what they
 * do not see. What is not heard is proved by a colleague who hears it, and hears what came later.
 */
@ExtendWith({ApiExtension.class, StackExtension.class})
class LiveListIT {
  private static final Pattern ADDRESS = Pattern.compile("data-watched=\"ws://[^/]+([^\"]+)\"");
  private static final String ACKNOWLEDGE = "{\"move\":\"acknowledge\"}";

  private final Api api;
  private final Visitors visitors;
  private final StaffDirectory directory;
  private final DatabaseOwner owner;
  private final Referrals referrals;
  private final Stack stack;
  private String watcher;
  private Visitor visitor;
  private Socket colleague;
  private String fence;

  LiveListIT(
      Api api, Visitors visitors, StaffDirectory directory, DatabaseOwner owner, Stack stack) {
    this.stack = stack;
    this.api = api;
    this.visitors = visitors;
    this.directory = directory;
    this.owner = owner;
    referrals = new Referrals(api);
  }

  @BeforeEach
  void twoWatch() {
    watcher = directory.joins("NORTH-LEA-NHS/safeguarding", "nhs-safeguarding-lead");
    visitor = visitors.signedIn(watcher); // from then on the product knows them
    fence = sent();
    owner.exclude(fence, watcher);
    String other = directory.joins("NORTH-LEA-NHS/safeguarding", "nhs-safeguarding-lead");
    colleague = opened(visitors.signedIn(other));
  }

  @Test
  void whateverChangesInTheirListIsToldInOneWord() {
    Socket mine = opened(visitor);
    sent();
    assertThat(mine.hears(1)).isTrue();
    assertThat(mine.words()).containsOnly("{\"data\":\"changed\"}");
  }

  @Test
  void aSocketThatOpensAgainHearsWhatCameWhileThereWasNone() {
    String address = address(visitor);
    int before = colleague.heard();
    sent();
    assertThat(colleague.hears(before + 1)).isTrue();
    Socket again = visitor.socket(address);
    assertThat(again.hears(1)).isTrue();
    provedSilent(opened(visitor), () -> {}); // its list is read after that
  }

  @Test
  void twoListsOfASessionAreBothToldAndStayAtTheirOwnQueue() {
    String mine = "/referral/inbox.xhtml?queue=MINE";
    String latest = "/referral/inbox.xhtml?queue=CHANGED";
    Socket one = opened(visitor, address(visitor, mine));
    Socket other = opened(visitor, address(visitor, latest));
    String fresh = sent();
    assertThat(one.hears(1)).isTrue();
    assertThat(other.hears(1)).isTrue();
    assertThat(visitor.get(latest).body()).contains(fresh);
    assertThat(visitor.get(mine).body()).contains("<title>Mine").doesNotContain(fresh);
  }

  @Test
  void aListThatHadNoSocketHearsWhatItMissedThoughAnotherWasReadSince() {
    String first = address(visitor, "/referral/inbox.xhtml?queue=MINE");
    int before = colleague.heard();
    sent();
    assertThat(colleague.hears(before + 1)).isTrue();
    Socket read = opened(visitor, address(visitor, "/referral/inbox.xhtml?queue=CHANGED"));
    assertThat(opened(visitor, first).hears(1)).isTrue();
    assertThat(read.refused()).isZero();
  }

  @Test
  void aSocketThatOpensAgainHearsNothingWhereNothingCame() {
    String address = address(visitor);
    visitor.socket(address);
    Socket again = visitor.socket(address);
    provedSilent(again, () -> {});
  }

  @Test
  void afterALostConnectionEverybodyLooksAndIsToldAgain() {
    Socket mine = opened(visitor);
    new DatabaseOwner(stack.postgres().superuser())
        .row(
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'concordat_app'"
                + " and (query = 'listen lists' or query like ? || '%')",
            "select whose_lists");
    assertThat(mine.hears(1)).isTrue();
    sent();
    assertThat(mine.hears(2)).isTrue();
  }

  @Test
  void nobodyWhoIsNotSignedInIsLetIn() {
    String address = address(visitor);
    assertThat(visitors.stranger().socket(address).refused()).isNotZero();
  }

  @Test
  void aSocketOfAnotherSessionIsAsUnknownAsOneThatWeNeverGave() {
    String address = address(visitor);
    Visitor other = visitors.signedIn(watcher);
    address(other);
    String unknown = address.replaceAll("[?].*", "?" + new UUID(1, 2));
    assertThat(visitor.socket(unknown).refused()).isEqualTo(404);
    String list = address.replaceAll(".*[.]", ".");
    assertThat(visitor.socket(unknown + list).refused()).isEqualTo(404);
    assertThat(visitor.socket(address.replaceAll("[?].*", "")).refused()).isEqualTo(404);
    assertThat(other.socket(address).refused()).as("the same person elsewhere").isEqualTo(404);
    assertThat(visitors.signedIn("police.hco").socket(address).refused()).isEqualTo(404);
    assertThat(visitor.socket(address).refused()).isZero();
  }

  @Test
  void whoeverActsInAnotherRoleHearsOnlyWhatThatOneSees() {
    directory.gets(watcher, "agency-admin");
    Socket mine = opened(visitor);
    Answer acting =
        api.send(
            "PUT",
            "/api/me/acting-role",
            api.token(watcher),
            "{\"role\":\"agency-admin\"}",
            "Content-Type",
            "application/json");
    assertThat(acting.status()).as(acting.body()).isEqualTo(204);
    provedSilent(mine, this::sent);
  }

  @Test
  void whoeverLosesTheTeamHearsOnlyWhatTheyStillSee() {
    String lead = directory.joins("CPS-THAMES-CHILTERN/hate-crime-prosecutors", "cps-prosecutor");
    Visitor prosecutor = visitors.signedIn(lead);
    Socket theirs = opened(prosecutor);
    referrals.sent("police.hco", "CPS-THAMES-CHILTERN");
    assertThat(theirs.hears(1)).isTrue();
    int heard = theirs.heard();
    directory.moves(lead, "CPS-THAMES-CHILTERN/quality-review");
    assertThat(api.get(lead, "/api/me").status()).as("a request, of no list").isEqualTo(200);
    Socket fellow = opened(visitors.signedIn("cps.prosecutor"));
    referrals.sent("police.hco", "CPS-THAMES-CHILTERN");
    assertThat(fellow.hears(1)).isTrue();
    assertThat(heardInAll(prosecutor, theirs)).isEqualTo(heard);
  }

  @Test
  void whoeverIsBarredHearsNothingEvenWhereTooManyAreToBeNamed() {
    Socket mine = opened(visitor);
    int before = colleague.heard();
    owner.row(
        "select tell_viewers(id, array['NORTH-LEA-NHS/nhs-safeguarding-lead'], array(select"
            + " gen_random_uuid() from generate_series(1, 300))) from referral where reference = ?",
        fence);
    assertThat(colleague.hears(before + 1)).as("too long for one notification").isTrue();
    provedSilent(mine, () -> {});
  }

  @Test
  void anAmendedNameIsToldToWhoeverSeesIt() {
    String reporter = directory.joins("HAH-CENTRE-1/reporting-centre", "third-party-reporter");
    String reference = referrals.sent(reporter, "HERTS-POLICE").reference();
    Socket unseeing = opened(visitors.signedIn(reporter));
    Socket seeing = opened(visitors.signedIn("police.hco"));
    owner.rewrite(reference, "identity", "name");
    assertThat(seeing.hears(1)).isTrue();
    int heard = seeing.heard();
    String later = referrals.submitted().reference();
    assertThat(seeing.hears(heard + 1)).as(later).isTrue();
    assertThat(unseeing.heard()).as("sees the referral, and no name").isZero();
  }

  @Test
  void theEndOfTheSessionEndsTheSocket() {
    Socket mine = opened(visitor);
    visitor.send("POST", "/sign-out", "", "Content-Type", "application/x-www-form-urlencoded");
    assertThat(mine.closes()).as("by the container or by Faces, whoever is first").isIn(1008, 1000);
  }

  @Test
  void whoeverIsSuspendedHearsNothing() {
    Socket mine = opened(visitor);
    owner.suspend(watcher);
    provedSilent(mine, this::sent);
  }

  @Test
  void whoeverIsExcludedHearsNothingOfIt() {
    String reference = sent();
    owner.exclude(reference, watcher);
    Socket mine = opened(visitor);
    provedSilent(mine, () -> referrals.moved("nhs.safeguarding", reference, ACKNOWLEDGE));
  }

  @Test
  void whatIsRestrictedToOthersIsNotHeardOf() {
    String reference = sent();
    referrals.restricted("nhs.safeguarding", reference);
    Socket mine = opened(visitor);
    provedSilent(mine, () -> referrals.moved("nhs.safeguarding", reference, ACKNOWLEDGE));
  }

  @Test
  void anExclusionOfAColleagueChangesNobodyElsesList() {
    String reference = sent();
    String barred = directory.joins("NORTH-LEA-NHS/safeguarding", "nhs-safeguarding-lead");
    api.subject(barred);
    Socket mine = opened(visitor);
    provedSilent(mine, () -> owner.exclude(reference, barred));
  }

  @Test
  void aClassThatIsNotInTheListChangesNothing() {
    String reference = sent();
    Socket mine = opened(visitor);
    provedSilent(mine, () -> owner.rewrite(reference, "needs", "contact_detail"));
  }

  /** The fence is a change of a referral that the watcher does not see, and the colleague does. */
  private void provedSilent(Socket mine, Runnable change) {
    int before = colleague.heard();
    change.run();
    referrals.moved("nhs.safeguarding", fence, ACKNOWLEDGE);
    assertThat(colleague.hears(before + 1)).isTrue();
    owner.reinstate(watcher); // whoever is suspended does not get so far as to sign out
    assertThat(heardInAll(visitor, mine)).isZero();
  }

  /** What is said comes in its order, and the end of the session last: nothing comes later. */
  private static int heardInAll(Visitor who, Socket theirs) {
    who.send("POST", "/sign-out", "", "Content-Type", "application/x-www-form-urlencoded");
    assertThat(theirs.closes()).as("the session is over").isNotZero();
    return theirs.heard();
  }

  private Socket opened(Visitor who) {
    return opened(who, address(who));
  }

  private static Socket opened(Visitor who, String address) {
    Socket socket = who.socket(address);
    assertThat(socket.refused()).isZero();
    return socket;
  }

  private static String address(Visitor who) {
    return address(who, "/referral/inbox.xhtml");
  }

  private static String address(Visitor who, String list) {
    Matcher address = ADDRESS.matcher(who.get(list).body());
    assertThat(address.find()).isTrue();
    return address.group(1);
  }

  private String sent() {
    return referrals.sent("police.officer", "NORTH-LEA-NHS").reference();
  }
}
