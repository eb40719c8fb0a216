package uk.concordat.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What each role sees of each data class by default, read from the one dated file {@code
 * data-classes.csv} beside this class.
 */
@ApplicationScoped
class ClassMatrix {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** The columns of the file: where somebody stands towards a record. */
  enum Column {
    DRAFTING(2),
    OWN(3),
    SENDER(4),
    RECIPIENT(5);

    private final int index;

    Column(int index) {
      this.index = index;
    }
  }

  private record Key(String role, String dataClass) {}

  @Inject Clock clock;
  private Map<Key, List<MatrixFile.Row>> rows;

  @PostConstruct
  void read() {
    use(MatrixFile.read("data-classes.csv"));
  }

  void use(MatrixFile file) {
    rows =
        file.rows().stream()
            .collect(Collectors.groupingBy(row -> new Key(row.cell(0), row.cell(1))));
  }

  Cell cell(String role, DataClass dataClass, Column column) {
    LocalDate today = LocalDate.now(clock.withZone(LONDON));
    return rows.getOrDefault(new Key(role, dataClass.name()), List.of()).stream()
        .filter(row -> row.holds(today))
        .map(row -> Cell.valueOf(row.cell(column.index)))
        .findFirst()
        .orElse(Cell.WITHHELD);
  }
}
