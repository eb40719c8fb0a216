package uk.concordat.web.prosecution;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import uk.concordat.prosecution.OffenceService;
import uk.concordat.prosecution.Offences;
import uk.concordat.referral.ReferralService;
import uk.concordat.referral.ReferralView;
import uk.concordat.web.SignedInBean;

/**
 * What a page of a file has to know beside the file: the referral that brings it, the offences
 * there are, and who reads.
 */
@RequestScoped
public class FileReader {
  @Inject ReferralService referrals;
  @Inject SignedInBean caller;
  @Inject OffenceService book;
  private ReferralView referral;
  private Offences offences;

  /** The referral, read once per request. */
  ReferralView referral(String reference) {
    if (referral == null) {
      referral = referrals.read(reference);
    }
    return referral;
  }

  /** The offences there are, read once per request. */
  Offences offences() {
    if (offences == null) {
      offences = book.offences();
    }
    return offences;
  }

  /** Whether the reader is of those who review it. */
  boolean reviews(ReferralView read) {
    return caller.isMayReviewFiles() && caller.getOptions().own().code().equals(read.to());
  }
}
