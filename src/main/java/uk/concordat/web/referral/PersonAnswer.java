package uk.concordat.web.referral;

import java.util.Objects;
import uk.concordat.referral.Person;
import uk.concordat.web.DateParts;
import uk.concordat.web.TypedAnswers;

/** Who was harmed, as it is typed. */
public class PersonAnswer {
  private String known;
  private String name;
  private final DateParts born;
  private String address;

  /** Shows who is stored. */
  public PersonAnswer(Person stored) {
    known = Objects.toString(stored.known(), null);
    name = stored.name();
    born = DateParts.of(stored.dateOfBirth());
    address = stored.address();
  }

  /** Nobody typed yet. */
  public PersonAnswer() {
    this(Person.EMPTY);
  }

  /**
   * Who was typed; what cannot be read stays as it was stored.
   *
   * @param answers is told what cannot be read
   */
  public Person read(TypedAnswers answers, Person stored) {
    return new Person(
        answers.yesOrNo(known, "person.known", stored.known()),
        TypedAnswers.blank(name),
        answers.date(born, "person.dateOfBirth", stored.dateOfBirth()),
        TypedAnswers.blank(address));
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
