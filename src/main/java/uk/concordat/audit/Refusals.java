package uk.concordat.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import uk.concordat.caller.CallerBound;

/** Records what was refused, in a transaction of its own, so that it survives the rollback. */
@ApplicationScoped
public class Refusals {
  @Inject Ledger ledger;

  /**
   * Records a refusal.
   *
   * @param action dotted name of what was tried
   * @param reason stable code
   * @param record the record, or null where it is unknown or does not exist
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  @CallerBound
  public void record(String action, String reason, UUID record) {
    ledger.refuse(action, reason, Entry.REFERRAL, record);
  }

  /**
   * Records a refusal about a record of another type.
   *
   * @param action dotted name of what was tried
   * @param reason stable code
   * @param type what kind of record
   * @param record the record, or null where it is unknown or does not exist
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  @CallerBound
  public void record(String action, String reason, String type, UUID record) {
    ledger.refuse(action, reason, type, record);
  }
}
