package uk.concordat.referral;

import java.util.List;
import java.util.UUID;

/**
 * One kind of thing that happens to referrals and stands in their timelines. A room that keeps such
 * things has one of these for each; {@link Timeline} finds them all.
 */
public interface TimelineSource {

  /**
   * What of it lies in that part of the timeline, in its order and within its limit, as far as the
   * reader sees it: the database shows only rows of theirs, and the source asks the reader's access
   * besides.
   */
  List<TimelineEntry> entries(UUID referral, TimelineReader reader, TimelineSpan span);
}
