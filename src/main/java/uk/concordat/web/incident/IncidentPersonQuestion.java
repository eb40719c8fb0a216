package uk.concordat.web.incident;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import uk.concordat.incident.IncidentContent;
import uk.concordat.referral.Person;
import uk.concordat.web.referral.PersonAnswer;

/** Who was harmed, if anybody is known? */
@Named
@RequestScoped
public class IncidentPersonQuestion extends IncidentQuestion {
  private PersonAnswer person = new PersonAnswer();

  @Override
  public IncidentStep getStep() {
    return IncidentStep.PERSON;
  }

  @Override
  protected void show(IncidentContent content) {
    person = new PersonAnswer(content.person());
  }

  /** Nobody has no name, whatever stands in the other fields. */
  @Override
  protected IncidentContent merge(IncidentContent content) {
    return content.withPerson(
        "false".equals(person.getKnown())
            ? new Person(false, null, null, null)
            : person.read(answers, content.person()));
  }

  /** Who is typed. */
  public PersonAnswer getPerson() {
    return person;
  }
}
