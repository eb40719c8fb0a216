package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import uk.concordat.referral.TimelineService;
import uk.concordat.referral.TimelineView;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.London;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;

/** What happened to a referral, by day; order and place are in the address. */
@Named
@RequestScoped
public class TimelinePage {
  @Inject TimelineService timelines;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  @Inject Clock clock;
  private TimelinePlace place;
  private TimelineView view;

  /** Reads the page; a lost place starts again. */
  public void open() {
    place = new TimelinePlace();
    if (place.isLost()) {
      errors.say("", TimelinePlace.LOST);
    }
    view = timelines.timeline(PageAddress.parameter("ref"), place.span());
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
    return "/referral/timeline.xhtml?ref=" + view.referral();
  }
}
