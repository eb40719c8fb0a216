package uk.concordat.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A time reads the same before and after it is stored. */
class ClockProducerTest {
  @Test
  void tellsNothingFinerThanPostgresKeeps() {
    Clock clock = new ClockProducer().clock();
    assertThat(IntStream.range(0, 1_000).map(each -> clock.instant().getNano()))
        .allMatch(nanos -> nanos % 1_000 == 0);
  }
}
