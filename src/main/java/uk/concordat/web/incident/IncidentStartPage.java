package uk.concordat.web.incident;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import uk.concordat.incident.IncidentDraftService;

/** Starts to log an incident. */
@Named
@RequestScoped
public class IncidentStartPage {
  @Inject IncidentDraftService drafts;

  /** Makes the draft and asks the first question. */
  public String start() {
    return "/incident/draft/what.xhtml?faces-redirect=true&ref=" + drafts.start().reference();
  }
}
