package uk.concordat.prosecution;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.concordat.codelist.CodeValue;
import uk.concordat.referral.Findings;

/**
 * What can be wrong with a step; function {@code care_follows} again.
 *
 * @param known the measures of list {@code special-measure}
 * @param before what was written down so far
 * @param people whom it can be about
 */
record CareRules(
    List<CodeValue> known, List<CareEntry> before, List<Integer> people, LocalDate today) {
  private static final int PARAGRAPH = 2_000;
  private static final String VULNERABLE = "VULNERABLE";

  Findings findings(CareContent said) {
    var findings = new Findings();
    findings.required(said.person(), "person");
    findings.add(said.person() != null && !people.contains(said.person()), "person", "unknown");
    findings.required(said.step(), "step");
    findings.required(said.on(), "on");
    findings.add(said.on() != null && said.on().isAfter(today), "on", "in-the-future");
    findings.typed(PARAGRAPH, said.words(), "words");
    if (said.step() != null) {
      shape(said, findings);
    }
    if (findings.all().isEmpty()) {
      findings.add(!follows(said), "step", "not-yet");
      findings.add(forTheVulnerable(said), "measures", "not-vulnerable");
    }
    return findings;
  }

  private void shape(CareContent said, Findings findings) {
    CareStep step = said.step();
    part(findings, step == CareStep.ASSESSED, said.ground() != null, "ground");
    part(findings, step.ofMeasures(), !said.measures().isEmpty(), "measures");
    part(findings, step == CareStep.STATEMENT_WISH, said.wish() != null, "wish");
    findings.add(
        step.explained() && (said.words() == null || said.words().isBlank()), "words", "required");
    Set<String> codes = Set.copyOf(known.stream().map(CodeValue::code).toList());
    findings.add(!codes.containsAll(said.measures()), "measures", "unknown");
  }

  private static void part(Findings findings, boolean asked, boolean given, String field) {
    findings.add(asked && !given, field, "required");
    findings.add(given && !asked, field, "not-of-this-step");
  }

  /** Whether what has to be first was, on that day or before. */
  private boolean follows(CareContent said) {
    return switch (said.step()) {
      case ASSESSED, STATEMENT_OFFERED -> true;
      case WANTED, NOT_WANTED ->
          earlier(said, CareStep.ASSESSED)
              .anyMatch(one -> one.ground() != CareContent.Ground.NEITHER);
      case APPLIED -> each(said, CareStep.WANTED);
      case GRANTED, REFUSED -> each(said, CareStep.APPLIED);
      case STATEMENT_DECLINED, STATEMENT_MADE ->
          earlier(said, CareStep.STATEMENT_OFFERED).findAny().isPresent();
      case STATEMENT_UPDATED, STATEMENT_WISH, STATEMENT_IN_COURT ->
          earlier(said, CareStep.STATEMENT_MADE).findAny().isPresent();
    };
  }

  private boolean each(CareContent said, CareStep first) {
    return said.measures().stream()
        .allMatch(
            measure -> earlier(said, first).anyMatch(one -> one.measures().contains(measure)));
  }

  /** Whether something is wanted that s.16 alone opens, by somebody whom it does not. */
  private boolean forTheVulnerable(CareContent said) {
    return said.step() == CareStep.WANTED
        && known.stream()
            .anyMatch(
                one -> VULNERABLE.equals(one.appliesTo()) && said.measures().contains(one.code()))
        && earlier(said, CareStep.ASSESSED).noneMatch(one -> one.ground().vulnerable());
  }

  private Stream<CareContent> earlier(CareContent said, CareStep step) {
    return before.stream()
        .map(CareEntry::content)
        .filter(one -> one.person().equals(said.person()) && one.step() == step)
        .filter(one -> !one.on().isAfter(said.on()));
  }
}
