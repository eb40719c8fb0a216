package uk.concordat.web.casework;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import uk.concordat.casework.Crime;
import uk.concordat.casework.CrimeMergeService;
import uk.concordat.casework.CrimeService;
import uk.concordat.casework.Crimes;
import uk.concordat.kernel.FieldError;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/** Says that a crime was recorded twice and which of them counts, or that it was not. */
@Named
@RequestScoped
public class MergePage extends CaseworkForm {
  /** What stands for no other crime. */
  private static final String OWN = "OWN";

  @Inject CrimeService crimes;
  @Inject CrimeMergeService merges;
  private String crime;
  private String into;
  private String reason;
  private Crimes known;

  @PostConstruct
  void named() {
    crime = PageAddress.parameter("crime");
  }

  /** Opens the form. */
  public void open() {
    boolean shown =
        known().crimes().stream()
            .anyMatch(one -> one.id().toString().equals(crime) && one.detail() != null);
    opened(known.reference(), known.version(), known.records() && shown);
  }

  private Crimes known() {
    if (known == null) {
      known = crimes.of(getRef());
    }
    return known;
  }

  @Override
  String latest() {
    return crimes.of(getRef()).version();
  }

  /** Keeps it. */
  public String keep() throws IOException {
    String chosen = TypedAnswers.blank(into);
    if (chosen == null) {
      errors.add(new FieldError("merge.into", "required"));
    }
    UUID other = chosen == null || chosen.equals(OWN) ? null : PageAddress.id(chosen);
    return keep(
        new TypedAnswers(),
        "merge.",
        () ->
            merges.merge(
                getRef(), getVersion(), PageAddress.id(crime), other, TypedAnswers.blank(reason)));
  }

  /** The other crimes of the referral that count. */
  public List<Crime> getOthers() {
    return known().crimes().stream()
        .filter(one -> !one.id().toString().equals(crime))
        .filter(one -> one.detail() != null && !one.detail().merged())
        .toList();
  }

  public String getCrime() {
    return crime;
  }

  public void setCrime(String crime) {
    this.crime = crime;
  }

  public String getInto() {
    return into;
  }

  public void setInto(String into) {
    this.into = into;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
