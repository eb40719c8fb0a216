package uk.concordat.casework;

import java.util.List;

/**
 * The crimes recorded for a referral, as far as the caller sees them.
 *
 * @param reference of the referral
 * @param version what a change must name: composed of what the caller sees
 * @param crimes oldest first
 * @param proposed what of another one the referral answers already; null where the caller could
 *     record none now
 * @param example how the force numbers its crimes; null where the caller could record none now
 */
public record Crimes(
    String reference, String version, List<Crime> crimes, CrimeContent proposed, String example) {
  /** Copies the crimes. */
  public Crimes {
    crimes = List.copyOf(crimes);
  }

  /** Whether the caller could record another now. */
  public boolean records() {
    return proposed != null;
  }
}
