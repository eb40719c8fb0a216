package uk.concordat.web.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import uk.concordat.audit.Witness;
import uk.concordat.oversight.Head;

class WitnessRowTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  @Test
  void agreesUpToWhereItLastLooked() {
    WitnessRow row = row(40_806L, "2026-11-25T11:59:00Z");
    assertThat(row.status()).isEqualTo("Agrees");
    assertThat(row.tone()).isEqualTo("done");
    assertThat(row.upTo()).isEqualTo("40,806 entries, 6 behind");
    assertThat(row(40_812L, "2026-11-25T11:59:59Z").upTo()).isEqualTo("40,812 entries");
  }

  @Test
  void hasNotBeenHeardFromForAnHour() {
    WitnessRow row = row(40_655L, "2026-11-25T10:59:59Z");
    assertThat(row.status()).isEqualTo("Not heard from lately");
    assertThat(row.tone()).isEqualTo("wait");
    assertThat(row.at()).isEqualTo("25 November 2026 at 10:59am");
  }

  @Test
  void hasNeverBeenHeardFrom() {
    WitnessRow row = row(null, null);
    assertThat(row.heard()).isFalse();
    assertThat(row.status()).isEqualTo("Not heard from yet");
    assertThat(row.upTo()).isEqualTo("Nothing");
    assertThat(row.at()).isEqualTo("Never");
  }

  private static WitnessRow row(Long size, String at) {
    var witness =
        new Witness("witness.example/1", "BTP", "key", size, at == null ? null : Instant.parse(at));
    return new WitnessRow(witness, "British Transport Police", new Head(40_812, NOW, "5b20"), NOW);
  }
}
