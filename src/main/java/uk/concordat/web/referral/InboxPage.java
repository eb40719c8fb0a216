package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.referral.Box;
import uk.concordat.referral.ListPage;
import uk.concordat.referral.ListQuery;
import uk.concordat.referral.Queue;
import uk.concordat.referral.ReferralService;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.SignedInBean;

/**
 * A list of referrals: a box or a queue. Filters, order and place are all in the address, so that
 * it can be kept as a bookmark and works without a script.
 */
@Named
@RequestScoped
public class InboxPage {
  private static final long MANY = 1_000;

  @Inject ReferralService referrals;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  @Inject Clock clock;
  private final ListForm form = new ListForm();
  private String at;
  private ListPage page;
  private List<Row> rows = List.of();
  private List<View> views;

  /** A list beside this one: its words, its address, and whether it is the one that is shown. */
  public record View(String label, String href, boolean here) {}

  /** Reads the page of the list; a lost place starts again. */
  public void open() {
    try {
      page = referrals.list(form.query(at));
    } catch (InvalidInput lost) {
      lost.errors().forEach(errors::add);
      page = referrals.list(form.query(null));
    }
    var words = new Words(caller.getOptions());
    rows = page.referrals().stream().map(row -> new Row(row, words, clock.instant())).toList();
    views = new ArrayList<>();
    views.add(
        new View("Everything", ListForm.addressOf("box", "INBOX"), form.getBox() == Box.INBOX));
    referrals
        .queues()
        .forEach(
            (queue, count) ->
                views.add(
                    new View(
                        queue.label() + " (" + number(count) + ")",
                        ListForm.addressOf("queue", queue.name()),
                        form.getQueue() == queue)));
  }

  private static String number(long count) {
    return count > MANY ? "more than 1,000" : Long.toString(count);
  }

  /** What is asked for. */
  public ListForm getForm() {
    return form;
  }

  /** The queues, and how many are in each. */
  public List<View> getViews() {
    return views;
  }

  /** What the list is called. */
  public String getHeading() {
    return form.heading();
  }

  /** The list and the page of it in one word, for what leads back here. */
  public String getKept() {
    return form.keptAt(at);
  }

  /** Where the list is taken out as a file. */
  public String getExport() {
    return form.address("at", at).replace("inbox.xhtml", "export.xhtml");
  }

  /** This page of the list. */
  public String getHere() {
    return form.address("at", at);
  }

  /** What belongs in it, in a sentence. */
  public String getLead() {
    return form.getQueue() == null
        ? ListWords.lead(form.getBox())
        : ListWords.lead(form.getQueue());
  }

  /** Whether what came in stands among what was sent, so that both ends are named. */
  public boolean isBothWays() {
    return form.getQueue() != null && form.getQueue() != Queue.UNASSIGNED;
  }

  /** Whether it holds what came in, so that whoever sent it is named, and not whom it went to. */
  public boolean isIncoming() {
    return form.getBox() != Box.SENT && form.getBox() != Box.DRAFTS;
  }

  /** Whether any of these can be chosen, to do something with several at once. */
  public boolean isChoosing() {
    return (caller.isMayAcknowledge() || caller.isMayAssign())
        && rows.stream().anyMatch(Row::isChoosable);
  }

  /** The rows, as the table wants them. */
  public PageModel getModel() {
    return new PageModel(rows);
  }

  /** How many rows are shown. */
  public int getShown() {
    return rows.size();
  }

  /** The page before, or null. */
  public String getPrevious() {
    return page.previous() == null ? null : form.address("at", page.previous());
  }

  /** The page after, or null. */
  public String getNext() {
    return page.next() == null ? null : form.address("at", page.next());
  }

  /** The same list in another order; empty for a queue, which has its own. */
  public String sortedBy(String order) {
    return form.getQueue() == null ? form.address("sort", order) : "";
  }

  /** Which way a column is sorted, for its heading. */
  public String sorted(String order) {
    if (!order.equals(form.getSort().name())) {
      return "none";
    }
    return form.getSort() == ListQuery.Sort.CHANGED ? "descending" : "ascending";
  }

  /** Status filter in words. */
  public String getStatusName() {
    return form.getStatus() == null ? "All, closed ones too" : form.getStatus().label();
  }

  /** Agency filter in words. */
  public String getFromName() {
    return new Words(caller.getOptions()).agency(form.getGiven().get("from"));
  }

  /** Strand filter in words. */
  public String getStrandName() {
    return form.getStrand() == null ? null : form.getStrand().label();
  }

  public String getAt() {
    return at;
  }

  public void setAt(String at) {
    this.at = at;
  }
}
