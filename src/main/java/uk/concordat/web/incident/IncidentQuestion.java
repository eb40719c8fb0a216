package uk.concordat.web.incident;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.concordat.incident.AlreadyLogged;
import uk.concordat.incident.IncidentContent;
import uk.concordat.incident.IncidentDraftService;
import uk.concordat.incident.IncidentService;
import uk.concordat.incident.IncidentView;
import uk.concordat.incident.KeptIncident;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.London;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/**
 * One question of an incident: shows what is stored, saves what is typed, and goes on when it is
 * answered. What is wrong stays on the page as typed and does not keep the rest from being saved.
 */
public abstract class IncidentQuestion {
  @Inject IncidentService incidents;
  @Inject IncidentDraftService drafts;
  @Inject ErrorsBean errors;

  /** Reads what was typed. */
  protected final TypedAnswers answers = new TypedAnswers();

  private String ref;
  private String version = "";
  private String savedAt;
  private String then;

  /** Which question this is. */
  public abstract IncidentStep getStep();

  /** Takes from the stored draft what the page shows. */
  protected abstract void show(IncidentContent content);

  /** Puts what was typed into the draft. */
  protected abstract IncidentContent merge(IncidentContent content);

  /** Opens the page; an incident that has been logged shows itself instead. */
  public String open() {
    IncidentView draft = incidents.read(ref);
    if (!draft.draft()) {
      return "/incident/incident.xhtml?faces-redirect=true&ref=" + draft.reference();
    }
    ref = draft.reference();
    kept(draft);
    show(draft.content());
    return null;
  }

  /** Saves and goes on, unless something is missing or wrong. */
  public String next() throws IOException {
    try {
      KeptIncident kept = keep();
      List<FieldError> wrong = wrong(kept);
      wrong.addAll(kept.missing());
      wrong.stream()
          .filter(error -> getStep().fields().contains(error.field()))
          .sorted(Comparator.comparing(error -> getStep().fields().indexOf(error.field())))
          .forEach(errors::add);
    } catch (StaleVersion | AlreadyLogged conflict) {
      PageAddress.changedMeanwhile();
      return null;
    }
    if (!errors.isAny()) {
      external().redirect(checking() ? IncidentStep.check(ref) : getStep().after(ref));
      FacesContext.getCurrentInstance().responseComplete();
    }
    return null;
  }

  /**
   * Saves in the background while somebody types; answers a status, the new version, and whether
   * everything on the page could be saved.
   */
  public String save() {
    ExternalContext answer = external();
    try {
      KeptIncident kept = keep();
      answer.setResponseStatus(HttpServletResponse.SC_NO_CONTENT);
      answer.setResponseHeader("X-Version", kept.draft().version());
      answer.setResponseHeader("X-Saved", wrong(kept).isEmpty() ? "all" : "part");
    } catch (StaleVersion | AlreadyLogged conflict) {
      answer.setResponseStatus(HttpServletResponse.SC_CONFLICT);
    }
    FacesContext.getCurrentInstance().responseComplete();
    return null;
  }

  private KeptIncident keep() {
    KeptIncident kept = drafts.keep(ref, version, this::merge);
    kept(kept.draft());
    return kept;
  }

  private void kept(IncidentView draft) {
    version = draft.version();
    savedAt = London.time(draft.changedAt().atZone(London.ZONE).toLocalTime());
  }

  private List<FieldError> wrong(KeptIncident kept) {
    List<FieldError> wrong = new ArrayList<>(answers.wrong());
    wrong.addAll(kept.refused());
    return wrong;
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }

  private boolean checking() {
    return "check".equals(then);
  }

  /** Where the back link leads. */
  public String getBack() {
    if (checking()) {
      return IncidentStep.check(ref);
    }
    return getStep().before() == null ? "/incident/start.xhtml" : getStep().before().path(ref);
  }

  /** What the back link leads to. */
  public String getBackTo() {
    if (checking()) {
      return "your answers";
    }
    return getStep().before() == null ? "the start" : getStep().before().topic();
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

  /** Where to go afterwards: {@code check}, or null for the next question. */
  public String getThen() {
    return then;
  }

  public void setThen(String then) {
    this.then = then;
  }

  /** When the draft was last saved. */
  public String getSavedAt() {
    return savedAt;
  }

  /** How many questions there are. */
  public int getOf() {
    return IncidentStep.values().length;
  }

  /** Which of them this is; 1 for the first. */
  public int getNumber() {
    return getStep().ordinal() + 1;
  }
}
