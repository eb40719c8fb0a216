package uk.concordat.web.incident;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import uk.concordat.incident.IncidentDraftService;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** Starts to log an incident. */
@Named
@RequestScoped
public class IncidentStartPage {
  @Inject IncidentDraftService drafts;
  @Inject SignedInBean caller;
  private List<IncidentRow> rows;

  /** Makes the draft and asks the first question. */
  public String start() {
    return "/incident/draft/what.xhtml?faces-redirect=true&ref=" + drafts.start().reference();
  }

  /** What the caller began and has not logged. */
  public List<IncidentRow> getDrafts() {
    if (rows == null) {
      var words = new Words(caller.getOptions());
      rows = drafts.drafts().stream().map(row -> new IncidentRow(row, words)).toList();
    }
    return rows;
  }
}
