package uk.concordat.journey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A case from its first report on, as far as its reader sees it.
 *
 * @param reference of the referral to prosecutors
 * @param waits one after each step, in their order; the last lasts still, or is over where no
 *     agency here is to act
 */
public record Journey(String reference, List<Wait> waits) {
  /** Copies the waits. */
  public Journey {
    waits = List.copyOf(waits);
  }

  /**
   * Puts the steps in their order. The same stage twice on a day, as where several defendants are
   * decided on together, is one.
   *
   * @param today in London
   */
  static Journey of(String reference, List<JourneyStep> told, LocalDate today) {
    List<JourneyStep> steps = new ArrayList<>();
    for (JourneyStep step : told.stream().sorted(JourneyStep.ORDER).toList()) {
      JourneyStep last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
      if (last == null || last.stage() != step.stage() || !last.day().equals(step.day())) {
        steps.add(step);
      } else if (last.next() == null) {
        steps.set(steps.size() - 1, step); // of those decided on together, one goes on
      }
    }
    List<Wait> waits = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      JourneyStep step = steps.get(i);
      waits.add(
          i + 1 < steps.size() ? Wait.between(step, steps.get(i + 1)) : Wait.since(step, today));
    }
    return new Journey(reference, waits);
  }

  /** Whether it waits for an agency still. */
  public boolean lasts() {
    return !waits.isEmpty() && last().with() != null;
  }

  /** How many days from the first step to the last, or to today while it lasts. */
  public long days() {
    return counted().stream().mapToLong(Wait::days).sum();
  }

  /** The longest wait, the earlier of two; empty where it never waited a day. */
  public Optional<Wait> longest() {
    return counted().stream()
        .filter(wait -> wait.days() > 0)
        .reduce((one, other) -> other.days() > one.days() ? other : one);
  }

  /** On which day of the case a step was; the first is on day 1. */
  public long dayOf(JourneyStep step) {
    return waits.stream().takeWhile(wait -> !wait.after().equals(step)).mapToLong(Wait::days).sum()
        + 1;
  }

  /** Without what comes after the end. */
  private List<Wait> counted() {
    return lasts() || waits.isEmpty() ? waits : waits.subList(0, waits.size() - 1);
  }

  private Wait last() {
    return waits.get(waits.size() - 1);
  }
}
