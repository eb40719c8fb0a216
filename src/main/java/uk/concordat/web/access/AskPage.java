package uk.concordat.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import uk.concordat.access.DataClass;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.referral.AccessRequestService;
import uk.concordat.web.ErrorsBean;

/** Asks for sight of a record; the answer is the same whether there is such a record or not. */
@Named
@RequestScoped
public class AskPage {
  @Inject AccessRequestService requests;
  @Inject ErrorsBean errors;
  private String ref;
  private String part;
  private String reference;
  private List<String> classes = List.of();
  private String purpose;
  private String why;
  private String duration;

  /**
   * Begins with what the address says, for those who come from a record.
   *
   * @throws uk.concordat.access.Refused where the caller's role asks for nothing
   */
  public void open() {
    requests.choices();
    reference = ref;
    classes = part == null ? List.of() : List.of(part);
  }

  /** Asks. */
  public String ask() {
    List<DataClass> wanted =
        getChoices().stream().filter(one -> classes.contains(one.name())).toList();
    try {
      return "/access/request.xhtml?faces-redirect=true&id="
          + requests.ask(reference, wanted, purpose, why, duration).id();
    } catch (InvalidInput invalid) {
      invalid.errors().stream()
          .map(error -> new FieldError("access." + error.field(), error.code()))
          .forEach(errors::add);
      return null;
    }
  }

  /** What can be asked for. */
  public List<DataClass> getChoices() {
    return requests.choices();
  }

  /** The reference that the address names, or null. */
  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }

  /** The part of the record that the address names, or null. */
  public String getPart() {
    return part;
  }

  public void setPart(String part) {
    this.part = part;
  }

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = reference;
  }

  public List<String> getClasses() {
    return classes;
  }

  public void setClasses(List<String> classes) {
    this.classes = classes;
  }

  public String getPurpose() {
    return purpose;
  }

  public void setPurpose(String purpose) {
    this.purpose = purpose;
  }

  public String getWhy() {
    return why;
  }

  public void setWhy(String why) {
    this.why = why;
  }

  public String getDuration() {
    return duration;
  }

  public void setDuration(String duration) {
    this.duration = duration;
  }
}
