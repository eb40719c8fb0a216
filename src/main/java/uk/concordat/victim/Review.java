package uk.concordat.victim;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A decision of the caller's agency that the person harmed may have reviewed, and where that stands
 * (ADR 39).
 *
 * @param event what was decided
 * @param defendant the number in the file of whom it was decided on; null where there is no file
 * @param decidedBy who decided it
 * @param toldAt when the person harmed was told of it: their time to ask runs from then
 * @param since when it came to where it stands, as the person harmed said it
 * @param version how often it was moved, from 1
 * @param steps what became of it, oldest first
 */
public record Review(
    UUID id,
    EventKind event,
    Integer defendant,
    UUID decidedBy,
    Instant toldAt,
    ReviewState state,
    Instant since,
    long version,
    List<ReviewStep> steps) {
  /** Copies the steps. */
  public Review {
    steps = List.copyOf(steps);
  }

  /** Everybody who took a decision in it: none of them takes another. */
  Set<UUID> deciders() {
    return Stream.concat(
            Stream.of(decidedBy),
            steps.stream()
                .filter(step -> step.move().mover() == ReviewMove.Mover.OTHER_DECIDER)
                .map(ReviewStep::actor))
        .collect(Collectors.toUnmodifiableSet());
  }
}
