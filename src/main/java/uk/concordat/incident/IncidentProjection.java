package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.Access;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.audit.Entry;
import uk.concordat.referral.VisibleReferrals;

/** Shows of an incident what the gate lets through; a hidden part never leaves here. */
@ApplicationScoped
class IncidentProjection {
  /** The classes that its author writes. */
  static final Set<DataClass> PARTS = EnumSet.of(DataClass.D1, DataClass.D2, DataClass.D5);

  private static final Set<DataClass> ALL =
      EnumSet.of(DataClass.D1, DataClass.D2, DataClass.D5, DataClass.D6);

  @Inject IncidentRepository incidents;
  @Inject RecordingRepository recordings;
  @Inject NamingRepository namings;
  @Inject IncidentReferralRepository links;
  @Inject VisibleReferrals referrals;
  @Inject IncidentGate gate;

  IncidentView view(Incident incident) {
    Set<DataClass> shown = shown(incident);
    Optional<IncidentAccount> account = account(incident, shown);
    Optional<IncidentIdentity> identity = identity(incident, shown);
    return new IncidentView(
        incident.reference(),
        version(incident, account, identity),
        incident.state(),
        incident.agency(),
        incident.originAgency(),
        incident.strands(),
        incident.others(),
        shown,
        account.map(IncidentAccount::account).orElse(null),
        identity.map(each -> each.person(incident.personKnown())).orElse(null),
        shown.contains(DataClass.D2) && namings.any(incident.id()),
        shown.contains(DataClass.D5) ? recordings.of(incident.id()) : List.of(),
        shown.contains(DataClass.D6)
            ? recordings.suspect(incident.id()).orElse(Suspect.NOBODY)
            : Suspect.NOBODY,
        shown.contains(DataClass.D5) && incidents.repeatLinked(incident.id()),
        links.of(incident.id()).stream().filter(one -> referrals.find(one).isPresent()).toList(),
        incident.createdAt(),
        incident.changedAt(),
        incident.loggedAt());
  }

  /** What the ledger is told of the referrals that a view names; nothing where it names none. */
  Optional<Entry> named(IncidentView view) {
    List<UUID> named =
        view.referrals().stream().flatMap(one -> referrals.find(one).stream()).toList();
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(Entry.listed(Action.INCIDENT_READ.code(), named, EnumSet.of(DataClass.D1)));
  }

  /** The version that the caller sees: no part that is withheld moves it. */
  String version(Incident incident) {
    Set<DataClass> shown = shown(incident);
    return version(incident, account(incident, shown), identity(incident, shown));
  }

  private Set<DataClass> shown(Incident incident) {
    Access access = gate.access(incident.participation());
    Set<DataClass> shown = EnumSet.copyOf(ALL);
    shown.retainAll(access.shown());
    return shown;
  }

  private Optional<IncidentAccount> account(Incident incident, Set<DataClass> shown) {
    return shown.contains(DataClass.D5) ? incidents.account(incident.id()) : Optional.empty();
  }

  private Optional<IncidentIdentity> identity(Incident incident, Set<DataClass> shown) {
    return shown.contains(DataClass.D2) ? incidents.identity(incident.id()) : Optional.empty();
  }

  private static String version(
      Incident incident, Optional<IncidentAccount> account, Optional<IncidentIdentity> identity) {
    return incident.version()
        + identity.map(part -> ".D2-" + part.version()).orElse("")
        + account.map(part -> ".D5-" + part.version()).orElse("");
  }
}
