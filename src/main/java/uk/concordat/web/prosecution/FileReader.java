package uk.concordat.web.prosecution;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import uk.concordat.referral.ReferralService;
import uk.concordat.referral.ReferralView;
import uk.concordat.web.SignedInBean;

/**
 * What a page of a file has to know beside the file: the referral that brings it, and who reads.
 */
@RequestScoped
public class FileReader {
  @Inject ReferralService referrals;
  @Inject SignedInBean caller;
  private ReferralView referral;

  /** The referral, read once per request. */
  ReferralView referral(String reference) {
    if (referral == null) {
      referral = referrals.read(reference);
    }
    return referral;
  }

  /** Whether the reader is of those who review it. */
  boolean reviews(ReferralView read) {
    return caller.isMayReviewFiles() && caller.getOptions().own().code().equals(read.to());
  }
}
