package uk.concordat.web.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.YearMonth;
import uk.concordat.kernel.NotFound;
import uk.concordat.oversight.DisposalRefused;
import uk.concordat.oversight.LedgerDisposalService;
import uk.concordat.oversight.LedgerMonth;
import uk.concordat.oversight.LedgerMonthService;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;

/** What governance does about erasing a month of the ledger, each time asked again. */
@Named
@RequestScoped
public class MonthMovePage {
  /** From the year in which computers begin to count: no ledger is older. */
  private static final String SHAPE = "(19[7-9]\\d|[2-9]\\d{3})-(0[1-9]|1[0-2])";

  private static final String DONE = "/ledger/months.xhtml?faces-redirect=true";

  @Inject LedgerMonthService months;
  @Inject LedgerDisposalService disposals;
  @Inject SignedInBean caller;
  private String month;
  private String move;
  private LedgerMonth shown;

  /** The address is known before the view parameters are: a posted page asks early. */
  @PostConstruct
  void address() {
    month = PageAddress.parameter("month");
    move = PageAddress.parameter("move");
  }

  /**
   * Opens the question.
   *
   * @throws NotFound where it cannot be asked as things stand
   */
  public void open() {
    if (!(isProposing() || isWithdrawing() || isApproving())) {
      throw new NotFound();
    }
  }

  /** Whether it could be proposed, and that is asked. */
  public boolean isProposing() {
    return "propose".equals(move) && erasable() && getShown().proposedBy() == null;
  }

  /** Whether it is their own proposal, and whether to take it back is asked. */
  public boolean isWithdrawing() {
    return "withdraw".equals(move) && getShown().disposedOn() == null && own();
  }

  /** Whether another agency proposed it, and whether to approve that is asked. */
  public boolean isApproving() {
    return "approve".equals(move) && erasable() && getShown().proposedBy() != null && !own();
  }

  /** Proposes it. */
  public String propose() throws IOException {
    return done(() -> disposals.propose(month(month)));
  }

  /** Takes the proposal back. */
  public String withdraw() throws IOException {
    return done(() -> disposals.withdraw(month(month)));
  }

  /** Erases it. */
  public String approve() throws IOException {
    return done(() -> disposals.approve(month(month)));
  }

  private static String done(Runnable decision) throws IOException {
    try {
      decision.run();
      return DONE;
    } catch (DisposalRefused changed) {
      PageAddress.changedMeanwhile();
      return null;
    }
  }

  private boolean erasable() {
    return getShown().disposedOn() == null && getShown().kept() == null;
  }

  private boolean own() {
    return caller.getOptions().own().code().equals(getShown().proposedBy());
  }

  /** The month. */
  public LedgerMonth getShown() {
    if (shown == null) {
      YearMonth wanted = month(month);
      shown =
          months.all().stream()
              .filter(one -> one.month().equals(wanted))
              .findFirst()
              .orElseThrow(NotFound::new);
    }
    return shown;
  }

  /** The month in words. */
  public String getName() {
    return MonthRow.name(month(month));
  }

  /** Reads a month of an address; what is none names nothing. */
  static YearMonth month(String text) {
    if (text == null || !text.matches(SHAPE)) {
      throw new NotFound();
    }
    return YearMonth.parse(text);
  }

  public String getMonth() {
    return month;
  }

  public void setMonth(String month) {
    this.month = month;
  }

  public String getMove() {
    return move;
  }

  public void setMove(String move) {
    this.move = move;
  }
}
