package uk.concordat.court;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import uk.concordat.prosecution.Charge;
import uk.concordat.referral.Findings;

/** Plea and verdict by charge, and whether how the case ended is what was found. */
final class FindingRules {
  private FindingRules() {}

  static void add(ResultContent content, CaseAgainst against, Findings findings) {
    Set<UUID> seen = new HashSet<>();
    for (Finding one : content.findings()) {
      findings.add(!seen.add(one.charge()), "findings", "twice");
      against
          .charge(one.charge())
          .ifPresentOrElse(
              charge -> finding(one, "findings." + charge.number(), against, findings),
              () -> findings.add(true, "findings", "not-authorised"));
    }
    Finalisation how = content.finalisation();
    if (how == null) {
      return;
    }
    if (how.group() != Finalisation.Group.ADMINISTRATIVE) {
      against.charges().forEach(charge -> answered(charge, content, findings));
    }
    ended(how, content, against, findings);
  }

  private static void finding(Finding one, String field, CaseAgainst against, Findings findings) {
    findings.required(one.plea(), field + ".plea");
    boolean pleaded = one.plea() == Plea.GUILTY || one.plea() == Plea.NOT_GUILTY;
    findings.add(pleaded && one.pleaOn() == null, field + ".pleaOn", "required");
    findings.add(!pleaded && one.pleaOn() != null, field + ".pleaOn", "no-plea");
    findings.add(against.impossible(one.pleaOn()), field + ".pleaOn", "impossible-day");
    findings.add(one.verdict() != null && one.foundOn() == null, field + ".foundOn", "required");
    findings.add(one.verdict() == null && one.foundOn() != null, field + ".verdict", "required");
    findings.add(against.impossible(one.foundOn()), field + ".foundOn", "impossible-day");
    findings.add(
        one.foundOn() != null && one.pleaOn() != null && one.foundOn().isBefore(one.pleaOn()),
        field + ".foundOn",
        "before-plea");
    findings.add(
        one.plea() == Plea.GUILTY && one.verdict() == Verdict.NOT_GUILTY,
        field + ".verdict",
        "pleaded-guilty");
  }

  private static void answered(Charge charge, ResultContent content, Findings findings) {
    findings.add(
        content.findings().stream()
            .filter(one -> one.charge().equals(charge.id()))
            .noneMatch(one -> one.verdict() != null),
        "findings." + charge.number() + ".verdict",
        "required");
  }

  private static void ended(
      Finalisation how, ResultContent content, CaseAgainst against, Findings findings) {
    boolean guilty = content.findings().stream().anyMatch(Finding::guilty);
    findings.add(how.convicts() && !guilty, "finalisation", "nobody-guilty");
    findings.add(!how.convicts() && guilty, "finalisation", "found-guilty");
    findings.add(
        how == Finalisation.GUILTY_PLEA && guilty && !guilty(content, Plea.GUILTY),
        "finalisation",
        "no-guilty-plea");
    findings.add(
        how == Finalisation.CONVICTED_AFTER_TRIAL && guilty && !guilty(content, Plea.NOT_GUILTY),
        "finalisation",
        "no-trial");
    findings.add(
        how == Finalisation.PROVED_IN_ABSENCE && guilty && !guilty(content, Plea.NONE),
        "finalisation",
        "plea-entered");
    findings.add(
        how.acquits()
            && content.findings().stream().noneMatch(one -> one.verdict() == Verdict.NOT_GUILTY),
        "finalisation",
        "nobody-acquitted");
    for (Charge charge : against.charges()) {
      findings.add(
          charge.alternative() != null
              && guilty(content, charge.number(), against)
              && guilty(content, charge.alternative(), against),
          "findings." + charge.number() + ".verdict",
          "alternative");
    }
  }

  private static boolean guilty(ResultContent content, Plea plea) {
    return content.findings().stream().anyMatch(one -> one.guilty() && one.plea() == plea);
  }

  private static boolean guilty(ResultContent content, int number, CaseAgainst against) {
    return content.findings().stream()
        .filter(Finding::guilty)
        .anyMatch(
            one -> against.charge(one.charge()).filter(it -> it.number() == number).isPresent());
  }
}
