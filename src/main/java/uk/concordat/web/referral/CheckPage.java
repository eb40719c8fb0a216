package uk.concordat.web.referral;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.ImpossibleMove;
import uk.concordat.referral.NotCovered;
import uk.concordat.referral.ReferralMoves;
import uk.concordat.referral.ReferralService;
import uk.concordat.referral.ReferralState;
import uk.concordat.referral.ReferralView;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.London;
import uk.concordat.web.SignedInBean;

/** Shows a draft as it will leave the agency, and sends it. */
@Named
@RequestScoped
public class CheckPage {
  @Inject ReferralService referrals;
  @Inject ReferralMoves moves;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  private String ref;
  private long version;
  private String declaration;
  private ReferralView draft;

  /** The address is known before the view parameter is: a posted page asks early what it shows. */
  @PostConstruct
  void address() {
    ref =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("ref");
  }

  /** Opens the page; a referral that has been sent shows itself instead. */
  public String open() {
    draft = referrals.read(ref);
    version = draft.version();
    return draft.state() == ReferralState.DRAFT
        ? null
        : "/referral/referral.xhtml?faces-redirect=true&ref=" + draft.reference();
  }

  /** Sends it, or says what is missing. */
  public String send() throws IOException {
    if (!"true".equals(declaration)) {
      errors.add(new FieldError("declaration", "required"));
      return null;
    }
    try {
      moves.submit(ref, version, false);
      return "/referral/draft/sent.xhtml?faces-redirect=true&ref=" + ref;
    } catch (InvalidInput incomplete) {
      incomplete.errors().forEach(errors::add);
      return null;
    } catch (NotCovered uncovered) {
      uncovered.missing().stream()
          .map(piece -> new FieldError("agreement." + piece.field(), piece.code()))
          .forEach(errors::add);
      return null;
    } catch (StaleVersion | ImpossibleMove conflict) {
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .responseSendError(HttpServletResponse.SC_CONFLICT, null);
      FacesContext.getCurrentInstance().responseComplete();
      return null;
    }
  }

  /** The draft. */
  public ReferralView getDraft() {
    if (draft == null) {
      draft = referrals.read(ref);
    }
    return draft;
  }

  /** Its codes in words. */
  public Words getWords() {
    return new Words(caller.getOptions());
  }

  /** Where a question is changed; afterwards it comes back here. */
  public String change(String step) {
    return Step.valueOf(step).path(ref) + "&then=check";
  }

  /** When it was last saved. */
  public String getSavedAt() {
    return London.dateTime(getDraft().changedAt());
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }

  public long getVersion() {
    return version;
  }

  public void setVersion(long version) {
    this.version = version;
  }

  public String getDeclaration() {
    return declaration;
  }

  public void setDeclaration(String declaration) {
    this.declaration = declaration;
  }
}
