package uk.concordat.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;

/** The compartment of data class D2. */
@Entity
@Table(name = "referral_identity")
class ReferralIdentity {
  @Id private UUID referral;
  @Version private long version;
  private String name;

  @Column(name = "date_of_birth")
  private LocalDate dateOfBirth;

  private String address;

  protected ReferralIdentity() {}

  ReferralIdentity(UUID referral) {
    this.referral = referral;
  }

  void set(Person person) {
    boolean nobody = Boolean.FALSE.equals(person.known());
    name = nobody ? null : person.name();
    dateOfBirth = nobody ? null : person.dateOfBirth();
    address = nobody ? null : person.address();
  }

  Person person(Boolean known) {
    return new Person(known, name, dateOfBirth, address);
  }
}
