package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import uk.concordat.kernel.FieldError;
import uk.concordat.referral.Feedback;
import uk.concordat.referral.GuardRefused;
import uk.concordat.referral.RecallMoves;

/** Whoever leads recalls a referral that should not have been sent. */
@Named
@RequestScoped
public class RecallPage extends MovePage {
  @Inject RecallMoves moves;
  private String reason;
  private String text;

  /** Recalls it. */
  public String recall() throws IOException {
    return move("recall.", () -> moves.recall(getRef(), getVersion(), new Feedback(reason, text)));
  }

  @Override
  String refused(GuardRefused refused) {
    errors.add(new FieldError("recall.reason", refused.code()));
    return null;
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
