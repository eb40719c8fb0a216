package uk.concordat.prosecution;

import java.time.Instant;
import java.util.Map;

/**
 * What a prosecutor typed of a decision and did not record yet.
 *
 * @param answers as they were typed, by field
 * @param keptAt when it was kept last
 */
public record DecisionDraft(Map<String, String> answers, Instant keptAt) {
  /** Copies the answers. */
  public DecisionDraft {
    answers = Map.copyOf(answers);
  }
}
