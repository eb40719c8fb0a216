package uk.concordat.prosecution;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.concordat.kernel.Strand;

/** The provisions by which courts make sentences heavier, asked by the day of conviction. */
public record Uplifts(List<UpliftProvision> provisions) {
  /** Copies them. */
  public Uplifts {
    provisions = List.copyOf(provisions);
  }

  /**
   * The provision for hostility on that strand; empty where there is none, or where the offence is
   * the aggravated one and nothing is counted twice.
   *
   * @param aggravated whether it is an offence under sections 29 to 32 of the Act of 1998
   */
  public Optional<UpliftProvision> on(Strand strand, boolean aggravated, LocalDate convicted) {
    return provisions.stream()
        .filter(one -> one.strand() == strand && one.inForce().on(convicted))
        .filter(one -> !(aggravated && one.inTheOffence()))
        .findFirst();
  }
}
