package uk.concordat.web.referral;

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
 */
public record TimelineDay(String heading, List<TimelineRow> rows) {

  /** Rows by day, in their order. */
  public static List<TimelineDay> of(List<TimelineRow> rows, LocalDate today) {
    Map<LocalDate, List<TimelineRow>> days =
        rows.stream()
            .collect(
                Collectors.groupingBy(TimelineRow::day, LinkedHashMap::new, Collectors.toList()));
    return days.entrySet().stream()
        .map(day -> new TimelineDay(heading(day.getKey(), today), day.getValue()))
        .toList();
  }

  private static String heading(LocalDate day, LocalDate today) {
    String words = London.weekday(day) + " " + day.getYear();
    return day.equals(today) ? "Today, " + words : words;
  }
}
