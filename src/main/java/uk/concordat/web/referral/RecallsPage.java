package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import uk.concordat.referral.RecallService;
import uk.concordat.web.SignedInBean;

/** The recalls that information governance decides on, and the breaches they may be. */
@Named
@RequestScoped
public class RecallsPage {
  @Inject RecallService recalls;
  @Inject SignedInBean caller;
  @Inject Clock clock;
  private List<RecallRow> rows;

  /** Reads the list. */
  public void open() {
    getRows();
  }

  /** All, newest first. */
  public List<RecallRow> getRows() {
    if (rows == null) {
      var words = new Words(caller.getOptions());
      rows = recalls.all().stream().map(one -> new RecallRow(one, words, clock.instant())).toList();
    }
    return rows;
  }

  /** Those on which something waits to be decided. */
  public List<RecallRow> getWaiting() {
    return getRows().stream().filter(row -> row.getRecall().awaited()).toList();
  }
}
