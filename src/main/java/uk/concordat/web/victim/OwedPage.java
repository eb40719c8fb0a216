package uk.concordat.web.victim;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import uk.concordat.referral.Clocked;
import uk.concordat.referral.TimelineCursor;
import uk.concordat.victim.ObligationService;
import uk.concordat.victim.Owed;
import uk.concordat.web.ClockView;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.London;

/**
 * What is still to be told to people who were harmed, overdue first; the place is in the address.
 */
@Named
@RequestScoped
public class OwedPage {
  private static final int ROWS = 25;

  @Inject ObligationService obligations;
  @Inject ErrorsBean errors;
  @Inject Clock clock;
  private String at;
  private Owed owed;

  /** One of them. */
  public record Row(String reference, String what, String why, ClockView time) {}

  /** Reads the page; a lost place starts again. */
  public void open() {
    TimelineCursor place = at == null ? null : TimelineCursor.parse(at).orElse(null);
    if (at != null && place == null) {
      errors.say("", "That page of the list has moved. You see its beginning.");
    }
    owed = obligations.owed(place, ROWS);
  }

  /** What is still to be told. */
  public List<Row> getRows() {
    Instant now = clock.instant();
    return owed.items().stream().map(item -> row(item, now)).toList();
  }

  private static Row row(Owed.Item item, Instant now) {
    var one = item.obligation();
    var time = new Clocked(one.rule(), one.eventAt(), one.due());
    return new Row(
        item.reference(),
        one.label(),
        one.event().label() + " on " + London.date(one.eventAt().atZone(London.ZONE).toLocalDate()),
        ClockView.of(time, now));
  }

  /** The page after, or null. */
  public String getNext() {
    return owed.next().map(cursor -> "/victim/owed.xhtml?at=" + cursor.text()).orElse(null);
  }

  public String getAt() {
    return at;
  }

  public void setAt(String at) {
    this.at = at;
  }
}
