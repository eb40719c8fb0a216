package uk.concordat.prosecution;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.concordat.kernel.Strand;
import uk.concordat.referral.Findings;

/**
 * Both limbs are looked at, on every strand on which the case is flagged and for each defendant by
 * themselves: that one limb is met does not answer the other (domain.md 3.4, question 4).
 */
final class HostilityRules {
  private static final int PAGE = 10_000;

  private HostilityRules() {}

  /**
   * @param strands on which the case is flagged
   */
  static Findings findings(Set<Strand> strands, List<HostilityTest> tests) {
    var findings = new Findings();
    Set<String> seen = new HashSet<>();
    for (HostilityTest test : tests) {
      findings.add(!strands.contains(test.strand()), "hostility", "not-flagged");
      findings.add(!seen.add(test.strand() + "." + test.limb()), "hostility", "twice");
    }
    for (Strand strand : strands) {
      for (HostilityTest.Limb limb : HostilityTest.Limb.values()) {
        String field = "hostility." + strand + "." + limb;
        HostilityTest test =
            tests.stream()
                .filter(one -> one.strand() == strand && one.limb() == limb)
                .findFirst()
                .orElse(new HostilityTest(strand, limb, null, null));
        findings.required(test.provable(), field + ".provable");
        findings.required(test.analysis(), field + ".analysis");
        findings.typed(PAGE, test.analysis(), field + ".analysis");
      }
    }
    return findings;
  }
}
