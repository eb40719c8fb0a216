package uk.concordat.queue;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.concordat.kernel.Reference;

/**
 * What somebody asks to be done with many referrals.
 *
 * @param form the identity of the form that it was asked with
 * @param choices each referral once, as it was named first
 * @param assignee user name; null where nobody is named
 */
record BulkOrder(UUID form, BulkMove move, List<BulkChoice> choices, String assignee) {
  BulkOrder {
    Map<Reference, BulkChoice> once = new LinkedHashMap<>();
    choices.forEach(choice -> once.putIfAbsent(choice.reference(), choice));
    choices = List.copyOf(once.values());
  }

  /**
   * The identity of the run: the same form that asks the same is the same run, and one that asks
   * for something else, after a step back in the browser, is another.
   */
  UUID run(UUID subject) {
    return UUID.nameUUIDFromBytes((subject + toString()).getBytes(StandardCharsets.UTF_8));
  }
}
