package uk.concordat.casework;

import java.util.List;

/**
 * Whom the person harmed can turn to, as far as the caller sees it: the force sees who it was
 * before.
 *
 * @param reference of the referral
 * @param version what a change must name
 * @param items newest first
 * @param keeps whether the caller could name another now
 */
public record ContactOfficers(
    String reference, String version, List<ContactOfficer> items, boolean keeps) {
  /** Copies them. */
  public ContactOfficers {
    items = List.copyOf(items);
  }

  /** Who it is now; null where nobody was named. */
  public ContactOfficer current() {
    return items.stream().filter(one -> one.until() == null).findFirst().orElse(null);
  }
}
