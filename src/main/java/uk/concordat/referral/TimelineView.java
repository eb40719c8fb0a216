package uk.concordat.referral;

import java.util.List;

/**
 * A page of a timeline.
 *
 * @param referral as the reader sees its header: reference and receiver
 * @param to the agency that receives it; null where none is chosen yet
 * @param next where the page after begins; null where there is none
 */
public record TimelineView(
    String referral, String to, List<TimelineEntry> entries, TimelineCursor next) {}
