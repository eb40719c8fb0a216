package uk.concordat.web.referral;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import uk.concordat.access.DataClass;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.Compartment;
import uk.concordat.referral.DraftService;
import uk.concordat.referral.ImpossibleMove;
import uk.concordat.referral.NotCovered;
import uk.concordat.referral.OverrideNeeded;
import uk.concordat.referral.ReferralService;
import uk.concordat.referral.ReferralState;
import uk.concordat.referral.ReferralView;
import uk.concordat.referral.SendingMoves;
import uk.concordat.referral.Sharing;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.London;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;

/** Shows a draft as it will leave the agency, and sends it. */
@Named
@RequestScoped
public class CheckPage {
  @Inject ReferralService referrals;
  @Inject DraftService drafts;
  @Inject SendingMoves moves;
  @Inject SignedInBean caller;
  @Inject ErrorsBean errors;
  private String ref;
  private String version = "";
  private String declaration;
  private ReferralView draft;
  private Sharing sharing;

  /** The address is known before the view parameter is: a posted page asks early what it shows. */
  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
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
    } catch (OverrideNeeded unanswered) {
      unanswered.who().stream()
          .map(who -> new FieldError("override", who.code()))
          .forEach(errors::add);
      return null;
    } catch (StaleVersion | ImpossibleMove conflict) {
      PageAddress.changedMeanwhile();
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

  /** What else it holds, compartment by compartment. */
  public List<PartView> getParts() {
    return PartView.of(getDraft().further(), caller.getOptions());
  }

  /** Whether the caller's role may write down more than every referral holds. */
  public boolean isAsksMore() {
    return !caller.getOptions().drafted().isEmpty();
  }

  /** What goes to the receiver besides what every referral holds, in words. */
  public List<String> getAlsoShared() {
    Sharing plan = sharing();
    return plan.shared().stream()
        .filter(each -> Compartment.of(each).isPresent())
        .map(each -> each.label() + (plan.reduced(each) ? ", in a reduced form" : ""))
        .toList();
  }

  /** What is written down and stays, in words. */
  public List<String> getKept() {
    Sharing plan = sharing();
    return Stream.concat(
            plan.kept().stream().map(DataClass::label),
            plan.onRequest().stream().map(each -> each.label() + ", unless they ask for it"))
        .toList();
  }

  private Sharing sharing() {
    if (sharing == null) {
      sharing = drafts.sharing(getDraft().content());
    }
    return sharing;
  }

  /** Its codes in words. */
  public Words getWords() {
    return new Words(caller.getOptions());
  }

  /** Where a question is changed; afterwards it comes back here. */
  public String change(String step) {
    return Step.valueOf(step).among(Step.asked(caller.getOptions())).path(ref) + "&then=check";
  }

  /** Where one of the further fields is changed. */
  public String changeField(String path) {
    return Step.asked(caller.getOptions()).stream()
            .filter(step -> step.fields().contains(path))
            .findFirst()
            .orElse(Step.MORE)
            .path(ref)
        + "&then=check";
  }

  /** The question before. */
  public Step getLast() {
    List<Step> asked = Step.asked(caller.getOptions());
    return asked.get(asked.size() - 1);
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

  public String getVersion() {
    return version;
  }

  public void setVersion(String version) {
    this.version = version;
  }

  public String getDeclaration() {
    return declaration;
  }

  public void setDeclaration(String declaration) {
    this.declaration = declaration;
  }
}
