package uk.concordat.incident;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.concordat.kernel.Strand;

/** Several codes in one column, parted by commas. */
final class Codes {
  private Codes() {}

  static String join(Collection<String> codes) {
    return String.join(",", codes);
  }

  static List<String> split(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split(","));
  }

  static String strands(Set<Strand> strands) {
    return new TreeSet<>(strands).stream().map(Strand::name).collect(Collectors.joining(","));
  }

  static Set<Strand> strands(String joined) {
    return split(joined).stream()
        .map(Strand::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Strand.class)));
  }
}
