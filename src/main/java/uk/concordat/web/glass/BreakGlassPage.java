package uk.concordat.web.glass;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import uk.concordat.access.DataClass;
import uk.concordat.access.Glass;
import uk.concordat.access.StepUpNeeded;
import uk.concordat.access.StepUpService;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.referral.BreakGlassService;
import uk.concordat.referral.GuardRefused;
import uk.concordat.web.ErrorsBean;

/**
 * Opens a record in an emergency. Nobody types anything before they have proved who they are, and
 * what they typed is kept whatever is wrong.
 */
@Named
@RequestScoped
public class BreakGlassPage {
  @Inject BreakGlassService breakGlass;
  @Inject StepUpService stepUp;
  @Inject ErrorsBean errors;
  private String ref;
  private String reference;
  private List<String> classes = List.of();
  private String reason;
  private String text;

  /**
   * Shows the form to somebody who has just proved who they are, and sends everybody else there.
   *
   * @throws uk.concordat.access.Refused where the caller may not break the glass at all
   */
  public void open() throws IOException {
    breakGlass.choices();
    if (!stepUp.fresh()) {
      ExternalContext out = FacesContext.getCurrentInstance().getExternalContext();
      String here = "/glass/break.xhtml" + (ref == null ? "" : "?ref=" + encoded(ref));
      out.redirect(out.getRequestContextPath() + "/step-up?to=" + encoded(here));
    }
    reference = ref;
  }

  /** Breaks the glass, or says that nothing was opened: the same for every cause. */
  public String breakIt() {
    List<DataClass> wanted =
        getChoices().stream().filter(one -> classes.contains(one.name())).toList();
    try {
      Optional<Glass> glass = breakGlass.open(reference, wanted, reason, text);
      if (glass.isPresent()) {
        return "/glass/glass.xhtml?faces-redirect=true&id=" + glass.get().id();
      }
      errors.add(new FieldError("glass.reference", "nothing-opened"));
    } catch (InvalidInput invalid) {
      invalid.errors().stream()
          .map(error -> new FieldError("glass." + error.field(), error.code()))
          .forEach(errors::add);
    } catch (StepUpNeeded again) {
      errors.add(new FieldError("glass.proof", "required"));
    } catch (GuardRefused stopped) {
      errors.add(new FieldError("glass.reference", stopped.code()));
    }
    return null;
  }

  /** What can be opened. */
  public List<DataClass> getChoices() {
    return breakGlass.choices();
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8);
  }

  /** The reference that the address names, or null. */
  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
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

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
