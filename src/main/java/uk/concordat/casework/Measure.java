package uk.concordat.casework;

import java.time.LocalDate;

/**
 * One measure of the safety plan (the force's own D4).
 *
 * @param number within the plan
 * @param kind code of the list {@code measure-kind}
 * @param detail what is done
 * @param agency code of the agency that sees to it
 * @param owner who sees to it there, or null
 * @param dueOn the day in London by which it is done
 * @param status whether it was done
 * @param outcome why it was not done, or how it was; null while it is open
 * @param readable whether the person harmed may read it
 * @param sharedOn when it was shared with them; null where it was not
 */
public record Measure(
    int number,
    int version,
    String kind,
    String detail,
    String agency,
    String owner,
    LocalDate dueOn,
    Status status,
    String outcome,
    boolean readable,
    LocalDate sharedOn) {
  /** Whether a measure was done. */
  public enum Status {
    OPEN("To do"),
    DONE("Done"),
    NOT_DONE("Not done");

    private final String label;

    Status(String label) {
      this.label = label;
    }

    /** The words for it in the portal. */
    public String label() {
      return label;
    }
  }
}
