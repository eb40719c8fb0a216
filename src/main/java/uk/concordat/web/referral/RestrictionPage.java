package uk.concordat.web.referral;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import uk.concordat.agency.StaffMember;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.referral.ReferralAccessService;
import uk.concordat.referral.Restriction;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;

/** A referral for named people only: naming them, and lifting it. */
@Named
@RequestScoped
public class RestrictionPage {
  @Inject ReferralAccessService access;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  private String ref;
  private List<String> names;
  private Restriction restriction;

  /** The address is known before the view parameter is: a posted page asks early what it shows. */
  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  /** Opens the page with those who are named now. */
  public void open() {
    names = getRestriction().named();
    ref = getRestriction().reference();
  }

  /** Opens the question whether to lift it. */
  public void openLift() {
    open();
    if (!getRestriction().restricted()) {
      throw new NotFound();
    }
  }

  /** Restricts it to these people. */
  public String restrict() {
    try {
      access.restrict(ref, names == null ? List.of() : names);
      return record();
    } catch (InvalidInput invalid) {
      invalid.errors().stream()
          .map(error -> new FieldError("restriction." + error.field(), error.code()))
          .forEach(errors::add);
      return null;
    }
  }

  /** Lifts it. */
  public String lift() {
    access.unrestrict(ref);
    return record();
  }

  private String record() {
    return "/referral/referral.xhtml?faces-redirect=true&ref=" + ref;
  }

  /** Who is named, and who could be. */
  public Restriction getRestriction() {
    if (restriction == null) {
      restriction = access.restriction(ref);
    }
    return restriction;
  }

  /** The role of a colleague in words. */
  public String role(StaffMember colleague) {
    return caller.getOptions().roleNames().get(colleague.role());
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }

  public List<String> getNames() {
    return names;
  }

  public void setNames(List<String> names) {
    this.names = names;
  }
}
