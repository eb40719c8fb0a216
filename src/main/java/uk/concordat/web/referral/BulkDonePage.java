package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.concordat.queue.BulkItem;
import uk.concordat.queue.BulkMove;
import uk.concordat.queue.BulkRun;
import uk.concordat.queue.BulkService;
import uk.concordat.referral.Chosen;
import uk.concordat.referral.ChosenService;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;

/** What became of each of many referrals: which are done, and of the others why not. */
@Named
@RequestScoped
public class BulkDonePage {
  private static final String UNSEEN = "not-found";

  @Inject BulkService bulk;
  @Inject ChosenService chosen;
  @Inject SignedInBean caller;
  @Inject Clock clock;
  private String id;
  private String list;
  private BulkRun run;
  private Map<String, Chosen> seen;

  /**
   * One of them.
   *
   * @param href null where the caller does not see it
   * @param person whom it is about, after a comma; empty where the caller does not see that
   * @param words how it stands, or why it was not done
   */
  public record Line(String reference, String href, String person, String words) {}

  /** Reads it. */
  public void open() {
    run = bulk.result(PageAddress.id(id));
    seen =
        chosen
            .of(
                run.items().stream()
                    .filter(item -> !UNSEEN.equals(item.outcome()))
                    .map(BulkItem::reference)
                    .toList())
            .stream()
            .collect(Collectors.toMap(one -> one.row().reference(), Function.identity()));
  }

  /** What was done, in a few words. */
  public String getHeading() {
    int done = getDone().size();
    int all = run.items().size();
    return (done == 0 ? "None" : all == 1 ? "1" : done == all ? "All " + done : done + " of " + all)
        + (run.move() == BulkMove.ACKNOWLEDGE ? " acknowledged" : " assigned");
  }

  /** Those of which the move was made. */
  public List<Line> getDone() {
    return run.items().stream()
        .filter(BulkItem::done)
        .map(item -> line(item, about(item)))
        .toList();
  }

  /** Those of which it was not, and why. */
  public List<Line> getFailed() {
    return run.items().stream()
        .filter(item -> !item.done() && item.outcome() != null)
        .map(item -> line(item, why(item)))
        .toList();
  }

  /** Those whose turn has not come. */
  public List<Line> getWaiting() {
    return run.items().stream()
        .filter(item -> item.outcome() == null)
        .map(item -> line(item, about(item)))
        .toList();
  }

  private Line line(BulkItem item, String words) {
    Chosen one = seen.get(item.reference());
    if (one == null) {
      return new Line(item.reference(), null, "", words);
    }
    var row = new Row(one.row(), new Words(caller.getOptions()), clock.instant());
    return new Line(item.reference(), row.getHref(), ", " + row.getPerson(), words);
  }

  private String about(BulkItem item) {
    Chosen one = seen.get(item.reference());
    if (one == null) {
      return "";
    }
    String with = one.row().assigneeName();
    String state = one.row().state().label();
    return run.move() == BulkMove.ASSIGN && item.done() && with != null
        ? "Now with " + with
        : state;
  }

  private String why(BulkItem item) {
    boolean acknowledging = run.move() == BulkMove.ACKNOWLEDGE;
    return switch (item.outcome()) {
      case "changed" -> "Somebody changed it after you chose it. Open it and look again.";
      case "impossible" ->
          (acknowledging ? "You cannot acknowledge it now." : "You cannot give it to anybody now.")
              + (about(item).isEmpty() ? "" : " Its status: " + about(item) + ".");
      case UNSEEN -> "There is no such referral that you may see.";
      case "forbidden" -> "Your role does not do this.";
      case "unknown" -> "The colleague you chose cannot be given this one.";
      case "has-it" -> "The colleague you chose has it already.";
      default -> "Something went wrong here, and nothing was changed. Try it again.";
    };
  }

  /** Where the list is that they were chosen from. */
  public String getBack() {
    return ListForm.addressOfKept(list);
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getList() {
    return list;
  }

  public void setList(String list) {
    this.list = list;
  }
}
