package uk.concordat.web.referral;

import java.util.List;
import uk.concordat.referral.TimelineCursor;
import uk.concordat.referral.TimelineSpan;
import uk.concordat.web.PageAddress;

/** Where its reader is in a timeline: the order and the place that the address names. */
public final class TimelinePlace {
  /** What is said where the address names a place that the timeline does not have. */
  public static final String LOST = "That page of the timeline has moved. You see its beginning.";

  private static final String OLDEST = "oldest";
  private static final int ROWS = 25;

  private final boolean oldestFirst = OLDEST.equals(PageAddress.parameter("order"));
  private final String at = PageAddress.parameter("at");
  private final TimelineCursor cursor = at == null ? null : TimelineCursor.parse(at).orElse(null);

  /** One order to read it in. */
  public record Order(String label, String href, boolean here) {}

  /** Whether the address names a place that no timeline has. */
  public boolean isLost() {
    return at != null && cursor == null;
  }

  /** Whether this is another page than the first. */
  public boolean isLater() {
    return at != null;
  }

  /** What to read; a lost place starts again. */
  public TimelineSpan span() {
    return new TimelineSpan(oldestFirst, cursor, ROWS);
  }

  /** The orders to choose from, of the timeline at an address. */
  public List<Order> orders(String timeline) {
    return List.of(
        new Order("Newest first", timeline, !oldestFirst),
        new Order("Oldest first", timeline + "&order=" + OLDEST, oldestFirst));
  }

  /** The first page in the order that is read. */
  public String beginning(String timeline) {
    return oldestFirst ? timeline + "&order=" + OLDEST : timeline;
  }

  /** The page after, or null where there is none. */
  public String next(String timeline, TimelineCursor next) {
    return next == null ? null : beginning(timeline) + "&at=" + next.text();
  }
}
