package uk.concordat.prosecution;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A time that runs out for a file on the prosecutors' desk.
 *
 * @param step of the service level, such as {@code DECIDE}; null for those that the law sets
 * @param ends the instant at which it is over; of a day of the law, the midnight after it in London
 */
public record DeskLimit(Kind kind, String step, Instant ends) {
  /** How many days ahead a limit of the law goes before everything else. */
  public static final int NEAR = 14;

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** Which time it is (domain.md 3.1; issue 7). */
  public enum Kind {
    CUSTODY("Custody time limit"),
    STATUTORY("Time limit to begin proceedings"),
    SERVICE_LEVEL("Service level");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The words for it in the portal. */
    public String label() {
      return label;
    }
  }

  /** A limit of the law that ends with that day. */
  static DeskLimit of(Kind kind, LocalDate lastDay) {
    return new DeskLimit(kind, null, lastDay.plusDays(1).atStartOfDay(LONDON).toInstant());
  }

  /** The last day on which it is kept, in London. */
  public LocalDate lastDay() {
    return ends.minusNanos(1).atZone(LONDON).toLocalDate();
  }

  /** How many days are left of it, none on its last day; negative once it is over. */
  public long daysLeft(LocalDate today) {
    return ChronoUnit.DAYS.between(today, lastDay());
  }

  /** Whether it is a limit of the law that ends within {@link #NEAR} days, or is over. */
  boolean near(LocalDate today) {
    return kind != Kind.SERVICE_LEVEL && daysLeft(today) <= NEAR;
  }

  /**
   * Which of them a file stands on the desk by: a limit of the law that is near, because what is
   * late against a service level can be made good and that cannot; else whatever ends first.
   */
  static Optional<DeskLimit> first(List<DeskLimit> limits, LocalDate today) {
    Comparator<DeskLimit> sooner = Comparator.comparing(DeskLimit::ends);
    return limits.stream()
        .filter(one -> one.near(today))
        .min(sooner)
        .or(() -> limits.stream().min(sooner));
  }
}
