package uk.concordat.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.kernel.Strand;

/** A flag is added by whoever perceives it, and goes with a reason alone. */
class FlagRulesTest {

  @ParameterizedTest
  @CsvSource({
    "DIS,true,,",
    "DIS,true,He mocked her stick.,",
    "RAC,true,,strand:flagged-already",
    "RAC,false,It was entered for another case.,",
    "RAC,false,,reason:required",
    "RAC,false,' ',reason:required",
    "DIS,false,Why.,strand:not-flagged-now",
    "OTH,true,,strand:unknown",
    "UNK,true,,strand:unknown",
    ",true,,strand:required",
    "DIS,,,stands:required"
  })
  void whatAChangeNeeds(Strand strand, Boolean stands, String reason, String error) {
    assertThat(
            FlagRules.findings(new FlagChange(strand, stands, reason), Set.of(Strand.RAC))
                .all()
                .stream()
                .map(one -> one.field() + ":" + one.code()))
        .isEqualTo(error == null ? List.of() : List.of(error));
  }

  @Test
  void theLastChangeOfAStrandStandsForEachDefendantByThemselves() {
    UUID one = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    var flags =
        flags(
            change(one, Strand.RAC, true),
            change(other, Strand.RAC, true),
            change(one, Strand.REL, true),
            change(one, Strand.RAC, false),
            change(one, Strand.REL, false),
            change(one, Strand.REL, true));
    assertThat(flags.of(one)).containsExactly(Strand.REL);
    assertThat(flags.of(other)).containsExactly(Strand.RAC);
  }

  private static MonitoringFlags flags(MonitoringFlag... changes) {
    return new MonitoringFlags(Arrays.asList(changes));
  }

  private static MonitoringFlag change(UUID defendant, Strand strand, boolean stands) {
    return new MonitoringFlag(defendant, strand, stands, "Why.", "cps-prosecutor", Instant.EPOCH);
  }
}
