package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import uk.concordat.kernel.FieldError;
import uk.concordat.referral.Footing;
import uk.concordat.referral.GuardRefused;
import uk.concordat.referral.Onward;
import uk.concordat.referral.OnwardMoves;

/** A referral goes on to another agency, or is found to have been sent already. */
@Named
@RequestScoped
public class OnwardPage extends MovePage {
  @Inject OnwardMoves moves;
  private String to;
  private String purpose;
  private String lawfulBasis;
  private String condition;
  private String senderAgrees;
  private String text;
  private String other;

  /** Sends it on. */
  public String redirect() throws IOException {
    var onward =
        new Onward(
            to, new Footing(purpose, lawfulBasis, condition), "true".equals(senderAgrees), text);
    return move("onward.", () -> moves.redirect(getRef(), getVersion(), onward));
  }

  @Override
  String refused(GuardRefused refused) {
    errors.add(new FieldError("onward.to", refused.code()));
    return null;
  }

  /** Says that another one is about the same. */
  public String duplicate() throws IOException {
    return move("onward.", () -> moves.duplicate(getRef(), getVersion(), other));
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public String getPurpose() {
    return purpose;
  }

  public void setPurpose(String purpose) {
    this.purpose = purpose;
  }

  public String getLawfulBasis() {
    return lawfulBasis;
  }

  public void setLawfulBasis(String lawfulBasis) {
    this.lawfulBasis = lawfulBasis;
  }

  public String getCondition() {
    return condition;
  }

  public void setCondition(String condition) {
    this.condition = condition;
  }

  public String getSenderAgrees() {
    return senderAgrees;
  }

  public void setSenderAgrees(String senderAgrees) {
    this.senderAgrees = senderAgrees;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getOther() {
    return other;
  }

  public void setOther(String other) {
    this.other = other;
  }
}
