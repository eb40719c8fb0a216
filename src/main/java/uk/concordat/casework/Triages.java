package uk.concordat.casework;

import java.util.List;
import uk.concordat.kernel.Urgency;

/**
 * The triages of a referral, as far as the caller sees them.
 *
 * @param reference of the referral
 * @param version what a change must name
 * @param items newest first
 * @param urgency how urgent it is taken to be so far; null where that is withheld
 * @param triages whether the caller could make one now
 */
public record Triages(
    String reference, String version, List<Triage> items, Urgency urgency, boolean triages) {
  /** Copies the triages. */
  public Triages {
    items = List.copyOf(items);
  }
}
