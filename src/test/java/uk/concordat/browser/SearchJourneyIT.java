package uk.concordat.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.Referrals;

/** Somebody finds a referral with nothing but the keyboard, from any page. */
@ExtendWith({BrowserExtension.class, ApiExtension.class})
class SearchJourneyIT {
  private static final String QUESTION = "What are you looking for?";
  private final Referrals referrals;

  SearchJourneyIT(Api api) {
    referrals = new Referrals(api);
  }

  @Test
  void aReferralIsFoundFromTheHeadOfAnyPage(Portal portal) {
    String word = "ocelot" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    String reference = draft("A man with an " + word + " shouted at them.");
    KeyboardPerson council = portal.keyboardPerson("council.officer");
    council.type("Search referrals", word);
    council.page().keyboard().press("Enter");
    council.sees("Search");
    council.reads("1 referral found");
    council.reads("What happened");
    assertThat(council.page().locator("mark")).hasText(word);
    assertThat(council.page().url()).doesNotContain(word);
    council.approves("search-found");
    council.follow(reference);
    council.sees("Check your answers");
    assertThat(council.page().url()).contains(reference);
    council.page().goBack();
    council.reads("1 referral found");
    assertThat(council.field(QUESTION)).hasValue(word);
    council.page().reload();
    council.reads("1 referral found");
    Person elsewhere = portal.person("council.officer");
    elsewhere.open(council.page().url());
    elsewhere.sees("Search");
    assertThat(elsewhere.field(QUESTION)).hasValue("");

    council.open("/referral/search.xhtml");
    council.approves("search");
    council.press("Search");
    council.isToldOfErrors("search-error");
    council.type(QUESTION, word + "x");
    council.press("Search");
    council.reads("Nothing found");
    assertThat(council.field(QUESTION)).hasValue(word + "x");
    council.approves("search-nothing");
  }

  @Test
  void whatIsMoreThanAPageIsGoneThrough(Portal portal) {
    String word = "ocelot" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    for (int i = 0; i < 21; i++) {
      draft("A " + word + " again.");
    }
    Person council = portal.person("council.officer");
    council.open("/referral/search.xhtml");
    council.type(QUESTION, word);
    council.press("Search");
    council.reads("21 referrals found");
    council.reads("Showing 1 to 20");
    council.press("Next page");
    council.reads("Showing 21 to 21");
    council.page().goBack();
    council.reads("Showing 1 to 20");
    council.page().goForward();
    council.reads("Showing 21 to 21");
    assertThat(council.page().locator(".hits > li")).hasCount(1);
    assertThat(council.button("Next page")).hasCount(0);
    council.noComplaints();
  }

  private String draft(String narrative) {
    ObjectNode content = referrals.complete();
    content.withObject("/incident").put("narrative", narrative);
    return referrals.draft("council.officer", content).reference();
  }
}
