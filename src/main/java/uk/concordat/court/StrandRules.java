package uk.concordat.court;

import java.util.Set;
import java.util.TreeSet;
import uk.concordat.kernel.Strand;
import uk.concordat.prosecution.Charge;
import uk.concordat.referral.Findings;

/**
 * What the sentence made of hostility, for each strand on which somebody is prosecuted, by
 * themselves. Whether the court found it follows from nothing; only by what it counted has to be
 * the law of the day of conviction (domain.md 1.2, 1.6).
 */
final class StrandRules {
  private static final int PARAGRAPH = 2_000;

  private StrandRules() {}

  static void add(ResultContent content, CaseAgainst against, Findings findings) {
    Set<Strand> said = new TreeSet<>();
    for (StrandResult one : content.strands()) {
      findings.add(!said.add(one.strand()), "strands", "twice");
      findings.add(!against.flagged().contains(one.strand()), "strands", "not-flagged");
      findings.add(content.sentence() == null, "strands", "no-sentence");
      strand(one, content, against, findings);
    }
    if (content.convicts()) {
      against.flagged().stream()
          .filter(strand -> !said.contains(strand))
          .forEach(strand -> findings.add(true, field(strand, "appliedFor"), "required"));
    }
  }

  private static void strand(
      StrandResult one, ResultContent content, CaseAgainst against, Findings findings) {
    findings.required(one.appliedFor(), field(one.strand(), "appliedFor"));
    findings.required(one.announced(), field(one.strand(), "announced"));
    findings.required(one.sentencedAsHate(), field(one.strand(), "sentencedAsHate"));
    boolean asked = one.appliedFor() == AppliedFor.YES;
    boolean why = one.why() != null && !one.why().isBlank();
    findings.add(
        one.appliedFor() != null && !asked && !why, field(one.strand(), "why"), "required");
    findings.add(asked && why, field(one.strand(), "why"), "applied-for");
    findings.typed(PARAGRAPH, one.why(), field(one.strand(), "why"));
    String provision = field(one.strand(), "provision");
    findings.add(one.counted() && one.provision() == null, provision, "required");
    findings.add(!one.counted() && one.provision() != null, provision, "not-counted");
    findings.add(
        one.counted() && one.provision() != null && !lawful(one, content, against),
        provision,
        "not-in-force");
  }

  /** Of some charge of which they were found guilty, on the day on which they were. */
  private static boolean lawful(StrandResult one, ResultContent content, CaseAgainst against) {
    return content.findings().stream()
        .filter(found -> found.guilty() && found.foundOn() != null)
        .anyMatch(
            found ->
                against
                    .charge(found.charge())
                    .filter(charge -> provides(one, charge, found, against))
                    .isPresent());
  }

  private static boolean provides(
      StrandResult one, Charge charge, Finding found, CaseAgainst against) {
    return one.provision().equals(StrandResult.IN_THE_OFFENCE)
        ? charge.strands().contains(one.strand())
        : against
            .uplifts()
            .on(one.strand(), !charge.strands().isEmpty(), found.foundOn())
            .filter(law -> law.code().equals(one.provision()))
            .isPresent();
  }

  private static String field(Strand strand, String name) {
    return "strands." + strand + "." + name;
  }
}
