package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.Referrals;

/** Story case 11 in the portal: recalled by the lead, cancelled and answered for by governance. */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class RecallIT {
  private final Referrals referrals;

  RecallIT(Api api) {
    referrals = new Referrals(api);
  }

  @Test
  void whatWentToTheWrongCouncilIsRecalledAndCancelled(Portal portal) {
    String reference = referrals.sent("police.officer", "STEVENAGE-COUNCIL").reference();
    Person lead = portal.person("police.lead");
    lead.open("/referral/referral.xhtml?ref=" + reference);
    lead.follow("It should not have been sent");
    lead.sees("Why should it not have been sent?");
    lead.press("Recall it");
    lead.isToldOfErrors("recall-error");
    lead.choose("It went to the wrong agency");
    lead.press("Recall it");
    lead.isToldOfErrors();
    lead.type("What happened, in your own words", "The name of the council was mistyped.");
    lead.approves("recall");
    lead.press("Recall it");
    lead.reads("It is recalled.");
    lead.approves("referral-recalled");

    Person council = portal.person("council2.officer");
    council.opensNotice("A referral should not have been sent to you");
    council.reads("Destroy what you printed or wrote down");
    Assertions.assertThat(council.open("/referral/referral.xhtml?ref=" + reference).status())
        .isEqualTo(404);

    Person governance = portal.person("police.governance");
    governance.open("/");
    governance.follow("Decide on the recall of " + reference);
    governance.press("Keep the decision");
    governance.isToldOfErrors("breach-error");
    governance.choose("Yes: cancel it");
    governance.type("Why", "It was meant for Welwyn Hatfield.");
    governance.approves("breach-decide");
    governance.press("Keep the decision");
    governance.reads("What was decided");
    governance.press("Keep the decision");
    governance.isToldOfErrors("breach-report-error");
    governance.choose("No");
    governance.type("Why, or why not", "Nobody there had opened it.");
    assertThat(governance.field("Why, or why not")).hasValue("Nobody there had opened it.");
    governance.approves("breach-report");
    governance.press("Keep the decision");
    governance.reads("Not reported to the Information Commissioner");
    governance.open("/referral/recalls.xhtml");
    governance.reads(reference);
    governance.approves("recalls");
  }
}
