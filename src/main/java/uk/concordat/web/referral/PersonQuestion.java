package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import uk.concordat.referral.Person;
import uk.concordat.referral.ReferralContent;
import uk.concordat.web.DateParts;

/** Who was harmed? */
@Named
@RequestScoped
public class PersonQuestion extends Question {
  private String known;
  private String name;
  private DateParts born = new DateParts();
  private String address;

  @Override
  public Step getStep() {
    return Step.PERSON;
  }

  @Override
  protected void show(ReferralContent content) {
    Person person = content.person();
    known = person.known() == null ? null : person.known().toString();
    name = person.name();
    born = DateParts.of(person.dateOfBirth());
    address = person.address();
  }

  @Override
  protected ReferralContent merge(ReferralContent content) {
    return content.withPerson(
        new Person(
            yesOrNo(known, "person.known", content.person().known()),
            blank(name),
            date(born, "person.dateOfBirth", content.person().dateOfBirth()),
            blank(address)));
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
