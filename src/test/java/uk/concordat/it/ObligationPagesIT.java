package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In the portal: what is still to be told, and what this person has been told. */
@ExtendWith(ApiExtension.class)
class ObligationPagesIT {
  private static final String OWED = "/victim/owed.xhtml";
  private static final String TOLD = "/victim/told.xhtml?ref=";

  private final Api api;
  private final LedgerRows ledger;
  private final StaffDirectory directory;
  private final Referrals referrals;
  private final Visitors visitors;

  ObligationPagesIT(Api api, LedgerRows ledger, StaffDirectory directory, Visitors visitors) {
    this.api = api;
    this.ledger = ledger;
    this.directory = directory;
    this.visitors = visitors;
    referrals = new Referrals(api);
  }

  @Test
  void theListLeadsToWhatThisPersonHasBeenTold() {
    String officer = directory.joins("HERTS-POLICE/hate-crime-unit", "police-officer");
    api.subject(officer);
    String reference = referrals.taken(officer);
    Visitor theirs = visitors.signedIn(officer);
    assertThat(theirs.get(OWED).body())
        .contains("Still to be told", "Referral to support", TOLD + reference);
    assertThat(theirs.get(OWED + "?at=lost").body()).contains("That page of the list has moved.");
    assertThat(theirs.get(TOLD + reference).body())
        .contains(
            "What has this person been told?",
            "Referral to support",
            "Nobody has logged anything that they were told.",
            "Log what they were told, or why not");
    assertThat(theirs.get("/referral/contact.xhtml?ref=" + reference).body())
        .contains("What they wait to be told", "Log it as: Referral to support.");
    assertThat(ledger.operations(reference)).contains("CONSULT casework.read police-officer");
  }

  @Test
  void whoHasNoPartInItIsRefused() {
    String reference = referrals.taken("police.officer");
    assertThat(visitors.signedIn("council.officer").get(OWED).status()).isEqualTo(404);
    assertThat(ledger.refused("council.officer")).contains("timer.manage role-lacks-action");
    assertThat(visitors.signedIn("council.officer").get(TOLD + reference).body())
        .as("the sender reads what was told, not what the force owes")
        .contains("There is nothing that they wait to be told by your agency.")
        .doesNotContain("Referral to support", "Log what they were told, or why not");
    assertThat(visitors.signedIn("btp.hco").get(TOLD + reference).status()).isEqualTo(404);
  }
}
