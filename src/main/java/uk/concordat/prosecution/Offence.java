package uk.concordat.prosecution;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An offence that can be charged.
 *
 * @param code a fake of the {@code ZZ26001} kind until the national list is loaded
 * @param label what it is called
 * @param law Act and section
 * @param limitMonths within how many months proceedings are begun; null where there is no limit
 * @param attorneyGeneral whether the Attorney General's consent is needed (domain.md 1.7)
 * @param inForce by the day of the offence
 */
public record Offence(
    String code,
    String label,
    String law,
    Mode mode,
    Integer limitMonths,
    boolean attorneyGeneral,
    InForce inForce) {
  /** In which court it can be tried. */
  public enum Mode {
    SUMMARY("Magistrates' court only"),
    EITHER_WAY("Either court"),
    INDICTABLE("Crown Court only");

    private final String label;

    Mode(String label) {
      this.label = label;
    }

    /** The words for it in the portal. */
    public String label() {
      return label;
    }
  }

  /**
   * The last day on which proceedings may be begun: that of the same number, or the last of a
   * shorter month (Magistrates' Courts Act 1980 s.127); empty where there is no limit.
   */
  public Optional<LocalDate> lastDay(Committed committed) {
    return Optional.ofNullable(limitMonths).map(committed.last()::plusMonths);
  }

  /** Whether proceedings may still be begun on that day. */
  public boolean inTime(Committed committed, LocalDate day) {
    return lastDay(committed).filter(day::isAfter).isEmpty();
  }
}
