package uk.concordat.web.ledger;

import java.time.Duration;
import java.time.Instant;
import uk.concordat.audit.Witness;
import uk.concordat.oversight.Head;
import uk.concordat.web.London;

/**
 * A witness, in words.
 *
 * @param agency its name
 * @param head the newest state of the ledger; null while it is empty
 */
public record WitnessRow(Witness witness, String agency, Head head, Instant now) {
  /** A witness that looks every minute has missed many looks by then. */
  private static final Duration QUIET = Duration.ofHours(1);

  /** Whether it has been heard from at all. */
  public boolean heard() {
    return witness.at() != null;
  }

  /** How it stands. */
  public String status() {
    if (!heard()) {
      return "Not heard from yet";
    }
    return late() ? "Not heard from lately" : "Agrees";
  }

  /** The kind of tag for that. */
  public String tone() {
    return heard() && !late() ? "done" : "wait";
  }

  /** When it last agreed. */
  public String at() {
    return heard() ? London.dateTime(witness.at()) : "Never";
  }

  /** Up to where, and how far that is behind. */
  public String upTo() {
    if (!heard()) {
      return "Nothing";
    }
    long behind = head == null ? 0 : Math.max(0, head.size() - witness.size());
    String upTo = "%,d entries".formatted(witness.size());
    return behind == 0 ? upTo : upTo + ", %,d behind".formatted(behind);
  }

  private boolean late() {
    return witness.at().isBefore(now.minus(QUIET));
  }
}
