package uk.concordat.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import uk.concordat.agency.Agency;
import uk.concordat.agreement.AgreementService;
import uk.concordat.kernel.FieldError;
import uk.concordat.web.ErrorsBean;

/** With whom is the agreement to be? */
@Named
@RequestScoped
public class AgreementStartPage {
  @Inject AgreementService agreements;
  @Inject ErrorsBean errors;
  private String other;

  /** Goes on to the terms. */
  public String next() {
    if (getPartners().stream().noneMatch(agency -> agency.code().equals(other))) {
      errors.add(new FieldError("other.agency", other == null ? "required" : "unknown"));
      return null;
    }
    return "/agreement/propose.xhtml?faces-redirect=true&with=" + other;
  }

  /** Agencies to choose from. */
  public List<Agency> getPartners() {
    return agreements.partners();
  }

  public String getOther() {
    return other;
  }

  public void setOther(String other) {
    this.other = other;
  }
}
