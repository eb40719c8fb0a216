package uk.concordat.casework;

import java.time.LocalDate;
import java.util.List;

/**
 * An assessment as somebody makes it; what is missing is null.
 *
 * @param safeguarding null where nothing is said of it
 */
public record RiskContent(
    List<RiskAnswer> answers,
    RiskLevel level,
    String reason,
    LocalDate reviewOn,
    Safeguarding safeguarding) {
  /** Copies the answers. */
  public RiskContent {
    answers = List.copyOf(answers);
  }
}
