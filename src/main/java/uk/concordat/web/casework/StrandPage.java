package uk.concordat.web.casework;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import uk.concordat.casework.CrimeService;
import uk.concordat.casework.Crimes;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.Strand;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/** Changes on what a crime is recorded as hate: one strand more, or one that was a mistake. */
@Named
@RequestScoped
public class StrandPage extends CaseworkForm {
  @Inject CrimeService crimes;
  private String crime;
  private String strand;
  private String change;
  private String mistake;

  @PostConstruct
  void named() {
    crime = PageAddress.parameter("crime");
  }

  /** Opens the form. */
  public void open() {
    Crimes known = crimes.of(getRef());
    boolean shown = known.crimes().stream().anyMatch(one -> one.id().toString().equals(crime));
    opened(known.reference(), known.version(), known.records() && shown);
  }

  @Override
  String latest() {
    return crimes.of(getRef()).version();
  }

  /** Keeps the change. */
  public String keep() throws IOException {
    var answers = new TypedAnswers();
    Strand chosen =
        TypedAnswers.blank(strand) == null
            ? null
            : answers.constant(Strand.class, strand, "strand", null);
    boolean mistaken = "MISTAKE".equals(change);
    if (!mistaken && !"ADD".equals(change)) {
      errors.add(new FieldError("restrand.change", "required"));
    }
    String why = mistaken ? (mistake == null ? "" : mistake) : null;
    return keep(
        answers,
        "restrand.",
        () -> crimes.restrand(getRef(), getVersion(), PageAddress.id(crime), chosen, why));
  }

  public String getCrime() {
    return crime;
  }

  public void setCrime(String crime) {
    this.crime = crime;
  }

  public String getStrand() {
    return strand;
  }

  public void setStrand(String strand) {
    this.strand = strand;
  }

  public String getChange() {
    return change;
  }

  public void setChange(String change) {
    this.change = change;
  }

  public String getMistake() {
    return mistake;
  }

  public void setMistake(String mistake) {
    this.mistake = mistake;
  }
}
