package uk.concordat.web.casework;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.concordat.casework.CrimeOutcomeContent;
import uk.concordat.casework.CrimeOutcomeService;
import uk.concordat.casework.CrimeService;
import uk.concordat.casework.Crimes;
import uk.concordat.casework.OutcomeField;
import uk.concordat.casework.PoliceOutcomeType;
import uk.concordat.kernel.FieldError;
import uk.concordat.web.DateParts;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/**
 * Records what came of a crime for one suspect. It asks for what the chosen outcome needs once it
 * is chosen, and keeps all that was typed.
 */
@Named
@RequestScoped
public class CrimeOutcomePage extends CaseworkForm {
  @Inject CrimeService crimes;
  @Inject CrimeOutcomeService outcomes;
  private final Map<String, String> details = new HashMap<>();
  private final Map<String, DateParts> days = new HashMap<>();
  private String crime;
  private String suspect;
  private String type;
  private DateParts outcomeOn = new DateParts();
  private String reason;
  private List<OutcomeField> fields;
  private List<PoliceOutcomeType> types;

  @PostConstruct
  void named() {
    crime = PageAddress.parameter("crime");
  }

  /** Opens the form. */
  public void open() {
    Crimes known = crimes.of(getRef());
    boolean shown =
        known.crimes().stream()
            .anyMatch(one -> one.id().toString().equals(crime) && one.detail() != null);
    opened(known.reference(), known.version(), known.records() && shown);
  }

  @Override
  String latest() {
    return crimes.of(getRef()).version();
  }

  /** Records it. */
  public String record() throws IOException {
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
    var content =
        new CrimeOutcomeContent(
            number(),
            TypedAnswers.blank(type),
            answers.date(outcomeOn, "outcomeOn", null),
            TypedAnswers.blank(reason),
            said);
    return keep(
        answers,
        "crime-outcome.",
        () -> outcomes.record(getRef(), getVersion(), PageAddress.id(crime), content));
  }

  private Integer number() {
    String typed = TypedAnswers.blank(suspect);
    if (typed == null) {
      return null;
    }
    if (!typed.strip().matches("[0-9]{1,3}")) {
      errors.add(new FieldError("crime-outcome.suspect", "out-of-range"));
      return null;
    }
    return Integer.valueOf(typed.strip());
  }

  private static String text(LocalDate day) {
    return day == null ? null : day.toString();
  }

  /** What the outcome that was chosen needs besides; nothing before one is. */
  public List<OutcomeField> getFields() {
    if (fields == null) {
      String chosen = TypedAnswers.blank(PageAddress.parameter("crime-outcome-type"));
      fields =
          chosen == null ? List.of() : outcomes.fields(getRef(), PageAddress.id(crime), chosen);
      fields.forEach(field -> days.put(field.field(), new DateParts()));
    }
    return fields;
  }

  /** Those that can be recorded. */
  public List<PoliceOutcomeType> getTypes() {
    if (types == null) {
      types = outcomes.types();
    }
    return types;
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

  public String getCrime() {
    return crime;
  }

  public void setCrime(String crime) {
    this.crime = crime;
  }

  public String getSuspect() {
    return suspect;
  }

  public void setSuspect(String suspect) {
    this.suspect = suspect;
  }

  public String getType() {
    return type;
  }

  public void setType(String type) {
    this.type = type;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
