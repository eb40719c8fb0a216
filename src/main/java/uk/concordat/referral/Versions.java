package uk.concordat.referral;

import java.util.List;

/**
 * What was amended of a referral, as far as the caller sees it.
 *
 * @param referral the referral as it stands
 * @param amended newest first
 * @param receipts corrections that are to be confirmed, or were
 * @param confirms whether the caller can confirm one
 */
public record Versions(
    ReferralView referral,
    List<AmendedVersion> amended,
    List<AmendmentReceipt> receipts,
    boolean confirms) {}
