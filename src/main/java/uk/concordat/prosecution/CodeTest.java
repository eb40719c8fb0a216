package uk.concordat.prosecution;

import java.util.EnumSet;
import java.util.Set;

/**
 * The test of the Code for Crown Prosecutors behind a decision, step by step (domain.md 3.1); what
 * is missing is null.
 *
 * @param evidential whether there is a realistic prospect of conviction, in words
 * @param publicInterest whether it is in the public interest, in words; weighed only where the
 *     evidence is enough
 * @param conditions those of the Threshold Test that are met; empty for the Full Code Test
 * @param noAlternative why an aggravated charge goes without its basic alternative; null where none
 *     does
 */
public record CodeTest(
    Kind kind,
    String evidential,
    Boolean evidentialMet,
    String publicInterest,
    Boolean interestMet,
    Set<Condition> conditions,
    String noAlternative) {
  /** Which test. */
  public enum Kind {
    FULL_CODE,
    THRESHOLD
  }

  /** The five conditions of the Threshold Test, all of which have to be met. */
  public enum Condition {
    REASONABLE_SUSPICION("There are reasonable grounds to suspect them"),
    FURTHER_EVIDENCE(
        "Further evidence is likely in reasonable time, and will give a realistic prospect"),
    SERIOUSNESS("It is serious enough to charge at once"),
    BAIL_OBJECTION("There are still substantial grounds to object to bail"),
    PUBLIC_INTEREST("It is in the public interest");

    private final String label;

    Condition(String label) {
      this.label = label;
    }

    /** The words for it in the portal. */
    public String label() {
      return label;
    }
  }

  /** Copies the conditions; a blank reason is none. */
  public CodeTest {
    Set<Condition> met = EnumSet.noneOf(Condition.class);
    met.addAll(conditions);
    conditions = met;
    noAlternative = noAlternative == null || noAlternative.isBlank() ? null : noAlternative;
  }
}
