package uk.concordat.victim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.kernel.WorkingDays;

/**
 * What becomes of obligations because time passes, in the product's own name. Nodes need not agree
 * who looks, and what an outage left undone is found by the next look.
 */
@ApplicationScoped
public class DueObligations {
  /** So many at a look; the rest has its turn at the next. */
  private static final int MOST = 500;

  @Inject DueObligationRepository due;
  @Inject CodeListRepository codeLists;
  @Inject CurrentCaller current;

  /** Tells of everything that should have been told by now, each once. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void tell() {
    act();
    due.tell();
  }

  /** Sets anew when that is due which was reckoned before the bank holidays changed. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void reckon() {
    act();
    long calendar = due.calendar();
    var reckoned = due.reckonedBefore(MOST);
    if (!reckoned.isEmpty()) {
      WorkingDays workingDays = codeLists.workingDays();
      reckoned.forEach(
          one ->
              due.reckon(
                  one.id(),
                  one.limit().endsAfter(one.eventAt(), one.holder(), workingDays),
                  calendar));
    }
  }

  private void act() {
    Caller itself = Caller.itself("BOARD");
    current.is(itself);
    due.bind(itself);
  }
}
