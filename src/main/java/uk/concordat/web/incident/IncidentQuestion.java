package uk.concordat.web.incident;

import jakarta.inject.Inject;
import java.util.List;
import uk.concordat.incident.AlreadyLogged;
import uk.concordat.incident.IncidentContent;
import uk.concordat.incident.IncidentDraftService;
import uk.concordat.incident.IncidentService;
import uk.concordat.incident.IncidentView;
import uk.concordat.incident.KeptIncident;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.web.DraftQuestion;

/** One question of an incident. */
public abstract class IncidentQuestion extends DraftQuestion {
  @Inject IncidentService incidents;
  @Inject IncidentDraftService drafts;

  /** Which question this is. */
  public abstract IncidentStep getStep();

  /** Takes from the stored draft what the page shows. */
  protected abstract void show(IncidentContent content);

  /** Puts what was typed into the draft. */
  protected abstract IncidentContent merge(IncidentContent content);

  /** Opens the page; an incident that has been logged shows itself instead. */
  public String open() {
    IncidentView draft = incidents.read(getRef());
    if (!draft.draft()) {
      return "/incident/incident.xhtml?faces-redirect=true&ref=" + draft.reference();
    }
    opened(draft.reference(), draft.version(), draft.changedAt());
    show(draft.content());
    return null;
  }

  @Override
  protected Saved keep() {
    try {
      KeptIncident kept = drafts.keep(getRef(), getVersion(), this::merge);
      IncidentView draft = kept.draft();
      return new Saved(draft.version(), draft.changedAt(), kept.refused(), kept::missing);
    } catch (AlreadyLogged logged) {
      throw new StaleVersion();
    }
  }

  @Override
  protected List<String> fields() {
    return getStep().fields();
  }

  @Override
  protected String checked() {
    return IncidentStep.check(getRef());
  }

  @Override
  protected String after() {
    return getStep().after(getRef());
  }

  @Override
  protected String before() {
    return getStep().before() == null ? "/incident/start.xhtml" : getStep().before().path(getRef());
  }

  @Override
  protected String beforeTopic() {
    return getStep().before() == null ? "the start" : getStep().before().topic();
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
