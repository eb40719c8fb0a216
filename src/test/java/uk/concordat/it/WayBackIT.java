package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a referral back to the page of the list where somebody was. */
@ExtendWith(ApiExtension.class)
class WayBackIT {
  private static final String LIST = "/referral/inbox.xhtml?queue=MINE&status=SUBMITTED";
  private static final int ROWS = 20;

  private final Visitors visitors;
  private final StaffDirectory directory;
  private final Referrals referrals;

  WayBackIT(Api api, Visitors visitors, StaffDirectory directory) {
    this.visitors = visitors;
    this.directory = directory;
    referrals = new Referrals(api);
  }

  @Test
  void leadsToThePageQueueAndFilterAlsoAfterSomethingWasDone() {
    String user = directory.joins("WELHAT-COUNCIL/community-safety", "council-officer");
    for (int i = 0; i <= ROWS; i++) {
      referrals.sent(user, "HERTS-POLICE");
    }
    Visitor visitor = visitors.signedIn(user);
    String next = link(visitor.get(LIST).body(), "href=\"([^\"]+)\" rel=\"next\"");
    String second = visitor.get(next).body();
    List<String> shown = references(second);
    assertThat(shown).hasSize(1);
    String opened = link(second, "class=\"ref\" href=\"([^\"]+)\"");
    assertThat(opened).contains("queue:MINE", "status:SUBMITTED", ",at:");
    String back = back(visitor.get(opened).body());
    assertThat(references(visitor.get(back).body())).isEqualTo(shown);
    assertThat(back).contains("queue=MINE", "status=SUBMITTED");
    String plain = "/referral/referral.xhtml?ref=" + shown.get(0);
    referrals.moved("police.hco", shown.get(0), "{\"move\":\"acknowledge\"}");
    assertThat(back(visitor.get(plain).body())).as("remembered").isEqualTo(back);
    assertThat(visitors.signedIn(user).get(plain).body())
        .as("not in another session")
        .contains("href=\"/referral/inbox.xhtml?box=SENT");
  }

  @Test
  void nothingThatIsTypedIntoTheAddressIsRepeated() {
    String user = directory.joins("WELHAT-COUNCIL/community-safety", "council-officer");
    String reference = referrals.sent(user, "HERTS-POLICE").reference();
    String page =
        visitors
            .signedIn(user)
            .get(
                "/referral/referral.xhtml?ref="
                    + reference
                    + "&list=queue:DUE,reference:Jane%20Doe,at:%3Cb%3E,box://evil,other:X")
            .body();
    assertThat(page).contains("href=\"/referral/inbox.xhtml?queue=DUE\"");
    assertThat(page).doesNotContain("Jane", "evil", "other:");
  }

  private static String back(String page) {
    return link(page, "href=\"([^\"]+)\">Mine</a>");
  }

  private static String link(String page, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1).replace("&amp;", "&");
  }

  private static List<String> references(String page) {
    return Pattern.compile("class=\"ref\" href=\"[^\"]+\">(HCR-[^<]+)<")
        .matcher(page)
        .results()
        .map(one -> one.group(1))
        .toList();
  }
}
