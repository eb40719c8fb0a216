package uk.concordat.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.DatabaseOwner;
import uk.concordat.it.Referrals;
import uk.concordat.it.StaffDirectory;

/** In the portal: what is still to be told, and what this person has been told. */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class ToldIT {
  private final Api api;
  private final DatabaseOwner owner;
  private final Referrals referrals;
  private final StaffDirectory directory;

  ToldIT(Api api, DatabaseOwner owner, StaffDirectory directory) {
    this.api = api;
    this.owner = owner;
    this.directory = directory;
    referrals = new Referrals(api);
  }

  @Test
  void whoeverWorksTheClockSeesWhatIsNextAndReadsAloudWhatTheyWereTold(Portal portal) {
    String officer = directory.joins("HERTS-POLICE/hate-crime-unit", "police-officer");
    api.subject(officer);
    Person police = portal.person(officer);
    police.open("/victim/owed.xhtml");
    police.reads("Nobody waits to be told anything.");
    police.approves("owed-empty");

    String reference = referrals.taken(officer);
    owner.letItBeToldLate(reference, "SUPPORT");
    police.open("/victim/owed.xhtml");
    police.reads("Referral to support");
    police.approves("owed");
    police.follow("Referral to support");
    police.sees("What has this person been told?");
    police.reads("is late.");
    police.reads("Nobody has logged anything that they were told.");
    police.approves("told");
    police.follow("Log what they were told, or why not");
    police.sees("What was the person harmed told?");
  }
}
