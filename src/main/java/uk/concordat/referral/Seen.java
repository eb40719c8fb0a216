package uk.concordat.referral;

import java.util.List;

/**
 * A page of who has seen a referral.
 *
 * @param entries newest first
 */
public record Seen(String reference, List<SeenEntry> entries) {
  /** Copies the list. */
  public Seen {
    entries = List.copyOf(entries);
  }
}
