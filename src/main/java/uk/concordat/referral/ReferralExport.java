package uk.concordat.referral;

import java.time.Instant;
import java.util.List;
import uk.concordat.document.Document;

/**
 * A referral as its reader takes it out.
 *
 * @param timeline the oldest first, at most {@link ReferralExportService#MOST_ENTRIES}
 * @param more whether the timeline goes on after that
 * @param documents that go with it; empty where the paper goes alone
 * @param at when it was taken out
 * @param by name of whoever took it out
 */
public record ReferralExport(
    ReferralView referral,
    List<TimelineEntry> timeline,
    boolean more,
    List<Document> documents,
    Instant at,
    String by) {
  /** Copies the lists. */
  public ReferralExport {
    timeline = List.copyOf(timeline);
    documents = List.copyOf(documents);
  }
}
