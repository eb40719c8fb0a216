package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whoever has a list open is told that it has changed, and nobody is told what happens to what they
 * do not see. What is not heard is proved by a colleague who hears it, and hears what came later.
 */
@ExtendWith(ApiExtension.class)
class LiveListIT {
  private static final Pattern ADDRESS = Pattern.compile("data-watched=\"ws://[^/]+([^\"]+)\"");
  private static final String ACKNOWLEDGE = "{\"move\":\"acknowledge\"}";

  private final Api api;
  private final Visitors visitors;
  private final StaffDirectory directory;
  private final DatabaseOwner owner;
  private final Referrals referrals;
  private String watcher;
  private Visitor visitor;
  private Socket colleague;
  private String fence;

  LiveListIT(Api api, Visitors visitors, StaffDirectory directory, DatabaseOwner owner) {
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
  void nobodyWhoIsNotSignedInIsLetIn() {
    String address = address(visitor);
    assertThat(visitors.stranger().socket(address).refused()).isNotZero();
  }

  @Test
  void aSocketThatWeNeverGaveIsClosed() {
    String address = address(visitor).replaceAll("[?].*", "?" + new UUID(1, 2));
    assertThat(visitor.socket(address).closes()).isEqualTo(1008);
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
    assertThat(mine.heard()).isZero();
  }

  private Socket opened(Visitor who) {
    Socket socket = who.socket(address(who));
    assertThat(socket.refused()).isZero();
    return socket;
  }

  private static String address(Visitor who) {
    Matcher address = ADDRESS.matcher(who.get("/referral/inbox.xhtml").body());
    assertThat(address.find()).isTrue();
    return address.group(1);
  }

  private String sent() {
    return referrals.sent("police.officer", "NORTH-LEA-NHS").reference();
  }
}
