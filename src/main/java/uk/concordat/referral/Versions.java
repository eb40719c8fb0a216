package uk.concordat.referral;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What was amended of a referral, as far as the caller sees it.
 *
 * @param referral the referral as it stands
 * @param amended newest first
 * @param receipts corrections that are to be confirmed, or were
 * @param waiting the corrections that the caller can confirm for their agency
 */
public record Versions(
    ReferralView referral,
    List<AmendedVersion> amended,
    List<AmendmentReceipt> receipts,
    Set<UUID> waiting) {}
