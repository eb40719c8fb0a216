package uk.concordat.web.prosecution;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import uk.concordat.prosecution.Desk;
import uk.concordat.prosecution.DeskCursor;
import uk.concordat.prosecution.DeskItem;
import uk.concordat.prosecution.DeskService;
import uk.concordat.prosecution.DeskView;
import uk.concordat.web.ClockView;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.London;

/** The prosecutors' desk, what runs out first before the rest; the place is in the address. */
@Named
@RequestScoped
public class DeskPage {
  private static final int ROWS = 25;
  private static final String ADDRESS = "/prosecution/desk.xhtml?view=";

  @Inject DeskService service;
  @Inject ErrorsBean errors;
  @Inject Clock clock;
  private String view;
  private String at;
  private DeskView shown;
  private Desk desk;

  /** A list beside this one: its words, its address, and whether it is the one that is shown. */
  public record View(String label, String href, boolean here) {}

  /** A file: what runs out first, what else does, where it stands. */
  public record Row(
      String reference, ClockView time, List<String> others, List<String> tags, String risk) {}

  /** Reads the page; a lost place starts again, and an unknown list is that of the unit. */
  public void open() {
    shown =
        Arrays.stream(DeskView.values())
            .filter(one -> one.name().equals(view))
            .findFirst()
            .orElse(DeskView.UNIT);
    DeskCursor place = at == null ? null : DeskCursor.parse(at).orElse(null);
    if (at != null && place == null) {
      errors.say("", "That page of the list has moved. You see its beginning.");
    }
    desk = service.list(shown, place, ROWS);
  }

  /** The lists there are. */
  public List<View> getViews() {
    return Arrays.stream(DeskView.values())
        .map(one -> new View(one.label(), ADDRESS + one.name(), one == shown))
        .toList();
  }

  /** The files. */
  public List<Row> getRows() {
    var words = new DeskWords(LocalDate.now(clock.withZone(London.ZONE)));
    return desk.items().stream().map(item -> row(item, words)).toList();
  }

  private static Row row(DeskItem item, DeskWords words) {
    return new Row(
        item.reference(),
        words.clock(item),
        words.others(item),
        words.tags(item),
        words.risk(item));
  }

  /** What the list is called. */
  public String getHeading() {
    return shown.label();
  }

  /** How many files it has, and how many of them are on this page. */
  public String getShowing() {
    long count = desk.count();
    return (count == 1 ? "1 file" : count + " files")
        + ", "
        + desk.items().size()
        + " on this page";
  }

  /** What stands where there is none. */
  public String getNone() {
    return switch (shown) {
      case UNIT -> "No file waits for your unit. What the police submit and you see stands here.";
      case MINE -> "No file waits for you. What is assigned to you stands here.";
      case UNASSIGNED -> "Every file has somebody who works on it.";
      case WITH_POLICE -> "No file is back with the police.";
    };
  }

  /** The page after, or null. */
  public String getNext() {
    return desk.next().map(cursor -> ADDRESS + shown.name() + "&at=" + cursor.text()).orElse(null);
  }

  public String getView() {
    return view;
  }

  public void setView(String view) {
    this.view = view;
  }

  public String getAt() {
    return at;
  }

  public void setAt(String at) {
    this.at = at;
  }
}
