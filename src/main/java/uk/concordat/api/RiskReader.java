package uk.concordat.api;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import uk.concordat.casework.RiskAnswer;
import uk.concordat.casework.RiskContent;
import uk.concordat.casework.RiskLevel;
import uk.concordat.casework.Safeguarding;
import uk.concordat.kernel.InvalidInput;

/** Reads an assessment of the risk. */
final class RiskReader {
  private RiskReader() {}

  /**
   * @throws InvalidInput with every property that is unknown or has a wrong type or shape
   */
  static RiskContent read(JsonObject json) {
    var fields = new Fields(json);
    Fields factors = fields.object("factors");
    var content =
        new RiskContent(
            answers(factors),
            fields.constant(RiskLevel.values(), "level"),
            fields.text("reason"),
            fields.date("reviewOn"),
            safeguarding(fields));
    fields.end();
    fields.throwIfAny();
    return content;
  }

  private static List<RiskAnswer> answers(Fields factors) {
    List<RiskAnswer> answers = new ArrayList<>();
    for (String factor : factors.names()) {
      Fields given = factors.object(factor);
      answers.add(
          new RiskAnswer(
              factor, given.constant(RiskAnswer.Is.values(), "answer"), given.text("note")));
      given.end();
    }
    return answers;
  }

  private static Safeguarding safeguarding(Fields fields) {
    Fields given = fields.object("safeguarding");
    Boolean adult = given.flag("adult");
    Boolean child = given.flag("child");
    given.end();
    return adult == null && child == null
        ? null
        : new Safeguarding(Boolean.TRUE.equals(adult), Boolean.TRUE.equals(child));
  }
}
