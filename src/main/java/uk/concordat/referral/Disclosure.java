package uk.concordat.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import uk.concordat.access.DataClass;
import uk.concordat.kernel.Ids;

/** One data class that went to another agency, and the footing it went on. */
@Entity
@Table(name = "disclosure")
class Disclosure {
  @Id private UUID id;
  private UUID referral;

  @Enumerated(EnumType.STRING)
  @Column(name = "data_class")
  private DataClass dataClass;

  @Column(name = "from_agency")
  private String fromAgency;

  @Column(name = "to_agency")
  private String toAgency;

  private String purpose;
  private String regime;

  @Column(name = "lawful_basis")
  private String lawfulBasis;

  private String condition;
  private Instant at;

  protected Disclosure() {}

  Disclosure(Referral referral, DataClass dataClass, String regime, Instant at) {
    id = Ids.next();
    this.referral = referral.id();
    this.dataClass = dataClass;
    fromAgency = referral.route().fromAgency();
    toAgency = referral.route().toAgency();
    purpose = referral.matter().footing().purpose();
    this.regime = regime;
    lawfulBasis = referral.matter().footing().lawfulBasis();
    condition = referral.matter().footing().condition();
    this.at = at;
  }
}
