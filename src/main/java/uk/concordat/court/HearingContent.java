package uk.concordat.court;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A hearing as a prosecutor enters it; what is missing is null.
 *
 * @param court code of it
 */
public record HearingContent(
    String court, HearingKind kind, LocalDate on, LocalTime at, Set<UUID> defendants) {
  /** Puts the defendants in order. */
  public HearingContent {
    defendants = new TreeSet<>(defendants);
  }
}
