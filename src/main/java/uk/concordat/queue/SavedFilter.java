package uk.concordat.queue;

import java.util.UUID;
import uk.concordat.referral.ListQuery;

/**
 * A list as somebody filtered it, under a name of their own.
 *
 * @param list from its start; neither a reference nor a receiver narrows it
 */
public record SavedFilter(UUID id, String name, ListQuery list) {
  /** A list without what is not kept of it. */
  static ListQuery kept(ListQuery shown) {
    return new ListQuery(
        shown.box(),
        shown.queue(),
        shown.open(),
        shown.state(),
        shown.from(),
        null,
        shown.strand(),
        null,
        shown.sort(),
        25,
        null);
  }
}
