package uk.concordat.casework;

import java.util.List;
import java.util.UUID;
import uk.concordat.referral.Findings;

/** A crime is merged into one that counts, so that there are no chains of them. */
final class CrimeMergeRules {
  private static final int PARAGRAPH = 2_000;

  private CrimeMergeRules() {}

  /**
   * Refuses a merge into a crime that does not count, of itself, or of one that others were merged
   * into.
   *
   * @param into null to say that it is one of its own after all
   */
  static Findings findings(Crime crime, UUID into, String reason, List<Crime> crimes) {
    var findings = new Findings();
    findings.required(reason, "reason");
    findings.typed(PARAGRAPH, reason, "reason");
    if (into == null) {
      findings.add(!crime.detail().merged(), "into", "not-merged");
      return findings;
    }
    findings.add(crime.id().equals(into), "into", "itself");
    findings.add(
        crimes.stream().noneMatch(one -> one.id().equals(into) && !one.detail().merged()),
        "into",
        "unknown");
    findings.add(
        crimes.stream().anyMatch(one -> crime.id().equals(one.detail().mergedInto())),
        "into",
        "has-merged");
    return findings;
  }
}
