package uk.concordat.referral;

import java.time.Instant;
import java.util.UUID;

/**
 * A contact with the person harmed, one that was tried, or why there was none (domain.md 3.5).
 *
 * @param kind code of list {@code contact-kind}: what it was about
 * @param madeBy code of list {@code contact-made-by}: data class D4, for the agency that wrote it;
 *     null where nobody tried, or that is withheld
 * @param exemption code of list {@code contact-exemption}, why they were not to be told: the same
 * @param at when it was
 * @param loggedAt when it was written down
 * @param due the time limit that it ended; null where it ended none
 * @param agency whose contact it was
 * @param role of whoever made it
 * @param words what they were told, in words: data class D4, for that agency alone; null where that
 *     is withheld
 */
public record Contact(
    UUID id,
    String kind,
    Result result,
    String madeBy,
    String exemption,
    Instant at,
    Instant loggedAt,
    Due due,
    String agency,
    String role,
    String words) {

  /** A time limit that a contact ended, and when it was due. */
  public record Due(String step, Instant at) {}

  /** What came of it. */
  public enum Result {
    TOLD("They were told"),
    TRIED("Tried, without success"),
    EXEMPT("Not to be told");

    private final String label;

    Result(String label) {
      this.label = label;
    }

    /** The words for it in the portal. */
    public String label() {
      return label;
    }
  }
}
