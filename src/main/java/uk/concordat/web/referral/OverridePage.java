package uk.concordat.web.referral;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.ConsentOverrideService;
import uk.concordat.referral.PendingOverride;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.London;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;

/** Somebody who may answers for sharing a colleague's draft without agreement. */
@Named
@RequestScoped
public class OverridePage {
  @Inject ConsentOverrideService overrides;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  private String ref;
  private String version = "";
  private String reference;
  private String reason;
  private PendingOverride pending;

  /** The address is known before the view parameter is: a posted page asks early what it shows. */
  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  /** Opens the page: on the draft of the address, or to ask for a reference. */
  public void open() {
    if (ref != null) {
      version = getPending().version();
    }
  }

  /** Goes to the draft of the reference that was typed. */
  public String find() {
    try {
      return "/referral/override.xhtml?faces-redirect=true&ref="
          + overrides.read(reference).reference();
    } catch (NotFound nothing) {
      errors.add(
          new FieldError("draft.reference", blank(reference) ? "required" : "nothing-to-override"));
      return null;
    }
  }

  /** Answers for it. */
  public String answer() throws IOException {
    try {
      overrides.override(ref, version, blank(reason) ? null : reason);
      return "/referral/override.xhtml?faces-redirect=true&ref=" + ref;
    } catch (InvalidInput invalid) {
      invalid.errors().stream()
          .map(error -> new FieldError("override." + error.field(), error.code()))
          .forEach(errors::add);
    } catch (StaleVersion changed) {
      PageAddress.changedMeanwhile();
    }
    return null;
  }

  private static boolean blank(String typed) {
    return typed == null || typed.isBlank();
  }

  /** What is asked, or null while no draft was named. */
  public PendingOverride getPending() {
    if (pending == null && ref != null) {
      pending = overrides.read(ref);
    }
    return pending;
  }

  /** Whether somebody has answered for it already. */
  public boolean isAnswered() {
    return getPending() != null && getPending().role() != null;
  }

  /** Who answered for it and when, in words. */
  public String getAnswered() {
    return getWords().who(getPending().role(), getPending().from())
        + ", "
        + London.dateTime(getPending().at());
  }

  /** Codes in words. */
  public Words getWords() {
    return new Words(caller.getOptions());
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }

  public String getVersion() {
    return version;
  }

  public void setVersion(String version) {
    this.version = version;
  }

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = reference;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
