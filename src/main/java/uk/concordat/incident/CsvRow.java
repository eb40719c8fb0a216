package uk.concordat.incident;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.Strand;
import uk.concordat.referral.Occurrence;
import uk.concordat.referral.Person;

/**
 * Reads one row of a file; what cannot be read is noted by its column.
 *
 * @param cells by the name of their column, trimmed; empty ones left out
 */
record CsvRow(Map<String, String> cells, List<FieldError> errors) {
  /** What a spreadsheet would run. */
  private static final String FORMULA = "=+-@\t\r";

  private static final DateTimeFormatter BRITISH =
      DateTimeFormatter.ofPattern("d/M/uuuu", Locale.UK).withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("H:mm", Locale.UK).withResolverStyle(ResolverStyle.STRICT);

  static CsvRow of(Map<String, String> cells) {
    List<FieldError> errors = new ArrayList<>();
    cells.forEach(
        (column, text) -> {
          if (FORMULA.indexOf(text.charAt(0)) >= 0) {
            errors.add(new FieldError(column, "formula"));
          }
        });
    return new CsvRow(cells, errors);
  }

  IncidentContent content() {
    return new IncidentContent(strands(), codes("others"), account(), person());
  }

  private Account account() {
    return new Account(
        code("category"),
        cells.get("narrative"),
        new Occurrence(date("from_date"), time("from_time"), date("to_date"), time("to_time")),
        new Place(
            code("location_type"),
            cells.get("address"),
            cells.get("postcode"),
            cells.get("uprn"),
            code("ward"),
            cells.get("platform")),
        codes("perceived_by"),
        flag("repeat"),
        flag("escalation"));
  }

  private Person person() {
    return new Person(
        flag("person_known"),
        cells.get("name"),
        date("date_of_birth"),
        cells.get("person_address"));
  }

  private Set<Strand> strands() {
    Set<Strand> strands = EnumSet.noneOf(Strand.class);
    for (String code : codes("strands")) {
      Arrays.stream(Strand.values())
          .filter(strand -> strand.name().equals(code))
          .findFirst()
          .ifPresentOrElse(strands::add, () -> wrong("strands", "unknown"));
    }
    return strands;
  }

  private String code(String column) {
    String text = cells.get(column);
    return text == null ? null : text.toUpperCase(Locale.ROOT);
  }

  /** Several codes in one cell, parted by semicolons. */
  private List<String> codes(String column) {
    String text = code(column);
    return text == null
        ? List.of()
        : Arrays.stream(text.split(";"))
            .map(String::strip)
            .filter(code -> !code.isEmpty())
            .distinct()
            .toList();
  }

  private Boolean flag(String column) {
    String text = code(column);
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "YES", "Y", "TRUE" -> true;
      case "NO", "N", "FALSE" -> false;
      default -> {
        wrong(column, "invalid");
        yield null;
      }
    };
  }

  /** As 2026-11-19, or as 19/11/2026. */
  private LocalDate date(String column) {
    String text = cells.get(column);
    try {
      return text == null
          ? null
          : text.contains("/") ? LocalDate.parse(text, BRITISH) : LocalDate.parse(text);
    } catch (DateTimeException noDate) {
      wrong(column, "invalid-date");
      return null;
    }
  }

  private LocalTime time(String column) {
    String text = cells.get(column);
    try {
      return text == null ? null : LocalTime.parse(text, TIME);
    } catch (DateTimeException noTime) {
      wrong(column, "invalid-time");
      return null;
    }
  }

  private void wrong(String column, String code) {
    errors.add(new FieldError(column, code));
  }
}
