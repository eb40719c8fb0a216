package uk.concordat.victim;

import java.util.List;

/**
 * What the caller's agency has to tell the person harmed about a referral.
 *
 * @param reference of the referral
 * @param items as it happened: open and done
 * @param mayLog whether the caller logs what was told
 */
public record Obligations(String reference, List<Obligation> items, boolean mayLog) {
  /** Copies the items. */
  public Obligations {
    items = List.copyOf(items);
  }
}
