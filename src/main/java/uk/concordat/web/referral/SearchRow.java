package uk.concordat.web.referral;

import java.time.Instant;
import java.util.List;
import uk.concordat.access.DataClass;
import uk.concordat.referral.Matched;
import uk.concordat.referral.Passage;
import uk.concordat.referral.SearchHit;

/** Something that search found, in words: the referral as in a list, and what matched. */
public class SearchRow extends Row {
  private final SearchHit hit;

  SearchRow(SearchHit hit, Words words, Instant now) {
    super(hit.referral(), words, now);
    this.hit = hit;
  }

  /** What matched, and where. */
  public String getMatched() {
    if (hit.part() == DataClass.D1 || (isName() && hit.part() == DataClass.D2)) {
      return hit.matched().label();
    }
    return isName() || hit.matched() == Matched.NUMBER
        ? hit.part().label() + ": " + hit.matched().label().toLowerCase()
        : hit.part().label();
  }

  /** The text around it; empty where what matched stands in the row already. */
  public List<Passage> getPassage() {
    return isName() && hit.part() == DataClass.D2 ? List.of() : hit.passage();
  }

  private boolean isName() {
    return hit.matched() == Matched.NAME || hit.matched() == Matched.NAME_LIKE;
  }
}
