package uk.concordat.web.incident;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import uk.concordat.incident.IncidentRecordingService;
import uk.concordat.incident.IncidentService;
import uk.concordat.incident.IncidentView;
import uk.concordat.incident.RecordingContent;
import uk.concordat.incident.RecordingOption;
import uk.concordat.incident.Suspect;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.web.DateParts;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/**
 * Decides how an incident is recorded: first the way, then its tests, and who is suspected only
 * where that way lets them be named.
 */
@Named
@RequestScoped
public class RecordingPage {
  @Inject IncidentService incidents;
  @Inject IncidentRecordingService recordings;
  @Inject ErrorsBean errors;
  private String ref;
  private String decision;
  private String version = "";
  private List<String> tests = List.of();
  private String rationale;
  private DateParts reviewOn = new DateParts();
  private String name;
  private DateParts born = new DateParts();
  private String description;
  private List<RecordingOption> options;

  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
    decision = PageAddress.parameter("decision");
  }

  /** Opens either page. */
  public void open() {
    IncidentView incident = incidents.read(ref);
    ref = incident.reference();
    version = incident.version();
    name = incident.suspect().name();
    born = DateParts.of(incident.suspect().dateOfBirth());
    description = incident.suspect().description();
    getOptions();
  }

  /** Goes on with the way that was chosen. */
  public String choose() {
    if (TypedAnswers.blank(decision) == null) {
      errors.add(new FieldError("decision", "required"));
      return null;
    }
    return "/incident/record.xhtml?faces-redirect=true&ref=" + ref + "&decision=" + chosen().code();
  }

  /** Makes the decision. */
  public String record() throws IOException {
    var answers = new TypedAnswers();
    var suspect =
        new Suspect(
            TypedAnswers.blank(name),
            answers.date(born, "suspect.dateOfBirth", null),
            TypedAnswers.blank(description));
    var content =
        new RecordingContent(
            decision,
            tests,
            TypedAnswers.blank(rationale),
            answers.date(reviewOn, "reviewOn", null),
            suspect);
    answers.wrong().forEach(errors::add);
    try {
      if (!errors.isAny()) {
        recordings.record(ref, version, content);
        return "/incident/incident.xhtml?faces-redirect=true&ref=" + ref;
      }
    } catch (InvalidInput wrong) {
      wrong.errors().forEach(errors::add);
    } catch (StaleVersion conflict) {
      PageAddress.changedMeanwhile();
    }
    return null;
  }

  /** The ways that are open today. */
  public List<RecordingOption> getOptions() {
    if (options == null) {
      options = recordings.options();
    }
    return options;
  }

  /** The way that was chosen. */
  public RecordingOption chosen() {
    return getOptions().stream()
        .filter(option -> option.code().equals(decision))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }

  public String getDecision() {
    return decision;
  }

  public void setDecision(String decision) {
    this.decision = decision;
  }

  public String getVersion() {
    return version;
  }

  public void setVersion(String version) {
    this.version = version;
  }

  public List<String> getTests() {
    return tests;
  }

  public void setTests(List<String> tests) {
    this.tests = tests == null ? List.of() : tests;
  }

  public String getRationale() {
    return rationale;
  }

  public void setRationale(String rationale) {
    this.rationale = rationale;
  }

  public DateParts getReviewOn() {
    return reviewOn;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public DateParts getBorn() {
    return born;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }
}
