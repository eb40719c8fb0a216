package uk.concordat.web.casework;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import uk.concordat.casework.Crime;
import uk.concordat.casework.CrimeContent;
import uk.concordat.casework.CrimeCorrectionService;
import uk.concordat.casework.CrimeService;
import uk.concordat.casework.Crimes;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/** Corrects a crime: what is recorded is filled in, and why it was wrong is asked. */
@Named
@RequestScoped
public class CorrectPage extends CrimeForm {
  @Inject CrimeService crimes;
  @Inject CrimeCorrectionService corrections;
  private String crime;
  private String reason;

  @PostConstruct
  void named() {
    crime = PageAddress.parameter("crime");
  }

  /** Opens the form. */
  public void open() {
    Crimes known = crimes.of(getRef());
    Optional<Crime> found =
        known.crimes().stream()
            .filter(one -> one.id().toString().equals(crime) && one.detail() != null)
            .findFirst();
    opened(known.reference(), known.version(), known.records() && found.isPresent());
    fill(found.orElseThrow().content(), known.example());
  }

  @Override
  String latest() {
    return crimes.of(getRef()).version();
  }

  /** Keeps the correction. */
  public String keep() throws IOException {
    var answers = new TypedAnswers();
    CrimeContent content = typed(answers);
    return keep(
        answers,
        "crime.",
        () ->
            corrections.correct(
                getRef(),
                getVersion(),
                PageAddress.id(crime),
                content,
                TypedAnswers.blank(reason)));
  }

  public String getCrime() {
    return crime;
  }

  public void setCrime(String crime) {
    this.crime = crime;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
