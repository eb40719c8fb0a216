package uk.concordat.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.kernel.Strand;
import uk.concordat.prosecution.CodeTest;
import uk.concordat.prosecution.DecisionContent;
import uk.concordat.prosecution.HostilityTest;

/** Reads a decision with the tests behind it; every property may be missing or null. */
final class DecisionReader {
  private DecisionReader() {}

  static DecisionContent read(Fields fields) {
    Set<UUID> charges =
        fields.texts("charges").stream().map(PathIds::read).collect(Collectors.toSet());
    return new DecisionContent(
        fields.text("told"), charges, test(fields.object("test")), hostility(fields));
  }

  private static CodeTest test(Fields given) {
    if (given.names().isEmpty()) {
      return null;
    }
    Set<CodeTest.Condition> conditions =
        given.texts("conditions").stream()
            .map(code -> condition(given, code))
            .filter(condition -> condition != null)
            .collect(Collectors.toSet());
    var test =
        new CodeTest(
            given.constant(CodeTest.Kind.values(), "kind"),
            given.text("evidential"),
            given.flag("evidentialMet"),
            given.text("publicInterest"),
            given.flag("interestMet"),
            conditions,
            given.text("noAlternative"));
    given.end();
    return test;
  }

  private static CodeTest.Condition condition(Fields given, String code) {
    for (CodeTest.Condition condition : CodeTest.Condition.values()) {
      if (condition.name().equals(code)) {
        return condition;
      }
    }
    given.wrong("conditions", "unknown");
    return null;
  }

  /** By strand, and in it by limb. */
  private static List<HostilityTest> hostility(Fields fields) {
    Fields strands = fields.object("hostility");
    List<HostilityTest> tests = new ArrayList<>();
    for (Strand strand : Strand.values()) {
      if (strands.names().contains(strand.name())) {
        Fields limbs = strands.object(strand.name());
        for (HostilityTest.Limb limb : HostilityTest.Limb.values()) {
          Fields given = limbs.object(limb.name().toLowerCase(Locale.ROOT));
          tests.add(
              new HostilityTest(strand, limb, given.flag("provable"), given.text("analysis")));
          given.end();
        }
        limbs.end();
      }
    }
    strands.end();
    return tests;
  }
}
