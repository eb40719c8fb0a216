package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import uk.concordat.kernel.FieldError;
import uk.concordat.referral.GuardRefused;
import uk.concordat.referral.InfoRequest;
import uk.concordat.referral.NotCovered;
import uk.concordat.referral.QuestionMoves;
import uk.concordat.web.DateParts;

/** A question about a referral, and its answer, each on a page of its own. */
@Named
@RequestScoped
public class QuestionPage extends MovePage {
  @Inject QuestionMoves moves;
  private String text;
  private List<InfoRequest> open;
  private DateParts dueOn = new DateParts();

  /** Asks. */
  public String ask() throws IOException {
    try {
      LocalDate day = dueOn.date();
      return move("question.", () -> moves.ask(getRef(), getVersion(), text, day));
    } catch (DateTimeException noDay) {
      errors.add(new FieldError("question.dueOn", "invalid-date"));
      return null;
    }
  }

  /** Answers. */
  public String answer() throws IOException {
    return move("answer.", () -> moves.answer(getRef(), getVersion(), text));
  }

  @Override
  String refused(GuardRefused refused) {
    String field = refused instanceof NotCovered ? "answer.text" : "question.text";
    errors.add(new FieldError(field, refused.code()));
    return null;
  }

  /** The questions that nobody has answered yet. */
  public List<InfoRequest> getOpenQuestions() {
    if (open == null) {
      open =
          referrals.read(getRef()).questions().stream()
              .filter(one -> one.status() == InfoRequest.Status.OPEN)
              .toList();
    }
    return open;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public DateParts getDueOn() {
    return dueOn;
  }

  public void setDueOn(DateParts dueOn) {
    this.dueOn = dueOn;
  }
}
