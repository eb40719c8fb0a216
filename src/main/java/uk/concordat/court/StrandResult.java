package uk.concordat.court;

import uk.concordat.kernel.Strand;

/**
 * What the sentence made of hostility on one strand; what is missing is null.
 *
 * @param sentencedAsHate whether the court found it and said so in open court: a fact of its own,
 *     derived from nothing else (domain.md 1.2)
 * @param why a heavier sentence was not asked for; null where it was
 * @param announced whether the court announced the uplift
 * @param provision code by which it did; {@link #IN_THE_OFFENCE} where the offence has it in it
 */
public record StrandResult(
    Strand strand,
    Boolean sentencedAsHate,
    AppliedFor appliedFor,
    String why,
    Boolean announced,
    String provision) {
  /** What is blank was not said. */
  public StrandResult {
    why = why == null || why.isBlank() ? null : why;
  }

  /** The provision where the offence is the aggravated one (Crime and Disorder Act ss.29 to 32). */
  public static final String IN_THE_OFFENCE = "CDA_29_32";

  /** Whether the court made something of it, so that a provision has to be named. */
  boolean counted() {
    return Boolean.TRUE.equals(announced) || Boolean.TRUE.equals(sentencedAsHate);
  }
}
