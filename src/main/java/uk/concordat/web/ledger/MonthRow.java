package uk.concordat.web.ledger;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.concordat.oversight.LedgerMonth;
import uk.concordat.web.London;

/**
 * A month of the ledger, in words.
 *
 * @param agency name of the agency whose governance proposed its disposal; null where none did
 * @param own whether that is the reader's own
 */
public record MonthRow(LedgerMonth month, String agency, boolean own) {
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

  /** Something to do with it, and where. */
  public record Link(String label, String href) {}

  /** A month in words. */
  static String name(YearMonth month) {
    return NAME.format(month);
  }

  /** Its name. */
  public String name() {
    return name(month.month());
  }

  /** Whether it is over, and how much there is of it. */
  public String extent() {
    long size = month.leaves().size();
    String entries = size == 1 ? "1 entry" : "%,d entries".formatted(size);
    return month.complete() ? entries : entries + " so far";
  }

  /** What is to become of it. */
  public String fate() {
    if (month.disposedOn() != null) {
      return "Erased on " + London.date(month.disposedOn()) + ". The hashes are still there.";
    }
    if (month.proposedBy() != null) {
      return agency
          + " proposed to erase it, "
          + London.dateTime(month.proposedAt())
          + ". Another agency must approve that.";
    }
    return month.kept() == null
        ? "May be erased: its time is over."
        : "Kept: " + TrailWords.reason(month.kept()).toLowerCase(Locale.UK) + ".";
  }

  /** What can be done with it now. */
  public List<Link> links() {
    List<Link> links = new ArrayList<>();
    if (month.leaves().size() > 0) {
      links.add(link("Export", "export", ""));
    }
    if (month.disposedOn() == null && own) {
      links.add(link("Take the proposal back", "disposal", "&move=withdraw"));
    } else if (month.disposedOn() == null && month.kept() == null) {
      if (month.proposedBy() == null) {
        links.add(link("Propose to erase", "disposal", "&move=propose"));
      } else {
        links.add(link("Approve and erase", "disposal", "&move=approve"));
      }
    }
    return links;
  }

  private Link link(String label, String page, String more) {
    return new Link(label, "/ledger/" + page + ".xhtml?month=" + month.month() + more);
  }
}
