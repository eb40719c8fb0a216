package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.referral.ReferralExclusionService;
import uk.concordat.web.ErrorsBean;

/** Somebody says that they have a part in a referral, and is excluded from it. */
@Named
@RequestScoped
public class DeclarePage {
  @Inject ReferralExclusionService exclusions;
  @Inject ErrorsBean errors;
  private String ref;
  private String after;
  private String reason;

  /** Opens the page. */
  public void open() {
    ref = exclusions.open(ref);
  }

  /** Excludes the caller; the page that follows says so without the record, which they lost. */
  public String declare() {
    try {
      exclusions.declare(ref, reason);
      return "/referral/declared.xhtml?faces-redirect=true";
    } catch (InvalidInput invalid) {
      invalid.errors().stream()
          .map(error -> new FieldError("conflict." + error.field(), error.code()))
          .forEach(errors::add);
      return null;
    }
  }

  /** Whether they come from an acknowledgement, which was not made. */
  public boolean isAcknowledging() {
    return "acknowledge".equals(after);
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }

  public String getAfter() {
    return after;
  }

  public void setAfter(String after) {
    this.after = after;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
