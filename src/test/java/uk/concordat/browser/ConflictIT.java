package uk.concordat.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two colleagues decide at the same time. */
@ExtendWith(BrowserExtension.class)
class ConflictIT {

  @Test
  void whoeverDecidesSecondIsToldThatItHasChanged(Portal portal) {
    Person council = portal.person("council.officer");
    Answers.giveAll(council);
    String reference = Answers.send(council);
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
