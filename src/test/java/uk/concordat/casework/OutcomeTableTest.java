package uk.concordat.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A part is said below its whole and never added to it; what is not assigned is in no total. */
class OutcomeTableTest {

  @Test
  void partsAreInTheirWholeAndNotBesideIt() {
    var table =
        new OutcomeTable(
            OutcomeBook.types(), Map.of("0", 7L, "1", 3L, "1A", 2L, "2A", 1L, "18", 4L));
    Map<String, Long> counts =
        table.lines().stream()
            .filter(line -> line.count() > 0)
            .collect(Collectors.toMap(OutcomeCounts.Line::type, OutcomeCounts.Line::count));
    assertThat(counts).isEqualTo(Map.of("1", 5L, "1A", 2L, "2", 1L, "2A", 1L, "18", 4L));
    assertThat(table.total()).as("5 charged, 1 cautioned, 4 without a suspect").isEqualTo(10);
    assertThat(table.lines()).noneMatch(line -> line.type().equals("0"));
    assertThat(table.lines())
        .filteredOn(line -> line.ofWhich() != null)
        .extracting(OutcomeCounts.Line::type)
        .containsExactly("1A", "2A", "3A");
  }

  @Test
  void everyNumberFromNoneTo22IsThere() {
    assertThat(OutcomeBook.types()).hasSize(26);
  }
}
