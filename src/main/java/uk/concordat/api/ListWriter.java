package uk.concordat.api;

import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.TreeSet;
import uk.concordat.referral.ListPage;
import uk.concordat.referral.ReferralSummary;

/** Renders a page of a list. */
final class ListWriter {
  private ListWriter() {}

  static JsonObject write(ListPage page) {
    return new JsonOut().put("items", JsonOut.array(page.referrals(), ListWriter::item)).build();
  }

  /** One row. */
  static JsonObject item(ReferralSummary row) {
    return new JsonOut()
        .put("reference", row.reference())
        .put("state", row.state())
        .put("type", row.type())
        .put("from", row.from())
        .put("to", row.to())
        .put("urgency", row.urgency())
        .texts("strands", new TreeSet<>(row.strands()))
        .put("name", row.name())
        .put("personKnown", row.personKnown())
        .put("due", ReferralWriter.due(row.clock()))
        .put("changedAt", row.changedAt())
        .put("box", row.box().name().toLowerCase(Locale.ROOT))
        .put("assigned", row.assigned())
        .put("withMe", row.withMe())
        .put("assignee", row.assigneeName())
        .build();
  }
}
