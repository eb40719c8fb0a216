package uk.concordat.web.prosecution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import uk.concordat.kernel.Urgency;
import uk.concordat.prosecution.DeskItem;
import uk.concordat.prosecution.DeskLimit;
import uk.concordat.prosecution.ReviewState;
import uk.concordat.web.ClockView;
import uk.concordat.web.London;

/**
 * Says of a file on the desk what runs out, and when.
 *
 * @param today in London
 */
record DeskWords(LocalDate today) {
  private static final int SOON = 3;

  /** The limit by which the file stands where it stands; null where nothing runs. */
  ClockView clock(DeskItem item) {
    return item.first(today)
        .map(one -> ClockView.said(tone(one), name(one), left(one)))
        .orElse(null);
  }

  /** A sentence for everything else that runs or is over, in the order in which it ends. */
  List<String> others(DeskItem item) {
    DeskLimit first = item.first(today).orElse(null);
    List<String> others = new ArrayList<>();
    item.limits().stream()
        .filter(one -> !one.equals(first))
        .sorted(Comparator.comparing(DeskLimit::ends))
        .forEach(one -> others.add(name(one) + ": " + left(one) + "."));
    if (item.lapsed() != null) {
      others.add(
          "A summary-only charge could be begun until "
              + London.date(item.lapsed())
              + ": too late now.");
    }
    return others;
  }

  /** Where the review stands, and how soon it has to be decided. */
  List<String> tags(DeskItem item) {
    List<String> tags =
        new ArrayList<>(item.states().stream().map(ReviewState::label).distinct().toList());
    tags.add(item.priority().label());
    tags.add(item.assigned().label());
    return tags;
  }

  /** The risk where it is more than standard; empty where it is not. */
  String risk(DeskItem item) {
    return item.urgency() == Urgency.STANDARD ? "" : item.urgency().label();
  }

  private String tone(DeskLimit one) {
    long days = one.daysLeft(today);
    if (days < 0) {
      return "late";
    }
    return days <= SOON ? "today" : "ok";
  }

  private static String name(DeskLimit one) {
    return one.step() == null
        ? one.kind().label()
        : one.kind().label() + ": " + one.step().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private String left(DeskLimit one) {
    long days = one.daysLeft(today);
    String day = London.date(one.lastDay());
    if (days < 0) {
      return "ended " + plural(-days) + " ago, on " + day;
    }
    if (days == 0) {
      return "ends today, " + day;
    }
    return days == 1 ? "1 day left, ends tomorrow, " + day : plural(days) + " left, ends " + day;
  }

  private static String plural(long days) {
    return days == 1 ? "1 day" : days + " days";
  }
}
