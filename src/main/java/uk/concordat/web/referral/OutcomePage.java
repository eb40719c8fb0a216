package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.concordat.access.Action;
import uk.concordat.casework.OutcomeField;
import uk.concordat.casework.OutcomeService;
import uk.concordat.codelist.CodeValue;
import uk.concordat.kernel.FieldError;
import uk.concordat.referral.Feedback;
import uk.concordat.referral.GuardRefused;
import uk.concordat.referral.Move;
import uk.concordat.referral.OutcomeMoves;
import uk.concordat.web.DateParts;
import uk.concordat.web.PageAddress;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.TypedAnswers;

/** What came of a referral, closing it and opening it again, each on a page of its own. */
@Named
@RequestScoped
public class OutcomePage extends MovePage {
  @Inject OutcomeMoves moves;
  @Inject OutcomeService recording;
  @Inject SignedInBean caller;
  private final Map<String, String> details = new HashMap<>();
  private final Map<String, DateParts> days = new HashMap<>();
  private DateParts outcomeOn = new DateParts();
  private List<OutcomeField> fields;
  private String reason;
  private String text;
  private List<CodeValue> outcomes;

  /**
   * Says what came of it. The page asks for what the chosen outcome needs once it is chosen, and
   * keeps all that was typed.
   */
  public String recordOutcome() throws IOException {
    var answers = new TypedAnswers();
    Map<String, String> said = new HashMap<>();
    for (OutcomeField field : getFields()) {
      String text =
          field.kind() == OutcomeField.Kind.DAY
              ? text(answers.date(days.get(field.field()), "details." + field.field(), null))
              : TypedAnswers.blank(details.get(field.field()));
      if (text != null) {
        said.put(field.field(), text);
      }
    }
    String decided = text(answers.date(outcomeOn, "outcomeOn", null));
    if (decided != null) {
      said.put("outcomeOn", decided);
    }
    answers.wrong().stream()
        .map(error -> new FieldError("outcome." + error.field(), error.code()))
        .forEach(errors::add);
    return errors.isAny()
        ? null
        : move(
            "outcome.",
            () -> recording.record(getRef(), getVersion(), new Feedback(reason, text), said));
  }

  private static String text(LocalDate day) {
    return day == null ? null : day.toString();
  }

  /** What the outcome that was chosen needs besides; nothing before one is. */
  public List<OutcomeField> getFields() {
    if (fields == null) {
      String chosen = TypedAnswers.blank(PageAddress.parameter("outcome-reason"));
      fields = chosen == null ? List.of() : recording.fields(getRef(), chosen);
      fields.forEach(field -> days.put(field.field(), new DateParts()));
    }
    return fields;
  }

  public Map<String, String> getDetails() {
    return details;
  }

  public Map<String, DateParts> getDays() {
    return days;
  }

  public DateParts getOutcomeOn() {
    return outcomeOn;
  }

  /** Whether the person harmed is told first. */
  public boolean isOwed() {
    return seen().outcomeOwed();
  }

  /** Whether the caller logs what the person harmed is told. */
  public boolean isLogsContacts() {
    return seen().logsContacts();
  }

  /** Whether the caller worked on it, so that a colleague closes it. */
  public boolean isForColleague() {
    return "own-work".equals(seen().forColleague());
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
          seen().access().actions().stream()
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
