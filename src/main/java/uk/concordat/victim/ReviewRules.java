package uk.concordat.victim;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import uk.concordat.referral.Findings;

/**
 * What can be wrong with what is said of a review.
 *
 * @param now against which a day lies in the future
 */
record ReviewRules(Review review, ReviewWindow window, Instant now) {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int PARAGRAPH = 2_000;

  /**
   * What the person harmed said on a day: it cannot be before what they answer, and after the last
   * day no review is asked for.
   */
  Findings said(ReviewMove move, LocalDate on) {
    var findings = new Findings();
    findings.required(on, "on");
    if (on != null) {
      findings.add(on.isAfter(day(now)), "on", "in-the-future");
      findings.add(on.isBefore(day(review.since())), "on", "before-that");
      findings.add(
          move == ReviewMove.ASK && window.at(beginning(on)) == ReviewWindow.Answer.REFUSED,
          "on",
          "too-late");
    }
    return findings;
  }

  /** What was decided, in words that can be read to them. */
  static Findings decided(String words) {
    var findings = new Findings();
    findings.required(words, "words");
    findings.typed(PARAGRAPH, words, "words");
    return findings;
  }

  /** Whether an ask on that day is heard although the time that they were told is over. */
  boolean late(LocalDate on) {
    return window.at(beginning(on)) == ReviewWindow.Answer.LATE;
  }

  static Instant beginning(LocalDate day) {
    return day.atStartOfDay(LONDON).toInstant();
  }

  private static LocalDate day(Instant at) {
    return at.atZone(LONDON).toLocalDate();
  }
}
