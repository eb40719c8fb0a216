package uk.concordat.prosecution;

import java.time.LocalDate;

/**
 * Where the consent of the Attorney General stands (domain.md 1.7).
 *
 * @param on the day on which it was asked for, granted or refused
 */
public record Consent(Status status, LocalDate on) {
  /** How far it has come. */
  public enum Status {
    REQUESTED("Asked for"),
    GRANTED("Granted"),
    REFUSED("Refused");

    private final String label;

    Status(String label) {
      this.label = label;
    }

    /** The words for it in the portal. */
    public String label() {
      return label;
    }
  }

  /** Whether what needs it may be charged. */
  static boolean granted(Consent consent) {
    return consent != null && consent.status() == Status.GRANTED;
  }
}
