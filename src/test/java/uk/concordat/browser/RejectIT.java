package uk.concordat.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;

/** What is not taken on goes back with reasons. */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class RejectIT {

  @Test
  void theSenderReadsWhyItWasRejectedAndWhatToDoNext(Portal portal, Api api) {
    Person council = portal.person("council.officer");
    String reference = Answers.sent(api);
    Person police = portal.person("police.hco");
    Decisions.acknowledge(police, reference);
    police.follow("Reject");
    police.sees("Why can you not take it on?");
    police.approves("reject");
    police.press("Reject");
    police.isToldOfErrors("reject-error");
    police.choose("Out of our area");
    police.type("Why, in your own words", "It happened on a train.");
    police.press("Reject");
    police.isToldOfErrors("reject-half");
    com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(
            police.field("Why, in your own words"))
        .hasValue("It happened on a train.");
    police.type("What the sender can do next", "Send it to the British Transport Police.");
    police.press("Reject");
    police.reads("Rejected");
    council.open("/referral/referral.xhtml?ref=" + reference);
    council.reads("Out of our area");
    council.reads("It happened on a train.");
    council.reads("Send it to the British Transport Police.");
    council.approves("referral-rejected");
  }
}
