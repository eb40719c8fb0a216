package uk.concordat.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** The compartment of data class D5. */
@Entity
@Table(name = "referral_incident")
class ReferralIncident {
  @Id private UUID referral;
  @Version private long version;
  private String category;
  private String narrative;

  @Column(name = "from_date")
  private LocalDate fromDate;

  @Column(name = "from_time")
  private LocalTime fromTime;

  @Column(name = "to_date")
  private LocalDate toDate;

  @Column(name = "to_time")
  private LocalTime toTime;

  @Column(name = "location_type")
  private String locationType;

  private String place;
  private String postcode;

  @Column(name = "perceived_by")
  private String perceivedBy;

  protected ReferralIncident() {}

  ReferralIncident(UUID referral) {
    this.referral = referral;
  }

  void set(Incident incident) {
    category = incident.category();
    narrative = incident.narrative();
    fromDate = incident.occurred().fromDate();
    fromTime = incident.occurred().fromTime();
    toDate = incident.occurred().toDate();
    toTime = incident.occurred().toTime();
    locationType = incident.locationType();
    place = incident.place();
    postcode = incident.postcode();
    perceivedBy = String.join(",", incident.perceivedBy());
  }

  Incident incident() {
    return new Incident(
        category,
        narrative,
        new Occurrence(fromDate, fromTime, toDate, toTime),
        locationType,
        place,
        postcode,
        perceivedBy.isEmpty() ? List.of() : List.of(perceivedBy.split(",")));
  }
}
