package uk.concordat.web.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.concordat.kernel.Strand;
import uk.concordat.prosecution.CodeTest;
import uk.concordat.prosecution.HostilityTest;
import uk.concordat.prosecution.ReviewMove;
import uk.concordat.web.TypedAnswers;

class DecisionFormTest {
  private final DecisionForm form = new DecisionForm();
  private final TypedAnswers answers = new TypedAnswers();

  @Test
  void theTestIsThatOfTheDecision() {
    form.setConditions(List.of("SERIOUSNESS", "NONSENSE"));
    CodeTest test = form.content(ReviewMove.CHARGE_THRESHOLD, Set.of(), answers).test();
    assertThat(test.kind()).isEqualTo(CodeTest.Kind.THRESHOLD);
    assertThat(test.conditions()).containsExactly(CodeTest.Condition.SERIOUSNESS);
    assertThat(form.content(ReviewMove.NFA_EVIDENTIAL, Set.of(), answers).test().kind())
        .isEqualTo(CodeTest.Kind.FULL_CODE);
  }

  @Test
  void eachStrandHasBothLimbsAnsweredOrNot() {
    form.getProvable().put("RAC-DEMONSTRATED", "true");
    form.getAnalysis().put("RAC-DEMONSTRATED", "What was said.");
    assertThat(form.content(ReviewMove.CHARGE_FULL_CODE, Set.of(Strand.RAC), answers).hostility())
        .containsExactly(
            new HostilityTest(Strand.RAC, HostilityTest.Limb.DEMONSTRATED, true, "What was said."),
            new HostilityTest(Strand.RAC, HostilityTest.Limb.MOTIVATED, null, null));
  }

  @Test
  void whatWasTypedOfATestIsNotDroppedWhereNoneIsApplied() {
    assertThat(form.content(ReviewMove.ADMIN_FINALISED, Set.of(Strand.RAC), answers).test())
        .isNull();
    form.setEvidential("Half a page.");
    assertThat(form.content(ReviewMove.ADMIN_FINALISED, Set.of(Strand.RAC), answers).test())
        .isNotNull();
  }

  @Test
  void whatABrowserCannotEmptyIsNoTestWithoutWords() {
    form.setEvidentialMet("true");
    form.setInterestMet("true");
    form.getProvable().put("RAC-DEMONSTRATED", "true");
    assertThat(form.content(ReviewMove.ADMIN_FINALISED, Set.of(Strand.RAC), answers).test())
        .isNull();
  }
}
