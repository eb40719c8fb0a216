package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.DraftService;
import uk.concordat.referral.Feedback;
import uk.concordat.referral.ImpossibleMove;
import uk.concordat.referral.SendingMoves;
import uk.concordat.web.PageAddress;

/** What a sender takes back: a draft, for good, or a referral that nobody has taken on yet. */
@Named
@RequestScoped
public class SendingPage extends MovePage {
  @Inject DraftService drafts;
  @Inject SendingMoves moves;
  private String reason;
  private String text;

  /** Erases the draft. */
  public String discard() throws IOException {
    try {
      drafts.discard(getRef(), getVersion());
      return "/referral/inbox.xhtml?faces-redirect=true&box=DRAFTS";
    } catch (StaleVersion | ImpossibleMove changed) {
      PageAddress.changedMeanwhile();
      return null;
    }
  }

  /** Takes it back. */
  public String withdraw() throws IOException {
    return move(
        "withdrawal.", () -> moves.withdraw(getRef(), getVersion(), new Feedback(reason, text)));
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
