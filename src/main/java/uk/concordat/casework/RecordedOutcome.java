package uk.concordat.casework;

import java.time.Instant;
import java.util.Map;

/**
 * An outcome that was recorded for a referral.
 *
 * @param code of the list of outcomes; null where it is withheld
 * @param current whether it stands: recording another, or opening the referral again, supersedes it
 * @param details what was said besides, by field (the agency's own D5); empty where it is withheld
 */
public record RecordedOutcome(
    String code, boolean current, Instant at, Map<String, String> details) {
  /** Copies the details. */
  public RecordedOutcome {
    details = Map.copyOf(details);
  }
}
