package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import uk.concordat.agency.StaffMember;
import uk.concordat.casework.ContactOfficerService;
import uk.concordat.kernel.FieldError;
import uk.concordat.referral.CaseworkMoves;
import uk.concordat.referral.Feedback;
import uk.concordat.web.DateParts;

/** What is done with a referral that was taken on: begun, rested, taken up again, handed on. */
@Named
@RequestScoped
public class CaseworkPage extends MovePage {
  @Inject CaseworkMoves moves;
  @Inject ContactOfficerService contacts;
  private String reason;
  private String text;
  private DateParts reviewOn = new DateParts();
  private String assignee;
  private List<StaffMember> candidates;

  /** Says that the work has begun. */
  public String start() throws IOException {
    return move("", () -> moves.start(getRef(), getVersion()));
  }

  /** Lets it rest. */
  public String hold() throws IOException {
    try {
      LocalDate day = reviewOn.date();
      return move(
          "hold.", () -> moves.hold(getRef(), getVersion(), new Feedback(reason, text), day));
    } catch (DateTimeException noDay) {
      errors.add(new FieldError("hold.reviewOn", "invalid-date"));
      return null;
    }
  }

  /** Takes it up again. */
  public String resume() throws IOException {
    return move("", () -> moves.resume(getRef(), getVersion()));
  }

  /** Gives it to a colleague. */
  public String assign() throws IOException {
    return move("assignment.", () -> contacts.assign(getRef(), getVersion(), assignee));
  }

  /** Colleagues to whom it may be given. */
  public List<StaffMember> getCandidates() {
    if (candidates == null) {
      candidates = moves.candidates(getRef());
    }
    return candidates;
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

  public DateParts getReviewOn() {
    return reviewOn;
  }

  public void setReviewOn(DateParts reviewOn) {
    this.reviewOn = reviewOn;
  }

  public String getAssignee() {
    return assignee;
  }

  public void setAssignee(String assignee) {
    this.assignee = assignee;
  }
}
