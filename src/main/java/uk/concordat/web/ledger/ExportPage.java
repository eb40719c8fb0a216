package uk.concordat.web.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import uk.concordat.codelist.CodeValue;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.oversight.DisposalPending;
import uk.concordat.oversight.LedgerMonthService;
import uk.concordat.oversight.TransientFile;
import uk.concordat.web.Download;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;

/** Takes a month of the ledger out as a signed file, once its reader has said what for. */
@Named
@RequestScoped
public class ExportPage {
  private static final String USES = "ledger-use";

  @Inject LedgerMonthService months;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  private String month;
  private String use;

  /** The address is known before the view parameter is: a posted page asks early. */
  @PostConstruct
  void address() {
    month = PageAddress.parameter("month");
  }

  /**
   * Opens the page on a month of which there is something.
   *
   * @throws NotFound where there is nothing
   */
  public void open() {
    YearMonth wanted = wanted();
    if (months.all().stream()
        .noneMatch(one -> one.month().equals(wanted) && one.leaves().size() > 0)) {
      throw new NotFound();
    }
  }

  /** Sends the file. */
  public String export() throws IOException {
    var file = new TransientFile("ledger-" + wanted());
    try {
      file.fill(to -> months.export(wanted(), use, to));
    } catch (InvalidInput invalid) {
      invalid.errors().stream()
          .map(error -> new FieldError("export." + error.field(), error.code()))
          .forEach(errors::add);
      return null;
    } catch (DisposalPending erased) {
      errors.say("", "A month was erased a moment ago. Export it again in a few seconds.");
      return null;
    }
    Download.send(file, "application/zip", "concordat-ledger-" + wanted() + ".zip");
    return null;
  }

  private YearMonth wanted() {
    return MonthMovePage.month(month);
  }

  /** The month in words. */
  public String getName() {
    return MonthRow.name(wanted());
  }

  /** What it may be for. */
  public List<CodeValue> getUses() {
    return caller.getOptions().lists().list(USES);
  }

  public String getMonth() {
    return month;
  }

  public void setMonth(String month) {
    this.month = month;
  }

  public String getUse() {
    return use;
  }

  public void setUse(String use) {
    this.use = use;
  }
}
