package uk.concordat.web.incident;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Objects;
import uk.concordat.incident.Account;
import uk.concordat.incident.IncidentContent;
import uk.concordat.web.TypedAnswers;

/** What happened, and is it the first time? */
@Named
@RequestScoped
public class IncidentWhatQuestion extends IncidentQuestion {
  private String narrative;
  private String category;
  private String repeat;
  private String escalation;

  @Override
  public IncidentStep getStep() {
    return IncidentStep.WHAT;
  }

  @Override
  protected void show(IncidentContent content) {
    narrative = content.account().narrative();
    category = content.account().category();
    repeat = Objects.toString(content.account().repeat(), null);
    escalation = Objects.toString(content.account().escalation(), null);
  }

  @Override
  protected IncidentContent merge(IncidentContent content) {
    Account old = content.account();
    return content.withAccount(
        new Account(
            TypedAnswers.blank(category),
            TypedAnswers.blank(narrative),
            old.occurred(),
            old.place(),
            old.perceivedBy(),
            answers.yesOrNo(repeat, "repeat", old.repeat()),
            answers.yesOrNo(escalation, "escalation", old.escalation())));
  }

  public String getNarrative() {
    return narrative;
  }

  public void setNarrative(String narrative) {
    this.narrative = narrative;
  }

  public String getCategory() {
    return category;
  }

  public void setCategory(String category) {
    this.category = category;
  }

  public String getRepeat() {
    return repeat;
  }

  public void setRepeat(String repeat) {
    this.repeat = repeat;
  }

  public String getEscalation() {
    return escalation;
  }

  public void setEscalation(String escalation) {
    this.escalation = escalation;
  }
}
