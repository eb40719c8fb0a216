package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import uk.concordat.referral.TimelineCursor;
import uk.concordat.referral.TimelineService;
import uk.concordat.referral.TimelineSpan;
import uk.concordat.referral.TimelineView;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.London;
import uk.concordat.web.SignedInBean;

/** What happened to a referral, by day; order and place are in the address. */
@Named
@RequestScoped
public class TimelinePage {
  private static final String OLDEST = "oldest";
  private static final int ROWS = 25;

  @Inject TimelineService timelines;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  @Inject Clock clock;
  private String ref;
  private String order;
  private String at;
  private TimelineView view;

  /** One order to read it in. */
  public record Order(String label, String href, boolean here) {}

  /** Reads the page; a lost place starts again. */
  public void open() {
    TimelineCursor place = at == null ? null : TimelineCursor.parse(at).orElse(null);
    if (at != null && place == null) {
      errors.say("", "That page of the timeline has moved. You see its beginning.");
    }
    view = timelines.timeline(ref, new TimelineSpan(isOldestFirst(), place, ROWS));
  }

  /** The referral. */
  public String getReference() {
    return view.referral();
  }

  /** Its entries by day. */
  public List<TimelineDay> getDays() {
    var words = new Words(caller.getOptions());
    var said = new TimelineWords(words, words.unit(view.to()));
    return TimelineDay.of(
        view.entries().stream().map(said::row).toList(),
        LocalDate.ofInstant(clock.instant(), London.ZONE));
  }

  /** How many are shown. */
  public int getShown() {
    return view.entries().size();
  }

  /** The orders to choose from. */
  public List<Order> getOrders() {
    return List.of(
        new Order("Newest first", address(), !isOldestFirst()),
        new Order("Oldest first", address() + "&order=" + OLDEST, isOldestFirst()));
  }

  /** The first page in the chosen order. */
  public String getBeginning() {
    return address() + (isOldestFirst() ? "&order=" + OLDEST : "");
  }

  /** The page after, or null. */
  public String getNext() {
    return view.next() == null ? null : getBeginning() + "&at=" + view.next().text();
  }

  private String address() {
    return "/referral/timeline.xhtml?ref=" + view.referral();
  }

  private boolean isOldestFirst() {
    return OLDEST.equals(order);
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }

  public String getOrder() {
    return order;
  }

  public void setOrder(String order) {
    this.order = order;
  }

  public String getAt() {
    return at;
  }

  public void setAt(String at) {
    this.at = at;
  }
}
