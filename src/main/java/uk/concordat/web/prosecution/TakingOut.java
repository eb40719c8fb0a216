package uk.concordat.web.prosecution;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import uk.concordat.kernel.NotFound;
import uk.concordat.prosecution.ChargeService;
import uk.concordat.prosecution.DefendantService;
import uk.concordat.prosecution.VictimService;

/** Asks the service whose it is to take something out of a file. */
@RequestScoped
public class TakingOut {
  @Inject DefendantService defendants;
  @Inject VictimService victims;
  @Inject ChargeService charges;

  /**
   * Takes it out.
   *
   * @param what {@code defendant}, {@code victim} or {@code charge}
   * @throws NotFound where it is none of these
   */
  void of(String what, String reference, String version, UUID id) {
    switch (String.valueOf(what)) {
      case "defendant" -> defendants.remove(reference, version, id);
      case "victim" -> victims.remove(reference, version, id);
      case "charge" -> charges.withdraw(reference, version, id);
      default -> throw new NotFound();
    }
  }
}
