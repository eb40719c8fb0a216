package uk.concordat.web.incident;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import uk.concordat.incident.Account;
import uk.concordat.incident.IncidentContent;
import uk.concordat.web.referral.WhenAnswer;

/** When did it happen: at one time, or over a range? */
@Named
@RequestScoped
public class IncidentWhenQuestion extends IncidentQuestion {
  private WhenAnswer when = new WhenAnswer();

  @Override
  public IncidentStep getStep() {
    return IncidentStep.WHEN;
  }

  @Override
  protected void show(IncidentContent content) {
    when = new WhenAnswer(content.account().occurred());
  }

  @Override
  protected IncidentContent merge(IncidentContent content) {
    Account old = content.account();
    return content.withAccount(old.withOccurred(when.read(answers, "occurred", old.occurred())));
  }

  /** What is typed. */
  public WhenAnswer getWhen() {
    return when;
  }
}
