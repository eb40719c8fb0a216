package uk.concordat.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.codelist.CodeValue;

class CareRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
  private static final LocalDate BEFORE = TODAY.minusDays(3);
  private static final List<CodeValue> KNOWN =
      List.of(
          new CodeValue("special-measure", "SCREEN", "Screens", null, null),
          new CodeValue("special-measure", "AIDS", "Aids", null, "VULNERABLE"));

  /** What has to be first for a step, and that it is not possible without it. */
  @ParameterizedTest
  @CsvSource({
    "WANTED,ASSESSED",
    "NOT_WANTED,ASSESSED",
    "APPLIED,WANTED",
    "GRANTED,APPLIED",
    "REFUSED,APPLIED",
    "STATEMENT_DECLINED,STATEMENT_OFFERED",
    "STATEMENT_MADE,STATEMENT_OFFERED",
    "STATEMENT_UPDATED,STATEMENT_MADE",
    "STATEMENT_WISH,STATEMENT_MADE",
    "STATEMENT_IN_COURT,STATEMENT_MADE",
  })
  void aStepFollowsWhatComesFirst(CareStep step, CareStep first) {
    assertThat(wrong(said(step, 1), List.of())).containsExactly("step:not-yet");
    assertThat(wrong(said(step, 1), List.of(entry(first, 1)))).isEmpty();
    assertThat(wrong(said(step, 2), List.of(entry(first, 1))))
        .as("of somebody else")
        .containsExactly("step:not-yet");
    CareContent earlier = at(said(step, 1), BEFORE.minusDays(1));
    assertThat(wrong(earlier, List.of(entry(first, 1))))
        .as("a day before")
        .containsExactly("step:not-yet");
  }

  @Test
  void assessingAndOfferingComeFirst() {
    assertThat(wrong(said(CareStep.ASSESSED, 1), List.of())).isEmpty();
    assertThat(wrong(said(CareStep.STATEMENT_OFFERED, 1), List.of())).isEmpty();
  }

  @Test
  void whoeverIsNotEligibleHasNoMeasure() {
    CareEntry neither = assessed(CareContent.Ground.NEITHER);
    assertThat(wrong(said(CareStep.WANTED, 1), List.of(neither))).containsExactly("step:not-yet");
  }

  @Test
  void someMeasuresAreForTheVulnerableAlone() {
    CareContent aids = new CareContent(1, CareStep.WANTED, TODAY, null, Set.of("AIDS"), null, null);
    assertThat(wrong(aids, List.of(assessed(CareContent.Ground.INTIMIDATED))))
        .containsExactly("measures:not-vulnerable");
    assertThat(wrong(aids, List.of(assessed(CareContent.Ground.BOTH)))).isEmpty();
  }

  @Test
  void onlyWhatWasAppliedForIsGranted() {
    CareContent aids =
        new CareContent(1, CareStep.GRANTED, TODAY, null, Set.of("AIDS"), null, null);
    assertThat(wrong(aids, List.of(entry(CareStep.APPLIED, 1)))).containsExactly("step:not-yet");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThat(wrong(new CareContent(null, null, null, null, Set.of(), null, null), List.of()))
        .containsExactly("person:required", "step:required", "on:required");
    assertThat(
            wrong(
                new CareContent(
                    7,
                    CareStep.STATEMENT_WISH,
                    TODAY.plusDays(1),
                    CareContent.Ground.BOTH,
                    Set.of("NONE"),
                    null,
                    null),
                List.of()))
        .containsExactly(
            "person:unknown",
            "on:in-the-future",
            "ground:not-of-this-step",
            "measures:not-of-this-step",
            "wish:required",
            "measures:unknown");
    assertThat(
            wrong(
                new CareContent(1, CareStep.ASSESSED, TODAY, null, Set.of(), null, " "), List.of()))
        .containsExactly("ground:required", "words:required");
  }

  private static List<String> wrong(CareContent said, List<CareEntry> before) {
    return new CareRules(KNOWN, before, List.of(1, 2), TODAY)
        .findings(said).all().stream().map(one -> one.field() + ":" + one.code()).toList();
  }

  private static CareEntry entry(CareStep step, int person) {
    return new CareEntry(
        at(said(step, person), BEFORE), "HERTS-POLICE", "victim-liaison", Instant.EPOCH);
  }

  private static CareEntry assessed(CareContent.Ground ground) {
    return new CareEntry(
        new CareContent(1, CareStep.ASSESSED, BEFORE, ground, Set.of(), null, "Why."),
        "HERTS-POLICE",
        "victim-liaison",
        Instant.EPOCH);
  }

  private static CareContent at(CareContent said, LocalDate on) {
    return new CareContent(
        said.person(), said.step(), on, said.ground(), said.measures(), said.wish(), said.words());
  }

  /** A step with all that it needs. */
  private static CareContent said(CareStep step, int person) {
    boolean measures =
        Stream.of(CareStep.WANTED, CareStep.APPLIED, CareStep.GRANTED, CareStep.REFUSED)
            .anyMatch(one -> one == step);
    return new CareContent(
        person,
        step,
        TODAY,
        step == CareStep.ASSESSED ? CareContent.Ground.INTIMIDATED : null,
        measures ? Set.of("SCREEN") : Set.of(),
        step == CareStep.STATEMENT_WISH ? CareContent.Wish.PLAYED : null,
        "Why.");
  }
}
