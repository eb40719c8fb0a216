package uk.concordat.court;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uk.concordat.kernel.Strand;

/** Every rule of a result with what passes it and what fails it (domain.md 3.3). */
class ResultRulesTest {

  /** What is changed on a guilty plea that is complete, and what is wrong then: nothing or that. */
  private record Rule(String name, Consumer<Drafted> change, String... wrong) {}

  @TestFactory
  Stream<DynamicTest> ofAConviction() {
    return Stream.of(
            rule("a guilty plea that says everything passes", draft -> {}),
            rule("it needs its day", draft -> draft.on = null, "on:required"),
            rule(
                "its day is not in the future",
                draft -> draft.on = Drafted.DAY.plusYears(1),
                "on:impossible-day"),
            rule(
                "nor before the charge",
                draft -> draft.on = Drafted.CHARGED.minusDays(1),
                "on:impossible-day"),
            rule("the day of the charge is possible", draft -> draft.on = Drafted.CHARGED),
            rule(
                "it has no reason why there was none",
                draft -> draft.reason = ReasonGroup.WITNESS,
                "reason:not-of-this-finalisation"),
            rule(
                "somebody is guilty",
                draft -> draft.findings.remove(0),
                "findings.1.verdict:required",
                "finalisation:nobody-guilty",
                "basis.kind:no-guilty-plea",
                "sentence.passed:nobody-guilty",
                "strands.RAC.provision:not-in-force"),
            rule(
                "a guilty plea is one",
                draft -> {
                  draft.found(Plea.NOT_GUILTY, Verdict.GUILTY);
                  draft.basis = null;
                },
                "finalisation:no-guilty-plea"),
            rule(
                "after a trial they pleaded not guilty",
                draft -> draft.finalisation = Finalisation.CONVICTED_AFTER_TRIAL,
                "finalisation:no-trial"),
            rule(
                "and are convicted of it",
                draft -> {
                  draft.finalisation = Finalisation.CONVICTED_AFTER_TRIAL;
                  draft.found(Plea.NOT_GUILTY, Verdict.GUILTY);
                  draft.basis = null;
                }),
            rule(
                "in absence nobody pleads",
                draft -> draft.finalisation = Finalisation.PROVED_IN_ABSENCE,
                "finalisation:plea-entered"),
            rule(
                "and it is proved",
                draft -> {
                  draft.finalisation = Finalisation.PROVED_IN_ABSENCE;
                  draft.found(Plea.NONE, Verdict.GUILTY);
                  draft.basis = null;
                }),
            rule(
                "the Full Code Test comes before",
                draft -> draft.awaitsFullCode = true,
                "finalisation:full-code-test-first"))
        .map(ResultRulesTest::test);
  }

  @TestFactory
  Stream<DynamicTest> ofPleaAndVerdict() {
    return Stream.of(
            rule(
                "every charge is answered",
                draft -> draft.findings.remove(1),
                "findings.2.verdict:required"),
            rule("each once", draft -> draft.findings.add(draft.findings.get(0)), "findings:twice"),
            rule(
                "and no other",
                draft -> draft.charges = List.of(Drafted.AGGRAVATED),
                "findings:not-authorised"),
            rule(
                "a plea has its day",
                draft ->
                    draft.findings.set(
                        0,
                        new Finding(
                            Drafted.AGGRAVATED.id(),
                            Plea.GUILTY,
                            null,
                            Verdict.GUILTY,
                            Drafted.DAY)),
                "findings.1.pleaOn:required"),
            rule(
                "no plea has none",
                draft ->
                    draft.findings.set(
                        1,
                        new Finding(
                            Drafted.BASIC.id(),
                            Plea.NONE,
                            Drafted.DAY,
                            Verdict.NOT_PROCEEDED,
                            Drafted.DAY)),
                "findings.2.pleaOn:no-plea"),
            rule(
                "nothing is found before the plea",
                draft ->
                    draft.findings.set(
                        0,
                        new Finding(
                            Drafted.AGGRAVATED.id(),
                            Plea.GUILTY,
                            Drafted.DAY,
                            Verdict.GUILTY,
                            Drafted.DAY.minusDays(1))),
                "findings.1.foundOn:before-plea"),
            rule(
                "who pleaded guilty is not acquitted",
                draft -> draft.found(Plea.GUILTY, Verdict.NOT_GUILTY),
                "findings.1.verdict:pleaded-guilty",
                "finalisation:nobody-guilty",
                "sentence.passed:nobody-guilty",
                "strands.RAC.provision:not-in-force"),
            rule(
                "nobody is guilty of a charge and of its alternative",
                draft ->
                    draft.findings.set(
                        1, Drafted.finding(Drafted.BASIC, Plea.GUILTY, Verdict.GUILTY)),
                "findings.2.verdict:alternative"))
        .map(ResultRulesTest::test);
  }

