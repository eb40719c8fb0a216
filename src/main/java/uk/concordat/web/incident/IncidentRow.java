package uk.concordat.web.incident;

import uk.concordat.incident.IncidentState;
import uk.concordat.incident.IncidentSummary;
import uk.concordat.web.London;
import uk.concordat.web.referral.Words;

/** An incident in a list, in words. */
public class IncidentRow {
  private final IncidentSummary incident;
  private final Words words;

  IncidentRow(IncidentSummary incident, Words words) {
    this.incident = incident;
    this.words = words;
  }

  /** Its reference. */
  public String getReference() {
    return incident.reference();
  }

  /** Where it opens. */
  public String getHref() {
    return incident.state() == IncidentState.DRAFT
        ? IncidentStep.check(incident.reference())
        : "/incident/incident.xhtml?ref=" + incident.reference();
  }

  /** The person, or what stands for them. */
  public String getPerson() {
    if (incident.personKnown() == null) {
      return "Not given";
    }
    return incident.personKnown() && incident.name() != null ? incident.name() : "Nobody named";
  }

  /** Kind of incident. */
  public String getCategory() {
    return incident.category() == null ? "Not given" : words.label("category", incident.category());
  }

  /** What somebody was targeted for. */
  public String getStrands() {
    return incident.strands().isEmpty() ? "Not given" : words.targeted(incident.strands());
  }

  /** That it has happened before, as was reported or somebody found; else null. */
  public String getRepeat() {
    return Boolean.TRUE.equals(incident.repeat()) || incident.repeatLinked() ? "Repeat" : null;
  }

  /** When it was logged, or last saved. */
  public String getAt() {
    return London.dateTime(
        incident.loggedAt() == null ? incident.changedAt() : incident.loggedAt());
  }
}
