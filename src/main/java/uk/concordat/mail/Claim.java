package uk.concordat.mail;

import java.util.List;
import java.util.UUID;

/**
 * One person's outbox, which nobody else sees to meanwhile.
 *
 * @param address where to
 * @param notices of what they have still to be told
 */
record Claim(String address, List<UUID> notices) {
  Claim {
    notices = List.copyOf(notices);
  }
}
