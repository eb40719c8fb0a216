package uk.concordat.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import uk.concordat.referral.Occurrence;

/** The compartment of data class D5. */
@Entity
@Table(name = "incident_account")
class IncidentAccount {
  @Id private UUID incident;
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

  private String address;
  private String postcode;
  private String uprn;
  private String ward;
  private String platform;

  @Column(name = "perceived_by")
  private String perceivedBy;

  private Boolean repeat;
  private Boolean escalation;

  protected IncidentAccount() {}

  IncidentAccount(UUID incident, Account account) {
    this.incident = incident;
    set(account);
  }

  final void set(Account account) {
    category = account.category();
    narrative = account.narrative();
    fromDate = account.occurred().fromDate();
    fromTime = account.occurred().fromTime();
    toDate = account.occurred().toDate();
    toTime = account.occurred().toTime();
    locationType = account.place().locationType();
    address = account.place().address();
    postcode = account.place().postcode();
    uprn = account.place().uprn();
    ward = account.place().ward();
    platform = account.place().platform();
    perceivedBy = Codes.join(account.perceivedBy());
    repeat = account.repeat();
    escalation = account.escalation();
  }

  Account account() {
    return new Account(
        category,
        narrative,
        new Occurrence(fromDate, fromTime, toDate, toTime),
        new Place(locationType, address, postcode, uprn, ward, platform),
        Codes.split(perceivedBy),
        repeat,
        escalation);
  }

  long version() {
    return version;
  }
}
