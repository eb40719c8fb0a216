package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import uk.concordat.access.Action;
import uk.concordat.access.Requires;

/** The offences that can be charged: dated reference data, the same for everybody who signs in. */
@ApplicationScoped
public class OffenceService {
  @Inject OffenceRepository offences;

  /** All of them, of every period, and which of them can be aggravated; no record is read. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Offences offences() {
    return offences.all();
  }
}
