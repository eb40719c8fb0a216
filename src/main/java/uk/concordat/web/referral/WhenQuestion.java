package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import uk.concordat.referral.Incident;
import uk.concordat.referral.Occurrence;
import uk.concordat.referral.ReferralContent;
import uk.concordat.web.DateParts;
import uk.concordat.web.London;

/** When did it happen: at one time, or over a range? */
@Named
@RequestScoped
public class WhenQuestion extends Question {
  private DateParts from = new DateParts();
  private String fromTime;
  private DateParts to = new DateParts();
  private String toTime;

  @Override
  public Step getStep() {
    return Step.WHEN;
  }

  @Override
  protected void show(ReferralContent content) {
    Occurrence when = content.incident().occurred();
    from = DateParts.of(when.fromDate());
    fromTime = London.time(when.fromTime());
    to = DateParts.of(when.toDate());
    toTime = London.time(when.toTime());
  }

  @Override
  protected ReferralContent merge(ReferralContent content) {
    Occurrence stored = content.incident().occurred();
    var occurred =
        new Occurrence(
            date(from, "incident.occurred.fromDate", stored.fromDate()),
            time(fromTime, "incident.occurred.fromTime", stored.fromTime()),
            date(to, "incident.occurred.toDate", stored.toDate()),
            time(toTime, "incident.occurred.toTime", stored.toTime()));
    Incident old = content.incident();
    return content.withIncident(
        new Incident(
            old.category(),
            old.narrative(),
            occurred,
            old.locationType(),
            old.place(),
            old.postcode(),
            old.perceivedBy()));
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
