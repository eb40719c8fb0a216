package uk.concordat.web.incident;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import uk.concordat.incident.IncidentContent;
import uk.concordat.referral.Occurrence;
import uk.concordat.web.DateParts;
import uk.concordat.web.London;

/** When did it happen: at one time, or over a range? */
@Named
@RequestScoped
public class IncidentWhenQuestion extends IncidentQuestion {
  private DateParts from = new DateParts();
  private String fromTime;
  private DateParts to = new DateParts();
  private String toTime;

  @Override
  public IncidentStep getStep() {
    return IncidentStep.WHEN;
  }

  @Override
  protected void show(IncidentContent content) {
    Occurrence when = content.account().occurred();
    from = DateParts.of(when.fromDate());
    fromTime = London.time(when.fromTime());
    to = DateParts.of(when.toDate());
    toTime = London.time(when.toTime());
  }

  @Override
  protected IncidentContent merge(IncidentContent content) {
    Occurrence stored = content.account().occurred();
    return content.withAccount(
        content
            .account()
            .withOccurred(
                new Occurrence(
                    answers.date(from, "occurred.fromDate", stored.fromDate()),
                    answers.time(fromTime, "occurred.fromTime", stored.fromTime()),
                    answers.date(to, "occurred.toDate", stored.toDate()),
                    answers.time(toTime, "occurred.toTime", stored.toTime()))));
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
