package uk.concordat.api;

import jakarta.json.JsonObject;
import uk.concordat.access.DataClass;
import uk.concordat.access.Sight;
import uk.concordat.referral.Audience;
import uk.concordat.referral.Explanation;
import uk.concordat.referral.Move;

/** Renders who sees a referral and why, and what the caller can do with it. */
final class AccessWriter {
  private AccessWriter() {}

  static JsonObject write(Explanation explanation) {
    return new JsonOut()
        .put("reference", explanation.referral().reference())
        .put("restricted", explanation.referral().restricted())
        .put(
            "classes",
            JsonOut.array(DataClass.ofRecord(), dataClass -> sight(explanation, dataClass)))
        .texts(
            "actions",
            explanation.access().actions().stream().map(one -> one.code()).sorted().toList())
        .texts("moves", explanation.moves().stream().map(Move::code).toList())
        .put("audiences", JsonOut.array(explanation.audiences(), AccessWriter::audience))
        .build();
  }

  private static JsonObject sight(Explanation explanation, DataClass dataClass) {
    Sight sight = explanation.access().sights().get(dataClass);
    return new JsonOut()
        .put("dataClass", dataClass)
        .put("label", dataClass.label())
        .put("level", sight.level())
        .put("why", sight.why())
        .put("ask", sight.requestable() ? explanation.referral().from() : null)
        .build();
  }

  private static JsonObject audience(Audience audience) {
    return new JsonOut()
        .put("agency", audience.agency())
        .put("role", audience.role())
        .put("person", audience.person())
        .put("subject", audience.subject())
        .put("source", audience.source())
        .texts("dataClasses", audience.dataClasses())
        .put("until", audience.until())
        .put("agreement", audience.agreement())
        .build();
  }
}
