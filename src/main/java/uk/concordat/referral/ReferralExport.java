package uk.concordat.referral;

import java.time.Instant;
import java.util.List;

/**
 * A referral as its reader takes it out.
 *
 * @param timeline the oldest first, at most {@link ReferralExportService#MOST_ENTRIES}
 * @param more whether the timeline goes on after that
 * @param at when it was taken out
 * @param by name of whoever took it out
 */
public record ReferralExport(
    ReferralView referral, List<TimelineEntry> timeline, boolean more, Instant at, String by) {
  /** Copies the entries. */
  public ReferralExport {
    timeline = List.copyOf(timeline);
  }
}
