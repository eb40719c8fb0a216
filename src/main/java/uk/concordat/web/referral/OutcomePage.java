package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import uk.concordat.access.Action;
import uk.concordat.codelist.CodeValue;
import uk.concordat.kernel.FieldError;
import uk.concordat.referral.Feedback;
import uk.concordat.referral.GuardRefused;
import uk.concordat.referral.Move;
import uk.concordat.referral.OutcomeMoves;
import uk.concordat.web.SignedInBean;

/** What came of a referral, closing it and opening it again, each on a page of its own. */
@Named
@RequestScoped
public class OutcomePage extends MovePage {
  @Inject OutcomeMoves moves;
  @Inject SignedInBean caller;
  private String reason;
  private String text;
  private List<CodeValue> outcomes;

  /** Says what came of it. */
  public String recordOutcome() throws IOException {
    return move(
        "outcome.", () -> moves.recordOutcome(getRef(), getVersion(), new Feedback(reason, text)));
  }

  /** Closes it. */
  public String close() throws IOException {
    return move("", () -> moves.close(getRef(), getVersion()));
  }

  /** Opens it again. */
  public String reopen() throws IOException {
    return move(
        "reopening.", () -> moves.reopen(getRef(), getVersion(), new Feedback(reason, text)));
  }

  /** The outcomes of the kind that the caller records. */
  public List<CodeValue> getOutcomes() {
    if (outcomes == null) {
      outcomes =
          referrals.read(getRef()).access().actions().stream()
              .filter(Move.RECORD_OUTCOME.mover().actions()::contains)
              .flatMap(action -> recorded(action).stream())
              .toList();
    }
    return outcomes;
  }

  private List<CodeValue> recorded(Action action) {
    return caller.getOptions().lists().list(Move.RECORD_OUTCOME.reasons(), action.code());
  }

  @Override
  String refused(GuardRefused refused) {
    errors.add(new FieldError("close", refused.code()));
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
