package uk.concordat.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import uk.concordat.audit.TrailCursor;
import uk.concordat.oversight.TrailEntry;
import uk.concordat.referral.ReferralTrailService;
import uk.concordat.referral.Seen;
import uk.concordat.referral.SeenEntry;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.London;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** Who has seen a referral, for those who answer for it. */
@Named
@RequestScoped
public class SeenPage {
  private static final int ROWS = 25;

  @Inject ReferralTrailService trails;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  @Inject Clock clock;
  private String ref;
  private String at;
  private Seen seen;

  /** Reads the page; a lost place starts again. */
  public void open() {
    TrailCursor place = OwnTrailPage.place(at, errors);
    seen = trails.trail(ref, place, ROWS);
  }

  /** The referral. */
  public String getReference() {
    return seen.reference();
  }

  /** What was done, by day. */
  public List<TrailDay> getDays() {
    var words = new TrailWords(new Words(caller.getOptions()));
    return TrailDay.of(
        seen.entries().stream()
            .map(entry -> new EntryRow(entry(entry), Map.of(), words, false, opens(entry)))
            .toList(),
        LocalDate.ofInstant(clock.instant(), London.ZONE));
  }

  /** How many are shown. */
  public int getShown() {
    return seen.entries().size();
  }

  /** The page after, or null. */
  public String getNext() {
    if (seen.entries().size() < ROWS) {
      return null;
    }
    SeenEntry last = seen.entries().get(ROWS - 1);
    return "/ledger/seen.xhtml?ref="
        + seen.reference()
        + "&at="
        + new TrailCursor(last.at(), last.ordinal()).text();
  }

  /** Everybody may open their own, and governance what its agency's people did. */
  private boolean opens(SeenEntry entry) {
    String agency = caller.getOptions().own().code();
    return entry.mine()
        || caller.isMayGovern()
            && (entry.agency().equals(agency) || entry.recipients().contains(agency));
  }

  /** The whole page is about one record, so that no entry has to name it. */
  private static TrailEntry entry(SeenEntry seen) {
    return new TrailEntry(
        seen.ordinal(),
        seen.id(),
        seen.leaf(),
        seen.at(),
        seen.verb(),
        seen.action(),
        seen.permitted(),
        seen.reason(),
        null,
        seen.name(),
        seen.agency(),
        seen.role(),
        "referral",
        List.of(),
        null,
        seen.dataClasses(),
        seen.recipients(),
        seen.agreement(),
        seen.purpose(),
        null,
        List.of(),
        List.of(),
        null);
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }

  public String getAt() {
    return at;
  }

  public void setAt(String at) {
    this.at = at;
  }
}
