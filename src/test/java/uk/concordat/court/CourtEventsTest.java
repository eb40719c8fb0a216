package uk.concordat.court;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.concordat.victim.EventKind;

/** Of what in a result the person harmed has to be told. */
class CourtEventsTest {

  @Test
  void aVerdictAndASentenceEachOnTheirDay() {
    assertThat(of(new Drafted(), null)).containsExactly(EventKind.VERDICT, EventKind.SENTENCE);
  }

  @Test
  void whatWasToldOfBeforeIsNotToldAgain() {
    var later = new Drafted();
    later.sentence = Drafted.sentence(Sentence.Kind.FINE, "£120", Drafted.DAY.plusDays(1));
    assertThat(of(later, new Drafted().content())).containsExactly(EventKind.SENTENCE);
  }

  @Test
  void thatProsecutorsStoppedItAndThatTheyLeftHostilityOut() {
    assertThat(
            of(
                Drafted.lost(
                    Finalisation.WITHDRAWN, ReasonGroup.WITNESS, Plea.NONE, Verdict.NOT_PROCEEDED),
                null))
        .containsExactly(EventKind.CPS_STOPPED);
    var altered = new Drafted();
    altered.basis = new Basis(Basis.Kind.ACCEPTED, false, "A. Lead", true);
    assertThat(of(altered, new Drafted().content())).containsExactly(EventKind.CPS_ALTERED);
  }

  private static List<EventKind> of(Drafted draft, ResultContent standing) {
    return CourtEvents.of(draft.content(), standing).all().stream()
        .map(CourtEvents.Event::kind)
        .toList();
  }
}
