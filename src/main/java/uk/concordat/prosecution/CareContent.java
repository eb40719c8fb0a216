package uk.concordat.prosecution;

import java.time.LocalDate;
import java.util.Set;

/**
 * A step as somebody writes it down.
 *
 * @param person 1 for the person harmed of the referral, else the number of a victim in the file
 * @param on the day on which it was, in London
 * @param ground of an assessment; null otherwise
 * @param measures codes of list {@code special-measure}: of those that say which
 * @param wish how they want their statement heard; null otherwise
 * @param words why; null where it is not said
 */
public record CareContent(
    Integer person,
    CareStep step,
    LocalDate on,
    Ground ground,
    Set<String> measures,
    Wish wish,
    String words) {

  /** Why somebody is eligible for special measures. */
  public enum Ground {
    VULNERABLE("Vulnerable (s.16)"),
    INTIMIDATED("Intimidated (s.17)"),
    BOTH("Vulnerable and intimidated (ss.16 and 17)"),
    NEITHER("Neither");

    private final String label;

    Ground(String label) {
      this.label = label;
    }

    /** The words for it. */
    public String label() {
      return label;
    }

    /** Whether the measures of s.16 alone are open to them. */
    boolean vulnerable() {
      return this == VULNERABLE || this == BOTH;
    }
  }

  /** How somebody wants their personal statement to be heard in court. */
  public enum Wish {
    READ_BY_THEM("They read it aloud themselves"),
    READ_FOR_THEM("It is read aloud for them"),
    PLAYED("A recording is played"),
    NOT_READ("It is not read aloud");

    private final String label;

    Wish(String label) {
      this.label = label;
    }

    /** The words for it. */
    public String label() {
      return label;
    }
  }

  /** Copies the measures; what is blank was not said. */
  public CareContent {
    measures = Set.copyOf(measures);
    words = words == null || words.isBlank() ? null : words;
  }
}
