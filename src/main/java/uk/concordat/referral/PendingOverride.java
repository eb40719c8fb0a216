package uk.concordat.referral;

import java.time.Instant;
import java.util.Map;
import uk.concordat.access.Participation;
import uk.concordat.kernel.Urgency;

/**
 * A colleague's draft that goes against the wish of the person harmed, as whoever may answer for it
 * sees it: the header, the wish, and the reason that was proposed.
 *
 * @param wish code of list {@code wish}
 * @param reason code of list {@code override-reason}; null where none was proposed
 * @param role who answered for exactly this; null where nobody did yet
 */
public record PendingOverride(
    String reference,
    String from,
    String to,
    Urgency urgency,
    String wish,
    String reason,
    String role,
    Instant at,
    Participation participation) {

  /** What is answered for, in the form in which the ledger takes a digest of it. */
  static Map<String, String> answer(String to, String wish, String reason) {
    return Map.of("to", to, "wish", wish, "reason", reason);
  }

  /** What an answer must name: it holds for this receiver and this wish only. */
  public String version() {
    return to + "." + wish;
  }
}
