package uk.concordat.web.incident;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Objects;
import uk.concordat.incident.IncidentContent;
import uk.concordat.referral.Person;
import uk.concordat.web.DateParts;
import uk.concordat.web.TypedAnswers;

/** Who was harmed, if anybody is known? */
@Named
@RequestScoped
public class IncidentPersonQuestion extends IncidentQuestion {
  private String known;
  private String name;
  private DateParts born = new DateParts();
  private String address;

  @Override
  public IncidentStep getStep() {
    return IncidentStep.PERSON;
  }

  @Override
  protected void show(IncidentContent content) {
    Person person = content.person();
    known = Objects.toString(person.known(), null);
    name = person.name();
    born = DateParts.of(person.dateOfBirth());
    address = person.address();
  }

  @Override
  protected IncidentContent merge(IncidentContent content) {
    Person stored = content.person();
    Boolean person = answers.yesOrNo(known, "person.known", stored.known());
    if (Boolean.FALSE.equals(person)) {
      return content.withPerson(new Person(false, null, null, null));
    }
    return content.withPerson(
        new Person(
            person,
            TypedAnswers.blank(name),
            answers.date(born, "person.dateOfBirth", stored.dateOfBirth()),
            TypedAnswers.blank(address)));
  }

  public String getKnown() {
    return known;
  }

  public void setKnown(String known) {
    this.known = known;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public DateParts getBorn() {
    return born;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }
}
