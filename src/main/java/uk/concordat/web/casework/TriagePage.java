package uk.concordat.web.casework;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.concordat.casework.Triage;
import uk.concordat.casework.TriageContent;
import uk.concordat.casework.TriageService;
import uk.concordat.casework.Triages;
import uk.concordat.kernel.Strand;
import uk.concordat.kernel.Urgency;
import uk.concordat.web.TypedAnswers;

/** Triages a referral; an earlier triage is filled in. */
@Named
@RequestScoped
public class TriagePage extends CaseworkForm {
  @Inject TriageService triages;
  private String hateRelated;
  private List<String> strands = List.of();
  private String urgency;
  private String reason;
  private List<String> redFlags = List.of();
  private String nextStep;

  /** Opens the form. */
  public void open() {
    Triages known = triages.of(getRef());
    opened(known.reference(), known.version(), known.triages());
    urgency = known.urgency() == null ? null : known.urgency().name();
    known.items().stream().findFirst().ifPresent(this::fill);
  }

  private void fill(Triage last) {
    hateRelated = String.valueOf(last.hateRelated());
    strands = last.strands().stream().map(Strand::name).toList();
    redFlags = last.redFlags();
    nextStep = last.nextStep();
  }

  @Override
  String latest() {
    return triages.of(getRef()).version();
  }

  /** Keeps it. */
  public String keep() throws IOException {
    var answers = new TypedAnswers();
    Set<Strand> chosen = EnumSet.noneOf(Strand.class);
    strands.forEach(
        code -> chosen.add(answers.constant(Strand.class, code, "strands", Strand.UNK)));
    var content =
        new TriageContent(
            answers.yesOrNo(hateRelated, "hateRelated", null),
            chosen,
            TypedAnswers.blank(urgency) == null
                ? null
                : answers.constant(Urgency.class, urgency, "urgency", null),
            TypedAnswers.blank(reason),
            redFlags,
            TypedAnswers.blank(nextStep));
    return keep(answers, "triage.", () -> triages.triage(getRef(), getVersion(), content));
  }

  public String getHateRelated() {
    return hateRelated;
  }

  public void setHateRelated(String hateRelated) {
    this.hateRelated = hateRelated;
  }

  public List<String> getStrands() {
    return strands;
  }

  public void setStrands(List<String> strands) {
    this.strands = strands == null ? List.of() : strands;
  }

  public String getUrgency() {
    return urgency;
  }

  public void setUrgency(String urgency) {
    this.urgency = urgency;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public List<String> getRedFlags() {
    return redFlags;
  }

  public void setRedFlags(List<String> redFlags) {
    this.redFlags = redFlags == null ? List.of() : redFlags;
  }

  public String getNextStep() {
    return nextStep;
  }

  public void setNextStep(String nextStep) {
    this.nextStep = nextStep;
  }
}
