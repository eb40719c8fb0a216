package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the ledger: whose they are, and that each reading of it is in it once. */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerPagesIT {
  private static final String NOT_HERE = "We cannot show you this page";
  private static final String LEDGER = "/ledger/ledger.xhtml";

  private final Api api;
  private final Visitors visitors;
  private final LedgerRows ledger;
  private final DatabaseOwner owner;
  private final Referrals referrals;
  private final Map<String, Visitor> signedIn = new ConcurrentHashMap<>();

  LedgerPagesIT(Api api, Visitors visitors, LedgerRows ledger, DatabaseOwner owner) {
    this.api = api;
    this.visitors = visitors;
    this.ledger = ledger;
    this.owner = owner;
    referrals = new Referrals(api);
  }

  @ParameterizedTest
  @CsvSource({
    "police.hco, /ledger/ledger.xhtml, audit.read not-visible",
    "council.officer, /ledger/ledger.xhtml, audit.read role-lacks-action",
    "council.admin, /ledger/ledger.xhtml, audit.read role-lacks-action",
    "council.officer, /ledger/security.xhtml, audit.read role-lacks-action",
    "council.admin, /ledger/seen.xhtml?ref={ref}, referral.trail role-lacks-action",
    "police.hco, /ledger/seen.xhtml?ref={ref}, referral.trail not-permitted",
    "nhs.governance, /ledger/seen.xhtml?ref={ref}, referral.trail not-visible",
    "nhs.governance, /ledger/entry.xhtml?id={entry}, audit.read not-visible",
    "police.lead, /ledger/entry.xhtml?id={entry}, session.read not-visible",
  })
  void areNotThereForWhomTheyAreNotFor(String user, String page, String refusal) {
    String reference = referrals.received().reference();
    String entry = api.get("police.hco", "/api/me/trail?limit=1").items("id").get(0);
    int before = ledger.refused(user).size();
    Answer answer = as(user).get(page.replace("{ref}", reference).replace("{entry}", entry));
    Silence.friendly(answer, 404, NOT_HERE);
    assertThat(ledger.refused(user)).hasSize(before + 1).last().isEqualTo(refusal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LEDGER,
        LEDGER + "?reading=refused",
        "/ledger/security.xhtml",
        "/ledger/own.xhtml",
        "/ledger/own.xhtml?at=lost",
        "/ledger/entry.xhtml?id={entry}"
      })
  void areInTheLedgerOnceEach(String page) {
    api.get("nhs.governance", "/api/me/trail");
    String entry = api.get("nhs.governance", "/api/me/trail?limit=1").items("id").get(0);
    Visitor governance = as("nhs.governance");
    String own =
        "ledger_entry where actor = (select subject from staff where username = 'nhs.governance')";
    long before = owner.count(own);
    assertThat(governance.get(page.replace("{entry}", entry)).status()).isEqualTo(200);
    assertThat(owner.count(own)).isEqualTo(before + 1);
    assertThat(governance.get("/ledger/own.xhtml").body()).contains("ledger entr");
  }

  @Test
  void showGovernanceItsOwnAgencyOnly() {
    String reference = referrals.received().reference();
    String about = LEDGER + "?record=" + reference;
    assertThat(as("council.governance").get(about).body())
        .contains(reference, "Demo Council Officer, Council officer")
        .doesNotContain("Hate crime officer,", "Samira");
    assertThat(as("nhs.governance").get(about).body())
        .contains("No entry matches")
        .doesNotContain("Council officer");
  }

  @Test
  void showTheSecurityLogOfOnesOwnAgency() {
    as("council.officer");
    as("police.hco");
    assertThat(as("council.governance").get("/ledger/security.xhtml?kind=SIGNED_IN").body())
        .contains("Demo Council Officer")
        .doesNotContain("Hertfordshire");
    assertThat(as("police.hco").get("/ledger/security.xhtml").body())
        .contains("What the security log has about you.")
        .doesNotContain("Demo Police");
  }

  @Test
  void answerTheSameForAnUnknownRecordAndOneThatIsNotTheirs() {
    String reference = referrals.received().reference();
    String unknown = HiddenRecords.UNKNOWN;
    Visitor governance = as("nhs.governance");
    assertThat(
            Silence.plain(
                Silence.still(governance.get(LEDGER + "?record=" + reference)), reference))
        .isEqualTo(
            Silence.plain(Silence.still(governance.get(LEDGER + "?record=" + unknown)), unknown));
  }

  @Test
  void numberARecordWhoseReferenceIsNotTheirsToKnow() {
    String reference = referrals.received().reference();
    String digits = ledger.record(reference).substring(24);
    String number =
        "R-%s-%s-%s".formatted(digits.substring(0, 4), digits.substring(4, 8), digits.substring(8));
    referrals.restricted("police.hco", reference);
    assertThat(as("police.governance").get(LEDGER + "?record=" + number).body())
        .contains(number, ", Hertfordshire Constabulary")
        .doesNotContain(reference);
    assertThat(as("police.governance").get(LEDGER + "?record=" + reference).body())
        .contains("No entry matches");
    assertThat(as("nhs.governance").get(LEDGER + "?record=" + number).body())
        .contains("No entry matches");
  }

  @Test
  void forgetTheReferenceOfARecordThatOneNoLongerSees() {
    String reference = referrals.received().reference();
    api.get("police.officer", "/api/referrals/" + reference);
    assertThat(as("police.officer").get("/ledger/own.xhtml").body()).contains(reference);
    owner.exclude(reference, "police.officer");
    assertThat(as("police.officer").get("/ledger/own.xhtml").body())
        .contains("a record you can no longer see")
        .doesNotContain(reference);
  }

  private Visitor as(String user) {
    return signedIn.computeIfAbsent(user, visitors::signedIn);
  }
}
