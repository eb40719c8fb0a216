package uk.concordat.api;

import jakarta.json.JsonObject;
import uk.concordat.victim.Obligation;

/** Renders what the person harmed has to be told. */
final class ObligationWriter {
  private ObligationWriter() {}

  static JsonOut write(Obligation one) {
    return new JsonOut()
        .put("id", one.id())
        .put("rule", one.rule())
        .put("label", one.label())
        .put("event", one.event())
        .put("eventAt", one.eventAt())
        .put("entitlement", one.entitlement())
        .put("due", one.due())
        .put("wasDue", one.wasDue())
        .texts("toldBy", one.toldBy())
        .put("told", told(one.told()));
  }

  private static JsonObject told(Obligation.Told told) {
    return told == null
        ? null
        : new JsonOut()
            .put("contact", told.contact())
            .put("result", told.result())
            .put("at", told.at())
            .put("madeBy", told.madeBy())
            .put("exemption", told.exemption())
            .put("role", told.role())
            .build();
  }
}
