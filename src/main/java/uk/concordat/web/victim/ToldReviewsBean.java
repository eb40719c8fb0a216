package uk.concordat.web.victim;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import uk.concordat.victim.Reviewable;
import uk.concordat.victim.RightToReviewService;
import uk.concordat.web.PageAddress;

/** Which decisions the person harmed may have reviewed, on the page that is read aloud. */
@Named("toldReviews")
@RequestScoped
public class ToldReviewsBean {
  @Inject RightToReviewService reviews;
  @Inject Clock clock;
  private List<Reviewable> seen;

  /** Where something can be said of one. */
  public record Link(String label, String href) {}

  /** One of each, in the order of the decisions. */
  public List<ToldPage.Line> getLines() {
    var words = new ReviewWords(clock.instant());
    return seen().stream()
        .map(
            one ->
                new ToldPage.Line(
                    ReviewWords.decided(one.review()),
                    words.stands(one),
                    ReviewWords.words(one.review())))
        .toList();
  }

  /** Of those of which the reader can say something now. */
  public List<Link> getLinks() {
    return seen().stream()
        .filter(one -> !one.moves().isEmpty())
        .map(
            one ->
                new Link(
                    "Say what came of the right to review: " + ReviewWords.decided(one.review()),
                    "/victim/review.xhtml?ref=" + one.reference() + "&review=" + one.review().id()))
        .toList();
  }

  /** Read once per request. */
  private List<Reviewable> seen() {
    if (seen == null) {
      seen = reviews.of(PageAddress.parameter("ref"));
    }
    return seen;
  }
}
