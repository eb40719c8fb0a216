package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import uk.concordat.access.NoticeRepository;
import uk.concordat.caller.CallerBound;

/** Calls those who may answer for sharing a draft without agreement. */
@ApplicationScoped
class OverrideCall {
  @Inject NoticeRepository notices;

  /** In a transaction of its own: the refusal that it comes with undoes the sender's. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  @CallerBound
  public void out(String reference) {
    notices.tellOverriders(reference);
  }
}
