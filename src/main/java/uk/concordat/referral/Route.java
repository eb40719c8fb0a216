package uk.concordat.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import uk.concordat.caller.Caller;

/** Between whom a referral goes: who started and sent it, where it arrives, who works on it. */
@Embeddable
class Route {
  @Column(name = "from_agency")
  private String fromAgency;

  @Column(name = "from_team")
  private String fromTeam;

  @Column(name = "to_agency")
  private String toAgency;

  @Column(name = "to_team")
  private String toTeam;

  private UUID owner;

  @Column(name = "owner_role")
  private String ownerRole;

  @Convert(converter = NullableUuid.class)
  private UUID submitter;

  @Convert(converter = NullableUuid.class)
  private UUID assignee;

  protected Route() {}

  /** Of a draft that goes nowhere yet. */
  static Route of(Caller owner) {
    var route = new Route();
    route.fromAgency = owner.agency();
    route.fromTeam = owner.teams().stream().sorted().findFirst().orElse(null);
    route.owner = owner.subject();
    route.ownerRole = owner.role();
    return route;
  }

  void to(String agency, String team) {
    toAgency = agency;
    toTeam = team;
  }

  void sentBy(UUID submitter) {
    this.submitter = submitter;
  }

  void workedOnBy(UUID assignee) {
    this.assignee = assignee;
  }

  String fromAgency() {
    return fromAgency;
  }

  String fromTeam() {
    return fromTeam;
  }

  String toAgency() {
    return toAgency;
  }

  String toTeam() {
    return toTeam;
  }

  UUID owner() {
    return owner;
  }

  UUID submitter() {
    return submitter;
  }

  UUID assignee() {
    return assignee;
  }
}