  @TestFactory
  Stream<DynamicTest> ofABasisOfPlea() {
    return Stream.of(
            rule("a plea has its basis", draft -> draft.basis = null, "basis.kind:required"),
            rule(
                "it is said whether hostility is in it",
                draft -> draft.basis = new Basis(Basis.Kind.NEWTON, null, null, null),
                "basis.hostility:required"),
            rule(
                "a Newton hearing settles it",
                draft -> draft.basis = new Basis(Basis.Kind.NEWTON, true, null, null)),
            rule(
                "of one that was accepted it is said by whom, and whether the victim was asked",
                draft -> draft.basis = new Basis(Basis.Kind.ACCEPTED, false, " ", null),
                "basis.authorisedBy:required",
                "basis.consulted:required"),
            rule(
                "also that the victim was not",
                draft -> draft.basis = new Basis(Basis.Kind.ACCEPTED, false, "A. Lead", false)))
        .map(ResultRulesTest::test);
  }

  @TestFactory
  Stream<DynamicTest> ofASentence() {
    return Stream.of(
            rule(
                "a conviction has its sentence",
                draft -> draft.sentence = null,
                "sentence.passed:required",
                "strands:no-sentence"),
            rule(
                "where an uplift was announced it is said what the sentence was before",
                draft -> draft.sentence = Drafted.sentence(Sentence.Kind.FINE, null, Drafted.DAY),
                "sentence.beforeUplift:required"),
            rule(
                "nobody is sentenced before the verdict",
                draft ->
                    draft.sentence =
                        Drafted.sentence(Sentence.Kind.FINE, "£120", Drafted.DAY.minusDays(1)),
                "sentence.on:before-verdict"),
            rule(
                "whether the record was endorsed is said",
                draft ->
                    draft.sentence =
                        new Sentence(
                            Drafted.DAY, Sentence.Kind.FINE, "£180", "£120", null, Set.of()),
                "sentence.endorsed:required"),
            rule(
                "a youth is not sentenced as an adult is",
                draft -> {
                  draft.born = Drafted.DAY.minusYears(18).plusDays(1);
                  draft.sentence =
                      Drafted.sentence(Sentence.Kind.COMMUNITY_ORDER, "£1", Drafted.DAY);
                },
                "sentence.kind:not-at-that-age"),
            rule(
                "but as a youth",
                draft -> {
                  draft.born = Drafted.DAY.minusYears(18).plusDays(1);
                  draft.sentence =
                      Drafted.sentence(Sentence.Kind.REFERRAL_ORDER, "£1", Drafted.DAY);
                }),
            rule(
                "nor is who came of age on that day",
                draft -> {
                  draft.born = Drafted.DAY.minusYears(18);
                  draft.sentence =
                      Drafted.sentence(Sentence.Kind.REFERRAL_ORDER, "£1", Drafted.DAY);
                },
                "sentence.kind:not-at-that-age"))
        .map(ResultRulesTest::test);
  }

  @TestFactory
  Stream<DynamicTest> ofHostility() {
    return Stream.of(
            rule(
                "each strand on which they are prosecuted is answered",
                draft -> draft.flagged = Set.of(Strand.RAC, Strand.DIS),
                "strands.DIS.appliedFor:required"),
            rule("and no other", draft -> draft.flagged = Set.of(), "strands:not-flagged"),
            rule(
                "why nothing was asked for is said",
                strand(false, AppliedFor.NOT_APPLICABLE, null, false, null),
                "strands.RAC.why:required"),
            rule("and passes", strand(false, AppliedFor.NO, "It cannot be proved.", false, null)),
            rule(
                "where it was asked for there is nothing to explain",
                strand(true, AppliedFor.YES, "Why?", true, StrandResult.IN_THE_OFFENCE),
                "strands.RAC.why:applied-for"),
            rule(
                "what was announced has its provision",
                strand(true, AppliedFor.YES, null, true, null),
                "strands.RAC.provision:required"),
            rule(
                "what was not has none",
                strand(false, AppliedFor.YES, null, false, "SA_2020_66"),
                "strands.RAC.provision:not-counted"),
            rule(
                "race is in the aggravated offence and not counted again",
                strand(true, AppliedFor.YES, null, true, "SA_2020_66"),
                "strands.RAC.provision:not-in-force"),
            rule(
                "on the basic charge it is counted by the Act of 2020",
                draft -> {
                  strand(true, AppliedFor.YES, null, true, "SA_2020_66").accept(draft);
                  draft.findings.set(
                      0, Drafted.finding(Drafted.AGGRAVATED, Plea.NONE, Verdict.NOT_PROCEEDED));
                  draft.findings.set(
                      1, Drafted.finding(Drafted.BASIC, Plea.GUILTY, Verdict.GUILTY));
                }),
            rule(
                "not by the one before",
                draft -> {
                  strand(true, AppliedFor.YES, null, true, "CJA_2003_145").accept(draft);
                  draft.findings.set(
                      0, Drafted.finding(Drafted.AGGRAVATED, Plea.NONE, Verdict.NOT_PROCEEDED));
                  draft.findings.set(
                      1, Drafted.finding(Drafted.BASIC, Plea.GUILTY, Verdict.GUILTY));
                },
                "strands.RAC.provision:not-in-force"),
            rule(
                "that it was announced does not make it sentenced as hate",
                strand(false, AppliedFor.YES, null, true, StrandResult.IN_THE_OFFENCE)))
        .map(ResultRulesTest::test);
  }

