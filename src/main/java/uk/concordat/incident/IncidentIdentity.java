package uk.concordat.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import uk.concordat.referral.Person;

/** The compartment of data class D2; empty where nobody was harmed whose name is known. */
@Entity
@Table(name = "incident_identity")
class IncidentIdentity {
  @Id private UUID incident;
  @Version private long version;
  private String name;

  @Column(name = "date_of_birth")
  private LocalDate dateOfBirth;

  private String address;

  protected IncidentIdentity() {}

  IncidentIdentity(UUID incident, Person person) {
    this.incident = incident;
    set(person);
  }

  final void set(Person person) {
    name = person.name();
    dateOfBirth = person.dateOfBirth();
    address = person.address();
  }

  Person person(Boolean known) {
    return new Person(known, name, dateOfBirth, address);
  }

  long version() {
    return version;
  }
}
