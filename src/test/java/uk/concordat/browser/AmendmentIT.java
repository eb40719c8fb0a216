package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.DatabaseOwner;
import uk.concordat.it.Referrals;

/** What was sent is amended in the portal; whoever received it reads what changed and confirms. */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class AmendmentIT {
  private final Api api;
  private final DatabaseOwner owner;
  private final Referrals referrals;

  AmendmentIT(Api api, DatabaseOwner owner) {
    this.api = api;
    this.owner = owner;
    referrals = new Referrals(api);
  }

  @Test
  void whatWasSentIsCorrectedAndConfirmed(Portal portal) {
    String reference = referrals.received().reference();
    Person council = portal.person("council.officer");
    council.open("/referral/referral.xhtml?ref=" + reference);
    council.follow("Amend what was sent");
    council.sees("What do you amend?");
    council.press("Amend it");
    council.isToldOfErrors("amend-error");
    council.reads("Choose why you amend it");
    council.type("Where it happened", "Station Close, Hatfield");
    council.choose("It was wrong when it was sent");
    council.type("What has changed, in your own words", "It was the other entrance.");
    council.approves("amend");

    // a colleague's own amendment meanwhile: a page says so, and what was typed is still there
    String path = "/api/referrals/" + reference;
    api.post(
        "council.officer",
        path + "/amendments",
        "{\"reason\":\"TYPING_ERROR\",\"text\":\"A letter.\",\"change\":{\"needs\":{\"communication\":\"Speaks"
            + " Bengali\"}}}",
        "If-Match",
        api.get("council.officer", path).etag());
    council.press("Amend it");
    council.isToldOfErrors("amend-conflict");
    council.reads("what you typed is still here");
    assertThat(council.field("Where it happened")).hasValue("Station Close, Hatfield");

    council.open("/referral/amend.xhtml?ref=" + reference);
    council.type("Where it happened", "Station Close, Hatfield");
    council.choose("It was wrong when it was sent");
    council.type("What has changed, in your own words", "It was the other entrance.");
    owner.endAgreement("WELHAT-COUNCIL", "HERTS-POLICE");
    try {
      council.press("Amend it");
      council.isToldOfErrors();
      council.reads("No sharing agreement in force covers what you changed");
    } finally {
      owner.resumeAgreement("WELHAT-COUNCIL", "HERTS-POLICE");
    }
    council.press("Amend it");
    council.reads("Station Close, Hatfield");

    Person police = portal.person("police.hco");
    police.open("/referral/referral.xhtml?ref=" + reference);
    police.follow("See what was amended");
    police.reads("It was the other entrance.");
    police.reads("What you were sent was wrong.");
    police.approves("versions");
    police.press("Confirm that it is corrected");
    police.reads("confirmed");
  }
}
