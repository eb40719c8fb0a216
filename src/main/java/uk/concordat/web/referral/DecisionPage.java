package uk.concordat.web.referral;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import uk.concordat.agency.StaffMember;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.GuardRefused;
import uk.concordat.referral.ImpossibleMove;
import uk.concordat.referral.ReferralMoves;
import uk.concordat.referral.ReferralService;
import uk.concordat.referral.ReferralView;
import uk.concordat.referral.Rejection;
import uk.concordat.web.ErrorsBean;
import uk.concordat.web.PageAddress;

/**
 * What a receiver does with a referral: acknowledge, accept or reject, each on a page of its own.
 */
@Named
@RequestScoped
public class DecisionPage {
  @Inject ReferralService referrals;
  @Inject ReferralMoves moves;
  @Inject ErrorsBean errors;
  private String ref;
  private String version = "";
  private String conflict;
  private String assignee;
  private String reason;
  private String text;
  private String advice;
  private List<StaffMember> leads;

  /** The address is known before the view parameter is: the page is built of who may lead it. */
  @PostConstruct
  void address() {
    ref = PageAddress.parameter("ref");
  }

  /** Opens the page on the version that is decided on. */
  public void open() {
    ReferralView referral = referrals.read(ref);
    ref = referral.reference();
    version = referral.version();
  }

  /** Confirms that it has arrived, once the caller has said that they know nobody in it. */
  public String acknowledge() throws IOException {
    if (conflict == null) {
      errors.add(new FieldError("conflict", "required"));
      return null;
    }
    return move(() -> moves.acknowledge(ref, version, conflict.equals("true")));
  }

  /** Takes it on. */
  public String accept() throws IOException {
    return move(() -> moves.accept(ref, version, assignee));
  }

  /** Turns it down. */
  public String reject() throws IOException {
    return move(() -> moves.reject(ref, version, new Rejection(reason, text, advice)));
  }

  private String move(Supplier<ReferralView> decision) throws IOException {
    try {
      decision.get();
      return "/referral/referral.xhtml?faces-redirect=true&ref=" + ref;
    } catch (InvalidInput invalid) {
      invalid.errors().forEach(errors::add);
    } catch (GuardRefused refused) {
      if (refused.code().equals("conflict-declared")) {
        return "/referral/declare.xhtml?faces-redirect=true&after=acknowledge&ref=" + ref;
      }
      errors.add(new FieldError(assignee == null ? "reason" : "assignee", refused.code()));
    } catch (StaleVersion | ImpossibleMove changed) {
      PageAddress.changedMeanwhile();
    }
    return null;
  }

  /** Colleagues who may lead. */
  public List<StaffMember> getLeads() {
    if (leads == null) {
      leads = moves.leads(ref);
    }
    return leads;
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

  public String getConflict() {
    return conflict;
  }

  public void setConflict(String conflict) {
    this.conflict = conflict;
  }

  public String getAssignee() {
    return assignee;
  }

  public void setAssignee(String assignee) {
    this.assignee = assignee;
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

  public String getAdvice() {
    return advice;
  }

  public void setAdvice(String advice) {
    this.advice = advice;
  }
}
