package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import uk.concordat.referral.ReferralContent;

/** Who was harmed? */
@Named
@RequestScoped
public class PersonQuestion extends Question {
  private PersonAnswer person = new PersonAnswer();

  @Override
  public Step getStep() {
    return Step.PERSON;
  }

  @Override
  protected void show(ReferralContent content) {
    person = new PersonAnswer(content.person());
  }

  @Override
  protected ReferralContent merge(ReferralContent content) {
    return content.withPerson(person.read(answers, content.person()));
  }

  /** Who is typed. */
  public PersonAnswer getPerson() {
    return person;
  }
}
