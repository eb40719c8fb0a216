package uk.concordat.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A question about a referral, and what became of it.
 *
 * @param question what is asked (D16); null where that is withheld
 * @param dueOn the day in London by which it should be answered
 * @param answer what was answered (D5); null where nothing was, or that is withheld
 * @param closedAt when it was answered or became needless; null while it is open
 */
public record InfoRequest(
    UUID id,
    Instant askedAt,
    String question,
    LocalDate dueOn,
    Status status,
    String answer,
    Instant closedAt) {

  /** How a question stands. */
  public enum Status {
    OPEN("Open"),
    ANSWERED("Answered"),
    EXPIRED("Not answered in time"),
    DROPPED("Not needed any more");

    private final String label;

    Status(String label) {
      this.label = label;
    }

    /** The words for it in the portal. */
    public String label() {
      return label;
    }
  }

  /** The same as far as somebody sees it. */
  InfoRequest shown(boolean feedback, boolean account) {
    return new InfoRequest(
        id, askedAt, feedback ? question : null, dueOn, status, account ? answer : null, closedAt);
  }
}
