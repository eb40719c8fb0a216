package uk.concordat.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.kernel.Strand;
import uk.concordat.prosecution.HostilityTest.Limb;

/** Both limbs on every strand, and what they come to. */
class HostilityRulesTest {

  @Test
  void bothLimbsAreLookedAtOnEveryStrand() {
    List<HostilityTest> tests = new ArrayList<>(both(Strand.RAC, true, false));
    assertThat(wrong(Set.of(Strand.RAC), tests)).isEmpty();
    assertThat(wrong(Set.of(Strand.RAC, Strand.REL), tests))
        .isEqualTo(
            "hostility.REL.DEMONSTRATED.provable required/hostility.REL.DEMONSTRATED.analysis"
                + " required/hostility.REL.MOTIVATED.provable required/hostility.REL.MOTIVATED.analysis"
                + " required");
    tests.remove(1);
    assertThat(wrong(Set.of(Strand.RAC), tests))
        .isEqualTo(
            "hostility.RAC.MOTIVATED.provable required/hostility.RAC.MOTIVATED.analysis required");
  }

  @Test
  void onNoStrandThatIsNotFlaggedAndNoneTwice() {
    List<HostilityTest> tests = new ArrayList<>(both(Strand.RAC, true, false));
    assertThat(wrong(Set.of(), tests)).isEqualTo("hostility not-flagged/hostility not-flagged");
    tests.add(tests.get(0));
    assertThat(wrong(Set.of(Strand.RAC), tests)).isEqualTo("hostility twice");
  }

  @ParameterizedTest
  @CsvSource({
    "true,true,BOTH",
    "true,false,DEMONSTRATED",
    "false,true,MOTIVATED",
    "false,false,NEITHER"
  })
  void eitherLimbIsEnough(boolean shown, boolean motive, Provable provable) {
    List<HostilityTest> tests = both(Strand.RAC, shown, motive);
    assertThat(Provable.of(Strand.RAC, tests)).isEqualTo(provable);
    assertThat(Provable.of(Strand.REL, tests)).isEqualTo(Provable.NEITHER);
  }

  private static List<HostilityTest> both(Strand strand, boolean shown, boolean motive) {
    return List.of(
        new HostilityTest(strand, Limb.DEMONSTRATED, shown, "What was said"),
        new HostilityTest(strand, Limb.MOTIVATED, motive, "What went before"));
  }

  private static String wrong(Set<Strand> strands, List<HostilityTest> tests) {
    return HostilityRules.findings(new TreeSet<>(strands), tests).all().stream()
        .map(error -> error.field() + " " + error.code())
        .collect(Collectors.joining("/"));
  }
}
