package uk.concordat.casework;

/**
 * One of the Home Office's types of outcome, as it stands today (domain.md 2.1).
 *
 * @param type its number, as {@code 1} or {@code 1A}
 * @param label the words for it in the portal
 * @param group the Home Office's outcome group
 * @param positive whether it counts as a positive outcome
 * @param parent the type of which it is an "of which" row, never added to it; else null
 * @param chosen whether it can be recorded still
 */
public record PoliceOutcomeType(
    String type,
    String label,
    String group,
    Suspect suspect,
    boolean positive,
    String parent,
    boolean chosen) {
  /** The one that says that there is no outcome: a crime is open again. */
  public static final String NOT_ASSIGNED = "0";

  /** Whether somebody has to be identified. */
  public enum Suspect {
    IDENTIFIED,
    NOT_IDENTIFIED,
    EITHER
  }
}
