package uk.concordat.incident;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;

/**
 * A file of incidents (RFC 4180): a heading that names its columns in any order, then one incident
 * in each row. It is read row by row, so that only the file itself is held.
 */
final class CsvFile {
  /** More is no backlog of one council. */
  static final int MOST_ROWS = 100_000;

  private static final Set<String> COLUMNS =
      Set.of(
          "category",
          "narrative",
          "from_date",
          "from_time",
          "to_date",
          "to_time",
          "location_type",
          "address",
          "postcode",
          "uprn",
          "ward",
          "platform",
          "strands",
          "others",
          "perceived_by",
          "repeat",
          "escalation",
          "person_known",
          "name",
          "date_of_birth",
          "person_address");

  private final CsvText text;

  CsvFile(byte[] bytes) {
    text = new CsvText(bytes);
  }

  /**
   * Looks at the heading and whether anything follows it.
   *
   * @throws InvalidInput where it is no such file: the field is {@code file} or {@code heading}
   */
  void check() {
    if (text.binary()) {
      throw new InvalidInput("file", "not-csv");
    }
    try (CSVParser parser = parser()) {
      Iterator<CSVRecord> lines = parser.iterator();
      if (lines.hasNext()) {
        heading(lines.next());
      }
      if (!lines.hasNext()) {
        throw new InvalidInput("file", "empty");
      }
    } catch (UncheckedIOException | IOException | IllegalStateException notCsv) {
      throw new InvalidInput("file", "not-csv");
    }
  }

  private CSVParser parser() throws IOException {
    return CSVParser.parse(
        text.reader(), CSVFormat.RFC4180.builder().setTrim(true).setIgnoreEmptyLines(true).get());
  }

  /**
   * Hands over each row of a file that was {@linkplain #check checked}, with its number, the
   * heading being 1.
   *
   * @throws InvalidInput where it turns out to be no such file: the field is {@code file}
   */
  void read(BiConsumer<Integer, CsvRow> reader) {
    try (CSVParser parser = parser()) {
      List<String> heading = null;
      int row = 0;
      for (CSVRecord line : parser) {
        row++;
        if (heading == null) {
          heading = heading(line);
        } else if (row > MOST_ROWS + 1) {
          throw new InvalidInput("file", "too-many-rows");
        } else {
          reader.accept(row, row(heading, line));
        }
      }
    } catch (UncheckedIOException | IOException | IllegalStateException notCsv) {
      throw new InvalidInput("file", "not-csv");
    }
  }

  private static List<String> heading(CSVRecord line) {
    List<String> names = new ArrayList<>();
    line.forEach(cell -> names.add(cell.strip().toLowerCase(Locale.ROOT)));
    if (!COLUMNS.containsAll(names)) {
      throw new InvalidInput("heading", "unknown-column");
    }
    if (new HashSet<>(names).size() < names.size()) {
      throw new InvalidInput("heading", "repeated");
    }
    return names;
  }

  private static CsvRow row(List<String> heading, CSVRecord line) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(line.size(), heading.size()); i++) {
      String cell = line.get(i);
      if (!cell.isBlank()) {
        cells.put(heading.get(i), cell);
      }
    }
    CsvRow row = CsvRow.of(cells);
    if (line.size() > heading.size()) {
      row.errors().add(new FieldError("row", "too-many-cells"));
    }
    return row;
  }
}
