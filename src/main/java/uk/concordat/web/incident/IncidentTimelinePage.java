package uk.concordat.web.incident;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import uk.concordat.incident.IncidentTimelineService;
import uk.concordat.incident.IncidentTimelineView;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.London;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.TimelineDay;
import uk.concordat.web.referral.TimelinePlace;
import uk.concordat.web.referral.Words;

/** What happened to an incident, by day; order and place are in the address. */
@Named
@RequestScoped
public class IncidentTimelinePage {
  @Inject IncidentTimelineService timelines;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  @Inject Clock clock;
  private TimelinePlace place;
  private IncidentTimelineView view;

  /** Reads the page; a lost place starts again. */
  public void open() {
    place = new TimelinePlace();
    if (place.isLost()) {
      errors.say("", TimelinePlace.LOST);
    }
    view = timelines.timeline(PageAddress.parameter("ref"), place.span());
  }

  /** The incident. */
  public String getReference() {
    return view.incident();
  }

  /** What happened, by day. */
  public List<TimelineDay> getDays() {
    var words = new Words(caller.getOptions());
    return TimelineDay.of(
        view.events().stream().map(event -> new IncidentEventWords(words, event).row()).toList(),
        LocalDate.ofInstant(clock.instant(), London.ZONE));
  }

  /** How many are shown. */
  public int getShown() {
    return view.events().size();
  }

  /** The orders to choose from. */
  public List<TimelinePlace.Order> getOrders() {
    return place.orders(address());
  }

  /** The first page in the chosen order. */
  public String getBeginning() {
    return place.beginning(address());
  }

  /** The page after, or null. */
  public String getNext() {
    return place.next(address(), view.next());
  }

  /** Whether this is another page than the first. */
  public boolean isLater() {
    return place.isLater();
  }

  private String address() {
    return "/incident/timeline.xhtml?ref=" + view.incident();
  }
}
