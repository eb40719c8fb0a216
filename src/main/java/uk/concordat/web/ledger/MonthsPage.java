package uk.concordat.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import uk.concordat.oversight.LedgerMonth;
import uk.concordat.oversight.LedgerMonthService;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** The ledger month by month: what can be exported, and what is to become of it. */
@Named
@RequestScoped
public class MonthsPage {
  @Inject LedgerMonthService months;
  @Inject SignedInBean caller;
  private List<MonthRow> rows;

  /** Reads the months. */
  public void open() {
    rows = months.all().stream().map(this::row).toList();
  }

  private MonthRow row(LedgerMonth month) {
    var words = new Words(caller.getOptions());
    return new MonthRow(
        month,
        words.agency(month.proposedBy()),
        caller.getOptions().own().code().equals(month.proposedBy()));
  }

  /** The newest first. */
  public List<MonthRow> getRows() {
    return rows;
  }
}
