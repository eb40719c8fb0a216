package uk.concordat.referral;

import java.util.List;
import uk.concordat.access.DataClass;

/**
 * A referral that search found.
 *
 * @param referral as in a list
 * @param part where it was found: a class that the caller sees in full
 * @param passage the text around it; empty where the reference was found
 */
public record SearchHit(
    ReferralSummary referral, DataClass part, Matched matched, List<Passage> passage) {}
