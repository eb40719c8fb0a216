package uk.concordat.web.incident;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import uk.concordat.incident.IncidentTimelineService;
import uk.concordat.incident.IncidentTimelineView;
import uk.concordat.referral.TimelineCursor;
import uk.concordat.referral.TimelineSpan;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.London;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.TimelineDay;
import uk.concordat.web.referral.TimelinePage.Order;
import uk.concordat.web.referral.Words;

/** What happened to an incident, by day; order and place are in the address. */
@Named
@RequestScoped
public class IncidentTimelinePage {
  private static final String OLDEST = "oldest";
  private static final int ROWS = 25;

  @Inject IncidentTimelineService timelines;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  @Inject Clock clock;
  private String ref;
  private String order;
  private String at;
  private IncidentTimelineView view;

  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
    order = PageAddress.parameter("order");
    at = PageAddress.parameter("at");
  }

  /** Reads the page; a lost place starts again. */
  public void open() {
    TimelineCursor place = at == null ? null : TimelineCursor.parse(at).orElse(null);
    if (at != null && place == null) {
      errors.say("", "That page of the timeline has moved. You see its beginning.");
    }
    view = timelines.timeline(ref, new TimelineSpan(isOldestFirst(), place, ROWS));
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
  public List<Order> getOrders() {
    return List.of(
        new Order("Newest first", address(""), !isOldestFirst()),
        new Order("Oldest first", address("&order=" + OLDEST), isOldestFirst()));
  }

  /** The first page in the chosen order. */
  public String getBeginning() {
    return address(isOldestFirst() ? "&order=" + OLDEST : "");
  }

  /** The page after, or null. */
  public String getNext() {
    return view.next() == null ? null : getBeginning() + "&at=" + view.next().text();
  }

  /** Whether this is another page than the first. */
  public boolean isLater() {
    return at != null;
  }

  private String address(String rest) {
    return "/incident/timeline.xhtml?ref=" + view.incident() + rest;
  }

  private boolean isOldestFirst() {
    return OLDEST.equals(order);
  }
}
