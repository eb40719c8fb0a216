package uk.concordat.web.glass;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import uk.concordat.referral.BreakGlassService;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** The broken glasses that the caller's agency looks at, those not reviewed first. */
@Named
@RequestScoped
public class GlassReviewsPage {
  @Inject BreakGlassService breakGlass;
  @Inject SignedInBean caller;
  @Inject Clock clock;
  private List<GlassRow> rows;

  /** Reads the list. */
  public void open() {
    getRows();
  }

  /** All. */
  public List<GlassRow> getRows() {
    if (rows == null) {
      Instant now = clock.instant();
      var words = new Words(caller.getOptions());
      rows = breakGlass.toReview().stream().map(one -> new GlassRow(one, words, now)).toList();
    }
    return rows;
  }

  /** Those that nobody has reviewed. */
  public List<GlassRow> getWaiting() {
    return getRows().stream().filter(one -> one.getClock() != null).toList();
  }
}
