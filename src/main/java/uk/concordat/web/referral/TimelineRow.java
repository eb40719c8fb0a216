package uk.concordat.web.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import uk.concordat.web.London;

/**
 * An entry of a timeline in words.
 *
 * @param heading what happened
 * @param who role and agency
 * @param lines more of it, by label
 * @param said words of a person; null where there are none
 */
public record TimelineRow(Instant at, String heading, String who, List<Line> lines, String said) {

  /** A label and what stands beside it. */
  public record Line(String label, String text) {}

  /** The time of day. */
  public String time() {
    return London.time(at.atZone(London.ZONE).toLocalTime());
  }

  /** Day and time. */
  public String moment() {
    return London.dateTime(at);
  }

  LocalDate day() {
    return LocalDate.ofInstant(at, London.ZONE);
  }
}
