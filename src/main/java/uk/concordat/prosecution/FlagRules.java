package uk.concordat.prosecution;

import java.util.EnumSet;
import java.util.Set;
import uk.concordat.kernel.Strand;
import uk.concordat.referral.Findings;

/**
 * Whoever perceives hostility flags the case; that it is flagged ends only with a reason, and thin
 * evidence is none (domain.md 1.2, 3.1).
 */
final class FlagRules {
  private static final int PARAGRAPH = 2_000;
  private static final Set<Strand> MONITORED =
      EnumSet.of(Strand.DIS, Strand.RAC, Strand.REL, Strand.SO, Strand.TG);

  private FlagRules() {}

  /**
   * @param flagged on which strands it is flagged now
   */
  static Findings findings(FlagChange change, Set<Strand> flagged) {
    var findings = new Findings();
    findings.required(change.strand(), "strand");
    findings.add(
        change.strand() != null && !MONITORED.contains(change.strand()), "strand", "unknown");
    findings.required(change.stands(), "stands");
    if (change.strand() != null && change.stands() != null) {
      boolean now = flagged.contains(change.strand());
      findings.add(now && change.stands(), "strand", "flagged-already");
      findings.add(!now && !change.stands(), "strand", "not-flagged-now");
    }
    if (Boolean.FALSE.equals(change.stands())) {
      findings.required(change.reason(), "reason");
    }
    findings.typed(PARAGRAPH, change.reason(), "reason");
    return findings;
  }
}
