package uk.concordat.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Rows of a reference file beside this class; a row ends with its dates and a remark. */
record MatrixFile(List<Row> rows) {

  record Row(List<String> cells, LocalDate from, LocalDate to) {
    boolean holds(LocalDate day) {
      return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    String cell(int column) {
      return cells.get(column);
    }
  }

  static MatrixFile read(String name) {
    try (InputStream file = MatrixFile.class.getResourceAsStream(name)) {
      return new MatrixFile(
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .skip(1)
              .filter(line -> !line.isBlank())
              .map(MatrixFile::row)
              .toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Row row(String line) {
    List<String> cells = List.of(line.split(",", -1));
    String from = cells.get(cells.size() - 3);
    String to = cells.get(cells.size() - 2);
    return new Row(cells, LocalDate.parse(from), to.isEmpty() ? null : LocalDate.parse(to));
  }
}
