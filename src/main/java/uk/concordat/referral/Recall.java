package uk.concordat.referral;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import uk.concordat.kernel.Urgency;

/**
 * A referral that should not have been sent, as information governance of the agency that sent it
 * sees it: the header and the reason, nothing of the content.
 *
 * @param record identity of the referral
 * @param headerVersion version of its header
 * @param sentAt when it was sent
 * @param urgency by which its time limits go
 * @param clock the time limit that stands still meanwhile; null where none does
 * @param reason code of list {@code recall-reason}
 * @param text the reason in words
 * @param recalledBy who recalled it, who does not decide on it
 * @param role in which role
 * @param recalledAt when; the 72 hours of the breach are counted from then
 * @param reportDue when they are over
 * @param decidedAt when it was cancelled or went on; null while it is open
 * @param decision why, in words; null while it is open
 * @param wentOn whether it went on to another agency as a referral of its own
 * @param breach what was decided on the breach; null where nothing was yet
 * @param breachAt when that was decided; null where it was not yet
 */
public record Recall(
    UUID id,
    UUID record,
    String reference,
    long headerVersion,
    String from,
    String to,
    ReferralState state,
    Instant sentAt,
    Urgency urgency,
    Clocked clock,
    String reason,
    String text,
    UUID recalledBy,
    String role,
    Instant recalledAt,
    Instant reportDue,
    Status status,
    Instant decidedAt,
    String decision,
    boolean wentOn,
    Breach breach,
    Instant breachAt) {

  /** What has become of a recall. */
  public enum Status {
    OPEN("Recalled"),
    CANCELLED("Cancelled in error"),
    REINSTATED("Goes on");

    private final String label;

    Status(String label) {
      this.label = label;
    }

    /** The words for it in the portal. */
    public String label() {
      return label;
    }
  }

  /** What a decision must name. */
  public String version() {
    return headerVersion + "." + status + (breach == null ? "" : ".DECIDED");
  }

  /** Whether the clock of the breach still runs. */
  public boolean awaited() {
    return breach == null && status != Status.REINSTATED;
  }

  /** The minute in which it was recalled: a report is told by the minute. */
  Instant beganAt() {
    return recalledAt.truncatedTo(ChronoUnit.MINUTES);
  }
}
