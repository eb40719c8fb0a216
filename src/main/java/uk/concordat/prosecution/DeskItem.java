package uk.concordat.prosecution;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.kernel.Urgency;

/**
 * A file on the prosecutors' desk.
 *
 * @param referral that brings it
 * @param states where the review of its defendants stands, each once
 * @param assigned whose it is
 * @param limits that run for it, of the classes that the caller sees
 * @param lapsed the last day on which a summary-only charge in it could be begun, once that is
 *     over; null where there is none, or it is withheld
 */
public record DeskItem(
    UUID referral,
    String reference,
    SubmissionKind kind,
    Priority priority,
    Urgency urgency,
    List<ReviewState> states,
    Assigned assigned,
    List<DeskLimit> limits,
    LocalDate lapsed) {
  /** Whose a file is, as the caller stands to it. */
  public enum Assigned {
    YOU("Yours"),
    COLLEAGUE("A colleague's"),
    NOBODY("Nobody's yet");

    private final String label;

    Assigned(String label) {
      this.label = label;
    }

    /** The words for it in the portal. */
    public String label() {
      return label;
    }
  }

  /** Copies the lists. */
  public DeskItem {
    states = List.copyOf(states);
    limits = List.copyOf(limits);
  }

  /** The limit by which it stands where it stands; empty where nothing runs. */
  public Optional<DeskLimit> first(LocalDate today) {
    return DeskLimit.first(limits, today);
  }
}
