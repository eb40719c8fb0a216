package uk.concordat.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.Participation;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;
import uk.concordat.kernel.Reference;
import uk.concordat.kernel.Strand;

/**
 * The header of an incident (data class D1). It is written as a draft; that a draft becomes a
 * logged incident is the database's work (function {@code log_incident}), because its author may
 * not see it any more.
 */
@Entity
@Table(name = "incident")
class Incident {
  @Id private UUID id;
  private String reference;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private IncidentState state;

  private String agency;
  private String team;

  @Column(name = "origin_agency")
  private String originAgency;

  private UUID owner;

  @Column(name = "owner_role")
  private String ownerRole;

  private String strands;
  private String others;

  @Column(name = "person_known")
  private Boolean personKnown;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "logged_at")
  private Instant loggedAt;

  protected Incident() {}

  Incident(Reference reference, Caller owner, Instant now) {
    id = Ids.next();
    this.reference = reference.text();
    state = IncidentState.DRAFT;
    agency = owner.agency();
    originAgency = owner.agency();
    team = owner.teams().stream().sorted().findFirst().orElse(null);
    this.owner = owner.subject();
    ownerRole = owner.role();
    strands = "";
    others = "";
    createdAt = now;
    changedAt = now;
  }

  void describe(IncidentContent content, Instant now) {
    strands = Codes.strands(content.strands());
    others = Codes.join(content.others());
    personKnown = content.person().known();
    changedAt = now;
  }

  /** Who takes part in it, for the gate: its holder and its author, and nobody who receives it. */
  Participation participation() {
    return new Participation(
        id, state == IncidentState.DRAFT, owner, agency, team, null, null, null, null, false, null);
  }

  UUID id() {
    return id;
  }

  String reference() {
    return reference;
  }

  long version() {
    return version;
  }

  IncidentState state() {
    return state;
  }

  String agency() {
    return agency;
  }

  String originAgency() {
    return originAgency;
  }

  Set<Strand> strands() {
    return Codes.strands(strands);
  }

  List<String> others() {
    return Codes.split(others);
  }

  Boolean personKnown() {
    return personKnown;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant changedAt() {
    return changedAt;
  }

  Instant loggedAt() {
    return loggedAt;
  }
}
