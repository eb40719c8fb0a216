package uk.concordat.web.referral;

import java.time.Instant;
import uk.concordat.referral.Clocked;
import uk.concordat.referral.Recall;
import uk.concordat.web.ClockView;
import uk.concordat.web.London;

/** A recall, in words. */
public class RecallRow {
  private final Recall recall;
  private final Words words;
  private final Instant now;

  RecallRow(Recall recall, Words words, Instant now) {
    this.recall = recall;
    this.words = words;
    this.now = now;
  }

  /** As it stands. */
  public Recall getRecall() {
    return recall;
  }

  /** Where it is decided on. */
  public String getHref() {
    return "/referral/breach.xhtml?ref=" + recall.reference();
  }

  /** To whom it had been sent. */
  public String getTo() {
    return words.agency(recall.to());
  }

  /** When it had been sent. */
  public String getSent() {
    return London.dateTime(recall.sentAt());
  }

  /** Who recalled it and when. */
  public String getRecalled() {
    return words.who(recall.role(), recall.from()) + ", " + London.dateTime(recall.recalledAt());
  }

  /** Why, from the list. */
  public String getReason() {
    return words.label("recall-reason", recall.reason());
  }

  /** The clock of the breach; null where it runs no more. */
  public ClockView getClock() {
    return recall.awaited()
        ? ClockView.of(new Clocked("BREACH_REPORT", recall.recalledAt(), recall.reportDue()), now)
        : null;
  }

  /** When the 72 hours are over. */
  public String getReportDue() {
    return London.dateTime(recall.reportDue());
  }

  /** When it was decided on; null while it is open. */
  public String getDecided() {
    return recall.decidedAt() == null ? null : London.dateTime(recall.decidedAt());
  }

  /** Whether it waits for a decision. */
  public boolean isOpen() {
    return recall.status() == Recall.Status.OPEN;
  }

  /** Whether a decision on the breach can be kept: it waits for one where it was cancelled. */
  public boolean isBreachOpen() {
    return recall.status() != Recall.Status.OPEN && recall.breach() == null;
  }

  /** What was decided on the breach, in words; null where nothing was. */
  public String getBreach() {
    if (recall.breach() == null) {
      return null;
    }
    return Boolean.TRUE.equals(recall.breach().reported())
        ? "Reported to the Information Commissioner on "
            + London.date(recall.breach().reportedAt().toLocalDate())
            + " at "
            + London.time(recall.breach().reportedAt().toLocalTime())
        : "Not reported to the Information Commissioner";
  }
}
