package uk.concordat.prosecution;

import java.util.List;
import uk.concordat.kernel.Strand;

/** By which limb hostility on a strand is prosecuted: a fact of its own (domain.md 1.2). */
public enum Provable {
  DEMONSTRATED("Hostility shown"),
  MOTIVATED("Hostility as a motive"),
  BOTH("Hostility shown, and as a motive"),
  /** The case stays flagged, and hostility is not put to the court. */
  NEITHER("Flagged, but hostility cannot be proved");

  private final String label;

  Provable(String label) {
    this.label = label;
  }

  /** The words for it in the portal. */
  public String label() {
    return label;
  }

  /** What the tests of both limbs come to. */
  static Provable of(Strand strand, List<HostilityTest> tests) {
    boolean shown = provable(strand, HostilityTest.Limb.DEMONSTRATED, tests);
    boolean motive = provable(strand, HostilityTest.Limb.MOTIVATED, tests);
    return shown && motive ? BOTH : shown ? DEMONSTRATED : motive ? MOTIVATED : NEITHER;
  }

  private static boolean provable(
      Strand strand, HostilityTest.Limb limb, List<HostilityTest> tests) {
    return tests.stream()
        .anyMatch(
            test ->
                test.strand() == strand
                    && test.limb() == limb
                    && Boolean.TRUE.equals(test.provable()));
  }
}
