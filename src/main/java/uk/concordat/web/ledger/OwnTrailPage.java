package uk.concordat.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import uk.concordat.audit.TrailCursor;
import uk.concordat.oversight.Trail;
import uk.concordat.oversight.TrailEntry;
import uk.concordat.oversight.TrailService;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.London;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** What the reader opened and changed; its place is in the address, so that it can be kept. */
@Named
@RequestScoped
public class OwnTrailPage {
  private static final int ROWS = 25;

  @Inject TrailService trails;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  @Inject Clock clock;
  private String at;
  private Trail trail;

  /** Reads the page; a lost place starts again. */
  public void open() {
    trail = trails.own(place(at, errors), ROWS);
  }

  /** A place in an address; null for the newest. */
  static TrailCursor place(String at, ErrorsBean errors) {
    TrailCursor place = at == null ? null : TrailCursor.parse(at).orElse(null);
    if (at != null && place == null) {
      errors.say("", "That page of the ledger has moved. You see the newest.");
    }
    return place;
  }

  /** The place behind a page; null where the page was not full. */
  static String next(List<TrailEntry> entries, int rows) {
    if (entries.size() < rows) {
      return null;
    }
    TrailEntry last = entries.get(rows - 1);
    return new TrailCursor(last.at(), last.ordinal()).text();
  }

  /** Its entries by day. */
  public List<TrailDay> getDays() {
    var words = new TrailWords(new Words(caller.getOptions()));
    return TrailDay.of(
        trail.entries().stream()
            .map(entry -> new EntryRow(entry, trail.names(), words, false, true))
            .toList(),
        LocalDate.ofInstant(clock.instant(), London.ZONE));
  }

  /** How many are shown. */
  public int getShown() {
    return trail.entries().size();
  }

  /** The page after, or null. */
  public String getNext() {
    String next = next(trail.entries(), ROWS);
    return next == null ? null : "/ledger/own.xhtml?at=" + next;
  }

  public String getAt() {
    return at;
  }

  public void setAt(String at) {
    this.at = at;
  }
}
