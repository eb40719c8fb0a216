package uk.concordat.web.casework;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.concordat.casework.Risk;
import uk.concordat.casework.RiskAnswer;
import uk.concordat.casework.RiskAssessment;
import uk.concordat.casework.RiskContent;
import uk.concordat.casework.RiskLevel;
import uk.concordat.casework.RiskRule;
import uk.concordat.casework.RiskService;
import uk.concordat.casework.Safeguarding;
import uk.concordat.codelist.CodeValue;
import uk.concordat.kernel.FieldError;
import uk.concordat.web.DateParts;
import uk.concordat.web.SignedInBean;
import uk.concordat.web.TypedAnswers;

/** Assesses the risk to the person harmed; the last assessment is filled in. */
@Named
@RequestScoped
public class RiskPage extends CaseworkForm {
  private static final String NOBODY = "NOBODY";

  @Inject RiskService risks;
  @Inject SignedInBean caller;
  private final Map<String, String> factors = new HashMap<>();
  private final Map<String, String> notes = new HashMap<>();
  private String level;
  private String reason;
  private DateParts reviewOn = new DateParts();
  private List<String> safeguarding = List.of();
  private Risk risk;

  /** Opens the form. */
  public void open() {
    opened(getRisk().reference(), getRisk().version(), getRisk().assesses());
    getRisk().items().stream().findFirst().ifPresent(this::fill);
  }

  private void fill(RiskAssessment last) {
    for (RiskAnswer answer : last.answers()) {
      factors.put(answer.factor(), answer.answer().name());
      notes.put(answer.factor(), answer.note());
    }
    Safeguarding said = getRisk().safeguarding();
    if (said != null) {
      safeguarding = new ArrayList<>();
      if (said.adult()) {
        safeguarding.add("ADULT");
      }
      if (said.child()) {
        safeguarding.add("CHILD");
      }
      if (safeguarding.isEmpty()) {
        safeguarding.add(NOBODY);
      }
    }
  }

  @Override
  String latest() {
    return risks.of(getRef()).version();
  }

  /** Keeps it. */
  public String keep() throws IOException {
    var answers = new TypedAnswers();
    List<RiskAnswer> given =
        getAsked().stream().map(factor -> answer(factor.code(), answers)).toList();
    var content =
        new RiskContent(
            given,
            TypedAnswers.blank(level) == null
                ? null
                : answers.constant(RiskLevel.class, level, "level", null),
            TypedAnswers.blank(reason),
            answers.date(reviewOn, "reviewOn", null),
            said());
    if (safeguarding.contains(NOBODY) && safeguarding.size() > 1) {
      errors.add(new FieldError("risk.safeguarding", "contradictory"));
    }
    return keep(answers, "risk.", () -> risks.assess(getRef(), getVersion(), content));
  }

  /** Where nothing is chosen nothing is said: what was said before stands. */
  private Safeguarding said() {
    return safeguarding.isEmpty()
        ? null
        : new Safeguarding(safeguarding.contains("ADULT"), safeguarding.contains("CHILD"));
  }

  private RiskAnswer answer(String factor, TypedAnswers answers) {
    String typed = TypedAnswers.blank(factors.get(factor));
    RiskAnswer.Is is =
        typed == null
            ? null
            : answers.constant(RiskAnswer.Is.class, typed, "factors." + factor, null);
    return new RiskAnswer(factor, is, TypedAnswers.blank(notes.get(factor)));
  }

  /** The factors of today. */
  public List<CodeValue> getAsked() {
    return caller.getOptions().lists().list("risk-factor");
  }

  /** The rules of today, in words. */
  public List<RiskRule> getRules() {
    return getRisk().rules();
  }

  /** The assessments so far. */
  public Risk getRisk() {
    if (risk == null) {
      risk = risks.of(getRef());
    }
    return risk;
  }

  public Map<String, String> getFactors() {
    return factors;
  }

  public Map<String, String> getNotes() {
    return notes;
  }

  public String getLevel() {
    return level;
  }

  public void setLevel(String level) {
    this.level = level;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public DateParts getReviewOn() {
    return reviewOn;
  }

  public List<String> getSafeguarding() {
    return safeguarding;
  }

  public void setSafeguarding(List<String> safeguarding) {
    this.safeguarding = safeguarding == null ? List.of() : safeguarding;
  }
}
