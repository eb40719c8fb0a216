package uk.concordat.prosecution;

import java.util.List;

/**
 * What became of special measures and personal statements in a file, as far as the caller sees it.
 *
 * @param reference of the referral
 * @param entries by day
 * @param people numbers of those who were harmed, as far as the caller sees them; none where there
 *     is no file
 * @param mayAdd whether the caller writes down steps
 */
public record WitnessCare(
    String reference, List<CareEntry> entries, List<Integer> people, boolean mayAdd) {
  /** Copies the lists. */
  public WitnessCare {
    entries = List.copyOf(entries);
    people = List.copyOf(people);
  }

  /** What the next write is made against: how many entries there are. */
  public long version() {
    return entries.size();
  }
}
