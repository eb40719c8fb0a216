package uk.concordat.web.casework;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import uk.concordat.agency.Agency;
import uk.concordat.casework.Measure;
import uk.concordat.casework.MeasureChange;
import uk.concordat.casework.MeasureContent;
import uk.concordat.casework.SafetyPlan;
import uk.concordat.casework.SafetyPlanService;
import uk.concordat.kernel.NotFound;
import uk.concordat.web.DateParts;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.TypedAnswers;

/** Plans a measure, or says what became of one. */
@Named
@RequestScoped
public class MeasurePage extends CaseworkForm {
  @Inject SafetyPlanService plans;
  @Inject SignedInBean caller;
  private String number;
  private String kind;
  private String detail;
  private String agency;
  private String owner;
  private DateParts dueOn = new DateParts();
  private String readable;
  private String status;
  private String outcome;
  private DateParts sharedOn = new DateParts();

  @PostConstruct
  void named() {
    number = PageAddress.parameter("number");
  }

  /** Opens the form of a new one. */
  public void open() {
    opened();
  }

  /** Opens the form of one that is planned. */
  public void openPlanned() {
    fill(named(opened()).orElseThrow(NotFound::new));
  }

  private SafetyPlan opened() {
    SafetyPlan plan = plans.of(getRef());
    opened(plan.reference(), plan.version(), plan.keeps());
    return plan;
  }

  private Optional<Measure> named(SafetyPlan plan) {
    return plan.measures().stream()
        .filter(measure -> String.valueOf(measure.number()).equals(number))
        .findFirst();
  }

  @Override
  String latest() {
    return plans.of(getRef()).version();
  }

  private void fill(Measure measure) {
    status = measure.status().name();
    outcome = measure.outcome();
    readable = String.valueOf(measure.readable());
    sharedOn = DateParts.of(measure.sharedOn());
  }

  /** What was planned; null where no such measure is shown. */
  public String getPlanned() {
    return named(plans.of(getRef())).map(Measure::detail).orElse(null);
  }

  /** Adds it to the plan. */
  public String add() throws IOException {
    var answers = new TypedAnswers();
    var content =
        new MeasureContent(
            TypedAnswers.blank(kind),
            TypedAnswers.blank(detail),
            TypedAnswers.blank(agency),
            TypedAnswers.blank(owner),
            answers.date(dueOn, "dueOn", null),
            answers.yesOrNo(readable, "readable", null));
    return keep(answers, "measure.", () -> plans.add(getRef(), getVersion(), content));
  }

  /** Keeps what became of it. */
  public String change() throws IOException {
    var answers = new TypedAnswers();
    var change =
        new MeasureChange(
            TypedAnswers.blank(status) == null
                ? null
                : answers.constant(Measure.Status.class, status, "status", null),
            TypedAnswers.blank(outcome),
            answers.yesOrNo(readable, "readable", null),
            answers.date(sharedOn, "sharedOn", null));
    return keep(answers, "measure.", () -> plans.change(getRef(), getVersion(), number, change));
  }

  /** Agencies that could see to it. */
  public List<Agency> getAgencies() {
    return caller.getOptions().agencies().values().stream()
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .toList();
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public String getDetail() {
    return detail;
  }

  public void setDetail(String detail) {
    this.detail = detail;
  }

  public String getAgency() {
    return agency;
  }

  public void setAgency(String agency) {
    this.agency = agency;
  }

  public String getOwner() {
    return owner;
  }

  public void setOwner(String owner) {
    this.owner = owner;
  }

  public DateParts getDueOn() {
    return dueOn;
  }

  public String getReadable() {
    return readable;
  }

  public void setReadable(String readable) {
    this.readable = readable;
  }

  public String getStatus() {
    return status;
  }

  public void setStatus(String status) {
    this.status = status;
  }

  public String getOutcome() {
    return outcome;
  }

  public void setOutcome(String outcome) {
    this.outcome = outcome;
  }

  public DateParts getSharedOn() {
    return sharedOn;
  }
}
