package uk.concordat.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.concordat.agency.StaffPost;
import uk.concordat.audit.SecurityEvent;
import uk.concordat.oversight.SecurityEntry;
import uk.concordat.oversight.SecurityLogService;
import uk.concordat.oversight.SecurityQuery;
import uk.concordat.oversight.TrailService;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** The security log, for information governance; filters and place are all in the address. */
@Named
@RequestScoped
public class SecurityPage {
  private static final int ROWS = 25;

  @Inject SecurityLogService log;
  @Inject TrailService trails;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  private final TrailForm form = new TrailForm("/ledger/security.xhtml");
  private String at;
  private List<SecurityEntry> events;

  /** Reads the page; a filter that is none is told and left out, a lost place starts again. */
  public void open() {
    events =
        log.events(
            new SecurityQuery(
                form.read("kind", errors, SecurityPage::kind),
                form.read("who", errors, TrailForm::identity),
                form.since(errors),
                form.until(errors),
                OwnTrailPage.place(at, errors),
                ROWS));
  }

  private static Optional<SecurityEvent> kind(String code) {
    return Arrays.stream(SecurityEvent.values()).filter(one -> one.name().equals(code)).findFirst();
  }

  /** The rows. */
  public List<SecurityRow> getRows() {
    var words = new Words(caller.getOptions());
    return events.stream().map(event -> new SecurityRow(event, words)).toList();
  }

  /** The kinds of events, by code, in words. */
  public List<Map.Entry<String, String>> getKinds() {
    return Arrays.stream(SecurityEvent.values())
        .map(kind -> Map.entry(kind.name(), SecurityRow.kind(kind)))
        .sorted(Map.Entry.comparingByValue())
        .toList();
  }

  /** Colleagues by whom it can be narrowed. */
  public List<StaffPost> getColleagues() {
    return trails.colleagues();
  }

  /** The page after, or null. */
  public String getNext() {
    if (events.size() < ROWS) {
      return null;
    }
    SecurityEntry last = events.get(ROWS - 1);
    return form.address("at", last.cursor().text());
  }

  /** The newest page, for whoever turned pages; else null. */
  public String getNewest() {
    return at == null ? null : form.address("at", "");
  }

  /** What narrows it. */
  public TrailForm getForm() {
    return form;
  }

  public String getAt() {
    return at;
  }

  public void setAt(String at) {
    this.at = at;
  }
}
