package uk.concordat.web.incident;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import uk.concordat.incident.AlreadyLogged;
import uk.concordat.incident.IncidentDraftService;
import uk.concordat.incident.IncidentService;
import uk.concordat.incident.IncidentView;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.NotCovered;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** Shows an incident as it will be logged, and logs it. */
@Named
@RequestScoped
public class IncidentCheckPage {
  @Inject IncidentService incidents;
  @Inject IncidentDraftService drafts;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  private String ref;
  private String version = "";
  private IncidentView draft;

  /** The address is known before the view parameter is: a posted page asks early what it shows. */
  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  /** Opens the page; an incident that has been logged shows itself instead. */
  public String open() {
    version = getDraft().version();
    return draft.draft()
        ? null
        : "/incident/incident.xhtml?faces-redirect=true&ref=" + draft.reference();
  }

  /** Logs it, or says what is missing. */
  public String log() throws IOException {
    try {
      return "/incident/draft/logged.xhtml?faces-redirect=true&ref=" + drafts.log(ref, version);
    } catch (InvalidInput incomplete) {
      incomplete.errors().forEach(errors::add);
    } catch (NotCovered uncovered) {
      errors.add(new FieldError("agreement", uncovered.code()));
    } catch (StaleVersion | AlreadyLogged conflict) {
      PageAddress.changedMeanwhile();
    }
    return null;
  }

  /** The draft. */
  public IncidentView getDraft() {
    if (draft == null) {
      draft = incidents.read(ref);
    }
    return draft;
  }

  /** The draft in words. */
  public IncidentWords getWords() {
    return new IncidentWords(getDraft(), new Words(caller.getOptions()));
  }

  /** Where a question is changed; afterwards it comes back here. */
  public String change(String step) {
    return IncidentStep.valueOf(step).path(ref) + "&then=check";
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }

  public String getVersion() {
    return version;
  }

  public void setVersion(String version) {
    this.version = version;
  }
}
