package uk.concordat.api;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Locale;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.Strand;
import uk.concordat.referral.Box;
import uk.concordat.referral.ListQuery;
import uk.concordat.referral.Queue;
import uk.concordat.referral.ReferralState;

/** Reads a list that somebody keeps as a filter: the parameters of the list, by the same names. */
final class FilterReader {
  private static final int ROWS = 25;

  private FilterReader() {}

  /** A filter before it is kept. */
  record Named(String name, ListQuery list) {}

  /**
   * @throws InvalidInput with everything that is wrong with its shape
   */
  static Named read(JsonObject json) {
    var fields = new Fields(json);
    Queue queue = code(fields, "queue", Queue.values());
    Box box = code(fields, "box", Box.values());
    ListQuery.Sort sort = code(fields, "sort", ListQuery.Sort.values());
    if (queue != null && box != null) {
      fields.wrong("box", "not-with-queue");
    }
    if (queue != null && sort != null) {
      fields.wrong("sort", "not-with-queue");
    }
    ListQuery.Sort order = sort == null ? ListQuery.Sort.DUE : sort;
    var named =
        new Named(
            fields.text("name"),
            new ListQuery(
                queue == null && box == null ? Box.INBOX : box,
                queue,
                fields.flag("open"),
                fields.constant(ReferralState.values(), "state"),
                fields.text("from"),
                null,
                fields.constant(Strand.values(), "strand"),
                null,
                queue == null ? order : queue.sort(),
                ROWS,
                null));
    fields.end();
    fields.throwIfAny();
    return named;
  }

  private static <E extends Enum<E>> E code(Fields fields, String name, E[] values) {
    String code = fields.text(name);
    if (code == null) {
      return null;
    }
    E found =
        Arrays.stream(values)
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(code))
            .findFirst()
            .orElse(null);
    if (found == null) {
      fields.wrong(name, "unknown");
    }
    return found;
  }
}
