package uk.concordat.referral;

import java.util.List;
import uk.concordat.access.Access;

/**
 * Who sees a referral and why, and what this caller can do with it.
 *
 * @param access the gate's answer for the caller
 * @param moves the moves they could make now
 */
public record Explanation(
    ReferralHeader referral, Access access, List<Move> moves, List<Audience> audiences) {}
