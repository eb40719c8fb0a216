package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;

/** Tells, in the product's own name, that work of the police on a referral falls due. */
@ApplicationScoped
public class DueCasework {
  @Inject DueCaseworkRepository due;
  @Inject CurrentCaller current;

  /**
   * Tells of every review of a risk and measure of a safety plan whose day has come, each once: of
   * those too that came while nothing ran.
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void tell() {
    Caller itself = Caller.itself("BOARD");
    current.is(itself);
    due.bind(itself);
    due.tell();
  }
}
