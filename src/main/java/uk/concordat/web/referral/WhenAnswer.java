package uk.concordat.web.referral;

import uk.concordat.referral.Occurrence;
import uk.concordat.web.DateParts;
import uk.concordat.web.London;
import uk.concordat.web.TypedAnswers;

/** When something happened, as it is typed: at one time, or over a range. */
public class WhenAnswer {
  private final DateParts from;
  private String fromTime;
  private final DateParts to;
  private String toTime;

  /** Shows what is stored. */
  public WhenAnswer(Occurrence stored) {
    from = DateParts.of(stored.fromDate());
    fromTime = London.time(stored.fromTime());
    to = DateParts.of(stored.toDate());
    toTime = London.time(stored.toTime());
  }

  /** Nothing typed yet. */
  public WhenAnswer() {
    this(new Occurrence(null, null, null, null));
  }

  /**
   * What was typed; what cannot be read stays as it was stored.
   *
   * @param answers is told what cannot be read
   * @param at path of the field
   */
  public Occurrence read(TypedAnswers answers, String at, Occurrence stored) {
    return new Occurrence(
        answers.date(from, at + ".fromDate", stored.fromDate()),
        answers.time(fromTime, at + ".fromTime", stored.fromTime()),
        answers.date(to, at + ".toDate", stored.toDate()),
        answers.time(toTime, at + ".toTime", stored.toTime()));
  }

  public DateParts getFrom() {
    return from;
  }

  public String getFromTime() {
    return fromTime;
  }

  public void setFromTime(String fromTime) {
    this.fromTime = fromTime;
  }

  public DateParts getTo() {
    return to;
  }

  public String getToTime() {
    return toTime;
  }

  public void setToTime(String toTime) {
    this.toTime = toTime;
  }
}
