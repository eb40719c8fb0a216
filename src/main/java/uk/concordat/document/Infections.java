package uk.concordat.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import uk.concordat.audit.SecurityEvent;
import uk.concordat.audit.SecurityLog;
import uk.concordat.caller.CallerBound;

/** Records that somebody sent a virus, in a transaction of its own: the upload is rolled back. */
@ApplicationScoped
class Infections {
  @Inject SecurityLog log;

  /**
   * Records it.
   *
   * @param virus clamd's name of it
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  @CallerBound
  public void record(String virus) {
    log.append(SecurityEvent.DOCUMENT_INFECTED, virus);
  }
}