  @TestFactory
  Stream<DynamicTest> ofNoConviction() {
    return Stream.of(
        lost("dropped with a reason", Finalisation.DISCONTINUED, ReasonGroup.WITNESS),
        lost("why is said", Finalisation.WITHDRAWN, null, "reason:required"),
        lost(
            "what was dropped was no acquittal after trial",
            Finalisation.NO_EVIDENCE_OFFERED,
            ReasonGroup.ACQUITTAL_AFTER_TRIAL,
            "reason:not-of-this-finalisation"),
        lost(
            "an acquittal acquits",
            Finalisation.JURY_ACQUITTAL,
            ReasonGroup.ACQUITTAL_AFTER_TRIAL,
            "finalisation:nobody-acquitted"),
        lost("administrative ones need none", Finalisation.UNFIT, null),
        lost(
            "and have none",
            Finalisation.WARRANT_OUTSTANDING,
            ReasonGroup.OTHER,
            "reason:not-of-this-finalisation"));
  }

  @Test
  void whoIsGuiltyWasConvicted() {
    Drafted draft =
        Drafted.lost(
            Finalisation.DISCONTINUED, ReasonGroup.WITNESS, Plea.NOT_GUILTY, Verdict.GUILTY);
    assertThat(draft.wrong()).containsExactly("finalisation:found-guilty");
    draft.found(Plea.NOT_GUILTY, Verdict.NOT_GUILTY);
    draft.finalisation = Finalisation.JURY_ACQUITTAL;
    draft.reason = ReasonGroup.ACQUITTAL_AFTER_TRIAL;
    assertThat(draft.wrong()).isEmpty();
  }

  @Test
  void twoDefendantsAreAnsweredOnTheirOwnStrands() {
    var one = new Drafted();
    assertThat(one.wrong()).isEmpty();
    var other = new Drafted();
    other.charges = List.of(Drafted.BASIC);
    other.flagged = Set.of(Strand.SO);
    other.findings = List.of(Drafted.finding(Drafted.BASIC, Plea.GUILTY, Verdict.GUILTY));
    assertThat(other.wrong()).contains("strands:not-flagged", "strands.SO.appliedFor:required");
    other.strands =
        List.of(new StrandResult(Strand.SO, true, AppliedFor.YES, null, true, "SA_2020_66"));
    assertThat(other.wrong()).isEmpty();
  }

  @Test
  void whatStandsIsSupersededWithAReasonUnlessItOnlySaysMore() {
    var earlier = new Drafted();
    earlier.finalisation = null;
    earlier.on = null;
    earlier.sentence = null;
    earlier.basis = null;
    earlier.strands.clear();
    earlier.findings = List.of(Drafted.finding(Drafted.AGGRAVATED, Plea.GUILTY, null));
    assertThat(earlier.wrong()).isEmpty();
    var later = new Drafted();
    later.standing = earlier.content();
    assertThat(later.wrong()).as("it says more").isEmpty();
    later.supersedes = "It was read wrongly.";
    assertThat(later.wrong()).containsExactly("supersedes:nothing-superseded");
    later.standing = new Drafted().content();
    assertThat(later.wrong()).isEmpty();
    later.supersedes = null;
    assertThat(later.wrong()).containsExactly("supersedes:required");
    earlier.findings = List.of(Drafted.finding(Drafted.AGGRAVATED, Plea.NOT_GUILTY, null));
    later.standing = earlier.content();
    assertThat(later.wrong()).as("another plea").containsExactly("supersedes:required");
  }

  private static Consumer<Drafted> strand(
      Boolean asHate, AppliedFor applied, String why, Boolean announced, String provision) {
    return draft ->
        draft.strands.set(
            0, new StrandResult(Strand.RAC, asHate, applied, why, announced, provision));
  }

  private static DynamicTest lost(
      String name, Finalisation how, ReasonGroup reason, String... wrong) {
    return DynamicTest.dynamicTest(
        name,
        () ->
            assertThat(Drafted.lost(how, reason, Plea.NONE, Verdict.NOT_PROCEEDED).wrong())
                .containsExactly(wrong));
  }

  private static Rule rule(String name, Consumer<Drafted> change, String... wrong) {
    return new Rule(name, change, wrong);
  }

  private static DynamicTest test(Rule rule) {
    return DynamicTest.dynamicTest(
        rule.name(),
        () -> {
          var draft = new Drafted();
          rule.change().accept(draft);
          assertThat(draft.wrong()).containsExactly(rule.wrong());
        });
  }
}
