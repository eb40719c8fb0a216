package uk.concordat.web.ledger;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.concordat.web.London;

/**
 * The entries of a day.
 *
 * @param heading the day in words
 * @param rows newest first
 */
public record TrailDay(String heading, List<EntryRow> rows) {

  /** Entries by day, newest first. */
  static List<TrailDay> of(List<EntryRow> rows, LocalDate today) {
    Map<LocalDate, List<EntryRow>> days =
        rows.stream()
            .collect(Collectors.groupingBy(EntryRow::day, LinkedHashMap::new, Collectors.toList()));
    return days.entrySet().stream()
        .map(day -> new TrailDay(heading(day.getKey(), today), day.getValue()))
        .toList();
  }

  private static String heading(LocalDate day, LocalDate today) {
    String words = London.weekday(day) + " " + day.getYear();
    return day.equals(today) ? "Today, " + words : words;
  }
}
