package uk.concordat.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A table for auditors beside this class: comma-separated, with remarks after {@code #} and the
 * names of the columns in the first line.
 */
final class Table {
  private Table() {}

  /**
   * One line.
   *
   * @param cells by the name of their column, in the order of the table
   */
  record Line(Map<String, String> cells) {
    String get(String column) {
      return cells.get(column);
    }

    /** The cells after a column. */
    Map<String, String> after(String column) {
      Map<String, String> after = new LinkedHashMap<>(cells);
      for (String each : cells.keySet()) {
        after.remove(each);
        if (each.equals(column)) {
          break;
        }
      }
      return after;
    }

    @Override
    public String toString() {
      return String.join(" ", cells.values());
    }
  }

  static Stream<Line> read(String name) {
    List<List<String>> rows = rows(name);
    List<String> columns = rows.get(0);
    return rows.stream().skip(1).map(row -> line(columns, row));
  }

  private static Line line(List<String> columns, List<String> row) {
    if (row.size() > columns.size()) {
      throw new IllegalArgumentException("more cells than columns: " + row);
    }
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      cells.put(columns.get(i), row.get(i).strip());
    }
    return new Line(cells);
  }

  private static List<List<String>> rows(String name) {
    try (var file =
        new BufferedReader(
            new InputStreamReader(Table.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
      return file.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> List.of(line.split(",", -1)))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
