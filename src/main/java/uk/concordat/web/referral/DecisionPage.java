package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import uk.concordat.agency.StaffMember;
import uk.concordat.kernel.FieldError;
import uk.concordat.referral.Feedback;
import uk.concordat.referral.GuardRefused;
import uk.concordat.referral.ReferralMoves;

/**
 * What a receiver does with a referral: acknowledge, accept or reject, each on a page of its own.
 */
@Named
@RequestScoped
public class DecisionPage extends MovePage {
  @Inject ReferralMoves moves;
  private String conflict;
  private String assignee;
  private String reason;
  private String text;
  private String advice;
  private List<StaffMember> leads;

  /** Confirms that it has arrived, once the caller has said that they know nobody in it. */
  public String acknowledge() throws IOException {
    if (conflict == null) {
      errors.add(new FieldError("conflict", "required"));
      return null;
    }
    return move("", () -> moves.acknowledge(getRef(), getVersion(), conflict.equals("true")));
  }

  /** Takes it on. */
  public String accept() throws IOException {
    return move("", () -> moves.accept(getRef(), getVersion(), assignee));
  }

  /** Turns it down. */
  public String reject() throws IOException {
    return move("", () -> moves.reject(getRef(), getVersion(), new Feedback(reason, text, advice)));
  }

  @Override
  String refused(GuardRefused refused) {
    if (refused.code().equals("conflict-declared")) {
      return "/referral/declare.xhtml?faces-redirect=true&after=acknowledge&ref=" + getRef();
    }
    errors.add(new FieldError(assignee == null ? "reason" : "assignee", refused.code()));
    return null;
  }

  /** Colleagues who may lead. */
  public List<StaffMember> getLeads() {
    if (leads == null) {
      leads = moves.leads(getRef());
    }
    return leads;
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
