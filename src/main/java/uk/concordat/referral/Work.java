package uk.concordat.referral;

import java.util.List;
import java.util.Map;

/**
 * What needs somebody.
 *
 * @param inbox open referrals sent to them, soonest due first
 * @param drafts their own, unsent
 * @param sent what they sent, latest change first
 * @param tally of the inbox: {@code overdue}, {@code today}, {@code later}, {@code all}, each at
 *     most 1,001
 */
public record Work(
    List<ReferralSummary> inbox,
    List<ReferralSummary> drafts,
    List<ReferralSummary> sent,
    Map<String, Long> tally) {}
