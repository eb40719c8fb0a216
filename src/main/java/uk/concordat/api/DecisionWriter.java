package uk.concordat.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import uk.concordat.prosecution.CodeTest;
import uk.concordat.prosecution.Decision;
import uk.concordat.prosecution.HostilityTest;

/** Renders a decision; the tests behind it where its reader sees the advice. */
final class DecisionWriter {
  private DecisionWriter() {}

  static JsonObject decision(Decision one) {
    JsonObjectBuilder prosecuted = Json.createObjectBuilder();
    one.prosecuted().forEach((strand, provable) -> prosecuted.add(strand.name(), provable.name()));
    return new JsonOut()
        .put("defendant", one.defendant())
        .put("number", (long) one.number())
        .put("decision", one.kind())
        .put("told", one.told())
        .put("charges", JsonOut.array(one.charges(), number -> Json.createValue(number.intValue())))
        .put("prosecuted", prosecuted.build())
        .put("role", one.role())
        .put("at", one.at())
        .put("test", one.test() == null ? null : test(one.test()))
        .put("hostility", JsonOut.array(one.hostility(), DecisionWriter::hostility))
        .build();
  }

  private static JsonObject test(CodeTest test) {
    return new JsonOut()
        .put("kind", test.kind())
        .put("evidential", test.evidential())
        .put("evidentialMet", test.evidentialMet())
        .put("publicInterest", test.publicInterest())
        .put("interestMet", test.interestMet())
        .texts("conditions", test.conditions())
        .put("noAlternative", test.noAlternative())
        .build();
  }

  private static JsonObject hostility(HostilityTest test) {
    return new JsonOut()
        .put("strand", test.strand())
        .put("limb", test.limb())
        .put("provable", test.provable())
        .put("analysis", test.analysis())
        .build();
  }
}
