package uk.concordat.victim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import uk.concordat.kernel.WorkingDays;

class LimitTest {
  /** As the database is seeded (V002). */
  private static final Set<LocalDate> ENGLAND_AND_WALES =
      Stream.of(
              "2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25"
                  + " 2026-12-28",
              "2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27"
                  + " 2027-12-28",
              "2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25"
                  + " 2028-12-26")
          .flatMap(year -> Stream.of(year.split(" ")))
          .map(LocalDate::parse)
          .collect(Collectors.toUnmodifiableSet());

  @ParameterizedTest(name = "{0} {4} {5}")
  @CsvFileSource(resources = "worked-examples.csv", delimiter = '|', numLinesToSkip = 1)
  void endsAsWorkedByHand(
      String rule,
      int amount,
      Limit.Unit unit,
      Holder holder,
      Instant event,
      String holidays,
      Instant due,
      String worked) {
    assertThat(new Limit(amount, unit).endsAfter(event, holder, calendar(holidays)))
        .as("%s: %s", rule, worked)
        .isEqualTo(due);
  }

  private static WorkingDays calendar(String changes) {
    Set<LocalDate> days = new HashSet<>(ENGLAND_AND_WALES);
    Stream.of(changes == null ? new String[0] : changes.split(" "))
        .forEach(
            change -> {
              LocalDate day = LocalDate.parse(change.substring(1));
              boolean made = change.charAt(0) == '+' ? days.add(day) : days.remove(day);
              assertThat(made).as(change).isTrue();
            });
    return new WorkingDays(days);
  }
}
