package uk.concordat.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;

/** Two colleagues decide at the same time. */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class ConflictIT {

  @Test
  void whoeverDecidesSecondIsToldThatItHasChanged(Portal portal, Api api) {
    String reference = Answers.sent(api);
    Person first = portal.person("police.hco");
    Person second = portal.person("police.lead");
    Decisions.acknowledge(first, reference);
    first.follow("Accept");
    second.open("/referral/accept.xhtml?ref=" + reference);
    first.choose("Demo Police Officer");
    first.press("Accept");
    first.sees(Answers.NAME);
    first.reads("Accepted");

    second.choose("Demo Hate Crime Lead");
    Response answer =
        second
            .page()
            .waitForResponse(
                response -> response.request().method().equals("POST"),
                () -> second.press("Accept"));
    assertThat(answer.status()).isEqualTo(409);
    second.sees("This has changed since you opened it");
    second.approves("conflict");
  }
}
