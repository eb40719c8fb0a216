package uk.concordat.web.incident;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import uk.concordat.access.DataClass;
import uk.concordat.incident.IncidentService;
import uk.concordat.incident.IncidentView;
import uk.concordat.web.London;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.referral.Words;

/** An incident, as much of it as its reader may see. */
@Named
@RequestScoped
public class IncidentRecordPage {
  @Inject IncidentService incidents;
  @Inject SignedInBean caller;
  private String ref;
  private IncidentView incident;

  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  /** Opens the page; a draft goes on instead. */
  public String open() {
    return getIncident().draft()
        ? "/incident/draft/check.xhtml?faces-redirect=true&ref=" + incident.reference()
        : null;
  }

  /** The incident. */
  public IncidentView getIncident() {
    if (incident == null) {
      incident = incidents.read(ref);
    }
    return incident;
  }

  /** Its codes in words. */
  public IncidentWords getWords() {
    return new IncidentWords(getIncident(), new Words(caller.getOptions()));
  }

  /** The agency that holds it. */
  public String getHolder() {
    return new Words(caller.getOptions()).agency(getIncident().agency());
  }

  /** The agency in which it was logged. */
  public String getOrigin() {
    return new Words(caller.getOptions()).agency(getIncident().origin());
  }

  /** Whether a data class is shown. */
  public boolean shows(String dataClass) {
    return getIncident().shown().contains(DataClass.valueOf(dataClass));
  }

  /** What the police decided, newest first. */
  public List<RecordingRow> getRecordings() {
    var words = new Words(caller.getOptions());
    return getIncident().recordings().stream().map(each -> new RecordingRow(each, words)).toList();
  }

  /** Whether the caller may decide how it is recorded. */
  public boolean isDecides() {
    return caller.isMayRecordIncidents();
  }

  /** When it was logged. */
  public String getLogged() {
    return London.dateTime(getIncident().loggedAt());
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }
}
