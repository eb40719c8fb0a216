package uk.concordat.referral;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.concordat.access.DataClass;

/**
 * A referral that search found.
 *
 * @param referral as in a list
 * @param part where it was found: a class that the caller sees in full
 * @param passage the text around it; empty where the reference was found
 */
public record SearchHit(
    ReferralSummary referral, DataClass part, Matched matched, List<Passage> passage) {

  /** The classes of which it shows something. */
  Set<DataClass> shown() {
    Set<DataClass> shown = EnumSet.of(DataClass.D1, part);
    if (referral.name() != null) {
      shown.add(DataClass.D2);
    }
    return shown;
  }
}
