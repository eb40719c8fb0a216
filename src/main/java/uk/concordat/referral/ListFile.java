package uk.concordat.referral;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import uk.concordat.kernel.Strand;

/**
 * A list as a file for a spreadsheet: CSV (RFC 4180) in UTF-8 with a byte order mark, without which
 * spreadsheets take it for another encoding. The first row says how to handle it.
 */
final class ListFile {
  private static final String MARK = "\uFEFF";
  private static final String[] HEADING = {
    "Reference",
    "Status",
    "From",
    "To",
    "Urgency",
    "Strands",
    "Person harmed",
    "Next step",
    "Due",
    "Changed",
    "With"
  };
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Europe/London"));

  private ListFile() {}

  /**
   * Writes it.
   *
   * @param handling what the first row says
   */
  static void write(String handling, List<ReferralSummary> rows, OutputStream out)
      throws IOException {
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(MARK);
    try (var csv = new CSVPrinter(writer, CSVFormat.RFC4180)) {
      Object[] first = new Object[HEADING.length];
      first[0] = safe(handling);
      csv.printRecord(first);
      csv.printRecord((Object[]) HEADING);
      for (ReferralSummary row : rows) {
        csv.printRecord(cells(row));
      }
    }
  }

  private static List<String> cells(ReferralSummary row) {
    return Stream.of(
            row.reference(),
            row.state().label(),
            row.from(),
            row.to(),
            row.urgency().label(),
            row.strands().stream().sorted().map(Strand::label).collect(Collectors.joining("; ")),
            row.name(),
            row.clock() == null ? null : row.clock().step(),
            row.clock() == null ? null : time(row.clock().due()),
            time(row.changedAt()),
            row.assigneeName())
        .map(cell -> safe(cell == null ? "" : cell))
        .toList();
  }

  private static String time(Instant at) {
    return at == null ? null : TIME.format(at);
  }

  /**
   * A cell that no spreadsheet takes for a formula (OWASP, "CSV injection"): what could begin one,
   * behind blanks too, is put behind an apostrophe.
   */
  static String safe(String text) {
    return text.matches("(?s)\\s*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*|(?s)[\t\r\n].*")
        ? "'" + text
        : text;
  }
}
