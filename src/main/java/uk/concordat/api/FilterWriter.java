package uk.concordat.api;

import jakarta.json.JsonObject;
import java.util.Locale;
import uk.concordat.queue.SavedFilter;
import uk.concordat.referral.ListQuery;

/** Renders a list that somebody keeps as a filter. */
final class FilterWriter {
  private FilterWriter() {}

  static JsonObject write(SavedFilter filter) {
    ListQuery list = filter.list();
    return new JsonOut()
        .put("id", filter.id())
        .put("name", filter.name())
        .put("queue", lower(list.queue()))
        .put("box", lower(list.box()))
        .put("open", list.open())
        .put("state", list.state())
        .put("from", list.from())
        .put("strand", list.strand())
        .put("sort", list.queue() == null ? lower(list.sort()) : null)
        .build();
  }

  private static String lower(Enum<?> code) {
    return code == null ? null : code.name().toLowerCase(Locale.ROOT);
  }
}
