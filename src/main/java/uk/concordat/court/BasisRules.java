package uk.concordat.court;

import uk.concordat.referral.Findings;

/**
 * On which facts somebody who pleaded guilty is sentenced: whether hostility is in it, and where a
 * basis was accepted, who let it be and whether the victim was consulted (domain.md 3.4, questions
 * 15 and 21).
 */
final class BasisRules {
  private static final int LINE = 200;

  private BasisRules() {}

  static void add(ResultContent content, Findings findings) {
    Basis basis = content.basis();
    findings.add(
        basis == null && content.convicts() && content.pleadedGuilty(), "basis.kind", "required");
    if (basis == null) {
      return;
    }
    findings.add(!content.pleadedGuilty(), "basis.kind", "no-guilty-plea");
    findings.required(basis.kind(), "basis.kind");
    findings.required(basis.hostility(), "basis.hostility");
    boolean accepted = basis.kind() == Basis.Kind.ACCEPTED;
    findings.add(
        accepted && (basis.authorisedBy() == null || basis.authorisedBy().isBlank()),
        "basis.authorisedBy",
        "required");
    findings.add(accepted && basis.consulted() == null, "basis.consulted", "required");
    findings.typed(LINE, basis.authorisedBy(), "basis.authorisedBy");
  }
}
