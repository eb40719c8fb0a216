package uk.concordat.court;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A hearing of a prosecution (D1).
 *
 * @param number 1 for the first of the file
 * @param court as it is called
 * @param on the day, in London, as is the time
 * @param defendants whom it concerns
 * @param outcome null as long as nobody said what came of it
 * @param reason null unless it was adjourned
 */
public record Hearing(
    UUID id,
    int number,
    String court,
    HearingKind kind,
    LocalDate on,
    LocalTime at,
    Set<UUID> defendants,
    HearingOutcome outcome,
    Adjournment reason) {
  /** Puts the defendants in order. */
  public Hearing {
    defendants = new TreeSet<>(defendants);
  }
}
