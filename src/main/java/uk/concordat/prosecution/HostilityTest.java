package uk.concordat.prosecution;

import uk.concordat.kernel.Strand;

/**
 * Whether it can be proved of somebody that they showed hostility on a strand, or acted out of it
 * (Crime and Disorder Act 1998 s.28, Sentencing Act 2020 s.66); what is missing is null.
 *
 * @param analysis of the evidence for this limb
 */
public record HostilityTest(Strand strand, Limb limb, Boolean provable, String analysis) {
  /** The two limbs, either of which is enough. */
  public enum Limb {
    DEMONSTRATED("Hostility was shown"),
    MOTIVATED("Hostility was the motive, or part of it");

    private final String label;

    Limb(String label) {
      this.label = label;
    }

    /** The words for it in the portal. */
    public String label() {
      return label;
    }
  }
}
