package uk.concordat.referral;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * What was decided on a breach of personal data (UK GDPR art. 33; DPA 2018 s.67).
 *
 * @param reported whether it was reported to the Information Commissioner
 * @param reportedAt when, in London's time; null where it was not
 * @param text why it was reported, or why it need not be
 * @param delay why it was reported after more than 72 hours; null where it was in time or not
 *     reported
 */
public record Breach(Boolean reported, LocalDateTime reportedAt, String text, String delay) {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int WORDS = 2_000;

  /** When it was reported; null where it was not. */
  Instant reportedInstant() {
    return reportedAt == null ? null : reportedAt.atZone(LONDON).toInstant();
  }

  /** Collects what is wrong with it, as of then. */
  Findings check(Recall recall, Instant now) {
    var findings = new Findings();
    findings.required(reported, "reported");
    findings.required(text, "text");
    findings.typed(WORDS, text, "text");
    findings.typed(WORDS, delay, "delay");
    if (Boolean.TRUE.equals(reported)) {
      findings.required(reportedAt, "reportedOn");
    } else {
      findings.add(reportedAt != null, "reportedOn", "not-reported");
    }
    if (reportedAt != null) {
      Instant then = reportedInstant();
      findings.add(then.isAfter(now), "reportedOn", "in-the-future");
      findings.add(then.isBefore(recall.beganAt()), "reportedOn", "before-recall");
      findings.add(
          then.isAfter(recall.reportDue()) && (delay == null || delay.isBlank()),
          "delay",
          "required");
    }
    return findings;
  }
}
