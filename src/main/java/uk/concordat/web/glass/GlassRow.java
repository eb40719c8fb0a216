package uk.concordat.web.glass;

import java.time.Instant;
import uk.concordat.access.Glass;
import uk.concordat.referral.Clocked;
import uk.concordat.web.ClockView;
import uk.concordat.web.London;
import uk.concordat.web.access.RequestRow;
import uk.concordat.web.referral.Words;

/** A broken glass, in words. */
public class GlassRow {
  private final Glass glass;
  private final Words words;
  private final Instant now;

  GlassRow(Glass glass, Words words, Instant now) {
    this.glass = glass;
    this.words = words;
    this.now = now;
  }

  /** The record. */
  public String getReference() {
    return glass.reference();
  }

  /** Who broke it: a colleague by name, anybody by role and agency. */
  public String getWho() {
    String who = words.who(glass.role(), glass.agency());
    return glass.person() == null ? who : glass.person() + ", " + who;
  }

  /** What it opened. */
  public String getParts() {
    return RequestRow.parts(glass.dataClasses());
  }

  /** Why, from the closed list. */
  public String getReason() {
    return words.label("break-glass-reason", glass.reason());
  }

  /** Why, as it was typed. */
  public String getText() {
    return glass.text();
  }

  /** When it was broken. */
  public String getOpened() {
    return London.dateTime(glass.openedAt());
  }

  /** When it ended or ends. */
  public String getEnds() {
    return London.dateTime(glass.endsAt());
  }

  /** The time of day when it ends; with the day where that is not today. */
  public String getUntil() {
    var ends = glass.endsAt().atZone(London.ZONE);
    boolean today = ends.toLocalDate().equals(now.atZone(London.ZONE).toLocalDate());
    return London.time(ends.toLocalTime())
        + (today ? "" : " on " + London.weekday(ends.toLocalDate()));
  }

  /** Whether it opens the record now. */
  public boolean isOpen() {
    return glass.open(now);
  }

  /** How it stands. */
  public String getStatus() {
    return isOpen() ? "Open" : glass.closedAt() == null ? "Ended by itself" : "Ended early";
  }

  /** What governance made of it. */
  public String getVerdict() {
    if (glass.verdict() == null) {
      return "Not reviewed yet";
    }
    return switch (glass.verdict()) {
      case "JUSTIFIED" -> "Justified";
      case "QUERY" -> "Query";
      default -> "Misuse";
    };
  }

  /** Kind of tag of that. */
  public String getVerdictTone() {
    if (glass.verdict() == null) {
      return glass.overdue(now) ? "late" : "wait";
    }
    return switch (glass.verdict()) {
      case "JUSTIFIED" -> "done";
      case "QUERY" -> "wait";
      default -> "late";
    };
  }

  /** What governance wrote about it, or null. */
  public String getVerdictText() {
    return glass.verdictText();
  }

  /** By when it is to be reviewed; null where it was. */
  public ClockView getClock() {
    return glass.verdict() == null
        ? ClockView.of(new Clocked("REVIEW", glass.openedAt(), glass.reviewDue()), now)
        : null;
  }

  /** By when it is to be reviewed, in words. */
  public String getReviewDue() {
    return London.dateTime(glass.reviewDue());
  }

  /** Whether nobody has reviewed it for three working days, and others were told. */
  public boolean isEscalated() {
    return glass.escalated();
  }

  /** Whether its reader may say what they make of it. */
  public boolean isReviewable() {
    return glass.reviewable();
  }

  /** Class of its row in a table. */
  public String getRowClass() {
    return glass.overdue(now) ? "is-late" : "";
  }

  /** Where whoever broke it reads of it. */
  public String getHref() {
    return "/glass/glass.xhtml?id=" + glass.id();
  }

  /** Where whoever broke it ends it. */
  public String getEnd() {
    return "/glass/end.xhtml?id=" + glass.id();
  }

  /** Where governance reviews it. */
  public String getReview() {
    return "/glass/review.xhtml?id=" + glass.id();
  }
}
