package uk.concordat.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An assessment of the risk to the person harmed (the force's own D4).
 *
 * @param number 1 for the first; the last one stands
 * @param suggested what the rules suggested
 * @param rule the rule that did, in words
 * @param level what a person decided
 * @param reason why; null where it is as suggested and nothing was said
 * @param reviewOn the day in London on which it is looked at again
 * @param role code of the role in which it was decided
 * @param safeguarding null where nothing was said of it, or where it is withheld
 */
public record RiskAssessment(
    int number,
    List<RiskAnswer> answers,
    RiskLevel suggested,
    String rule,
    RiskLevel level,
    String reason,
    LocalDate reviewOn,
    String role,
    Instant at,
    Safeguarding safeguarding) {
  /** Copies the answers. */
  public RiskAssessment {
    answers = List.copyOf(answers);
  }
}
