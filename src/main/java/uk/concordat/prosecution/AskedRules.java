package uk.concordat.prosecution;

import java.time.LocalDate;
import java.util.List;
import uk.concordat.referral.Findings;

/** What is asked of the police is said clearly: each thing in words, an action plan with days. */
final class AskedRules {
  private static final int PARAGRAPH = 2_000;

  private AskedRules() {}

  static Findings findings(
      ReviewMove move, List<Asked> asked, List<FileItem> checklist, LocalDate today) {
    var findings = new Findings();
    boolean asks =
        move.saying() == ReviewMove.Saying.ITEMS || move.saying() == ReviewMove.Saying.PLAN;
    findings.add(asks && asked.isEmpty(), "asked", "required");
    findings.add(!asks && !asked.isEmpty(), "asked", "not-of-this-move");
    for (int i = 0; i < asked.size(); i++) {
      Asked one = asked.get(i);
      String field = "asked." + i + ".";
      findings.required(one.words(), field + "words");
      findings.typed(PARAGRAPH, one.words(), field + "words");
      findings.add(
          one.item() != null
              && checklist.stream().noneMatch(item -> item.code().equals(one.item())),
          field + "item",
          "unknown");
      findings.add(
          move.saying() == ReviewMove.Saying.PLAN && one.dueOn() == null,
          field + "dueOn",
          "required");
      findings.add(
          one.dueOn() != null && !one.dueOn().isAfter(today), field + "dueOn", "not-in-the-future");
    }
    return findings;
  }
}
