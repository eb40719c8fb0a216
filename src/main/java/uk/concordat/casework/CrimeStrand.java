package uk.concordat.casework;

import java.time.Instant;
import java.util.UUID;
import uk.concordat.kernel.Strand;

/**
 * That a crime is recorded as hate on one strand: a fact of perception (domain.md 1.2), apart from
 * whether it is prosecuted or sentenced as hate.
 *
 * @param mistake why it was a mistake to record it; null where it stands
 * @param mistakeAt when that was said; null where it stands
 */
public record CrimeStrand(
    UUID id, Strand strand, Instant recordedAt, String mistake, Instant mistakeAt) {

  /** Whether it stands. */
  public boolean stands() {
    return mistake == null;
  }
}
