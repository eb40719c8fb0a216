package uk.concordat.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.concordat.access.DataClass;
import uk.concordat.incident.IncidentEvent.Kind;

/** Of what a reader of an incident's timeline may know. */
class IncidentTimelineReaderTest {
  @Test
  void whoeverSeesTheHeaderAloneReadsOfReferralsAlone() {
    var reader = new IncidentTimelineReader(Set.of(DataClass.D1), true, true);
    assertThat(reader.kinds()).containsExactlyInAnyOrder(Kind.REFERRED, Kind.SHARED);
    assertThat(reader.grounds()).isEmpty();
  }

  @Test
  void aLikenessIsForThoseWhoSeeWhatIsAlikeAndDecideOnIt() {
    Set<DataClass> shown = Set.of(DataClass.D1, DataClass.D2, DataClass.D5);
    assertThat(new IncidentTimelineReader(shown, true, false).grounds())
        .containsExactly(Ground.PERSON, Ground.PLACE);
    assertThat(new IncidentTimelineReader(shown, false, false).grounds()).isEmpty();
  }

  @Test
  void whoWasSaidToBeHarmedIsForThoseWhoNameThem() {
    Set<DataClass> shown = Set.of(DataClass.D1, DataClass.D2, DataClass.D5);
    assertThat(new IncidentTimelineReader(shown, true, false).kinds())
        .contains(Kind.RECORDED)
        .doesNotContain(Kind.NAME_PROPOSED, Kind.NAME_DECIDED);
    assertThat(new IncidentTimelineReader(shown, false, true).kinds())
        .contains(Kind.NAME_PROPOSED, Kind.NAME_DECIDED);
  }
}
