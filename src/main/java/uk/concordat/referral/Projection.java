package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import uk.concordat.access.Access;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;
import uk.concordat.access.RecordFacts;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.agency.StaffMember;
import uk.concordat.caller.Caller;

/**
 * Shows a referral to a caller: what they may not see never leaves here. A compartment is loaded
 * only where the gate shows it, and the database shows it only where its own policy does.
 */
@ApplicationScoped
class Projection {
  @Inject ReferralRepository referrals;
  @Inject InfoRequestRepository requests;
  @Inject RelatedRepository related;
  @Inject CompartmentRepository compartments;
  @Inject ConsentOverrideRepository overrides;
  @Inject AgencyRepository agencies;
  @Inject ReferralGate gate;
  @Inject OutcomeOwed outcomeOwed;
  @Inject MoveGuards guards;
  @Inject ContactRepository contacts;

  ReferralView view(Referral referral, Caller caller) {
    UUID id = referral.id();
    RecordFacts facts = gate.facts(referral.header());
    Access access = gate.access(facts);
    var identity = compartment(access, DataClass.D2, id, referrals::identity);
    var needs = compartment(access, DataClass.D4, id, referrals::needs);
    var incident = compartment(access, DataClass.D5, id, referrals::incident);
    Further further = compartments.read(id, Compartment.among(access.shown()));
    boolean feedback = access.level(DataClass.D16) == Level.FULL;
    List<HistoryEvent> history = referrals.history(id, feedback);
    Map<DataClass, String> masked = masked(access, id);
    Set<DataClass> shown = EnumSet.of(DataClass.D1);
    shown.addAll(masked.keySet());
    identity.ifPresent(present -> shown.add(DataClass.D2));
    needs.ifPresent(present -> shown.add(DataClass.D4));
    incident.ifPresent(present -> shown.add(DataClass.D5));
    shown.addAll(further.classes());
    List<Contact> told =
        new ContactSight(access, caller.agency(), referral.participation().contentUntil())
            .of(contacts.of(id));
    shown.addAll(ContactSight.classes(told));
    if (history.stream().anyMatch(event -> event.feedback().text() != null)) {
      shown.add(DataClass.D16);
    }
    MoveGuards.Offer offer = guards.offer(referral, access);
    return new ReferralView(
        id,
        referral.reference(),
        version(referral, access, masked),
        referral.type(),
        referral.state(),
        referral.route().fromAgency(),
        referral.route().toAgency(),
        referral.matter().urgency(),
        referral.matter().strands(),
        referral.matter().marking(),
        identity.map(present -> referral.matter().personKnown()).orElse(null),
        referral.matter().footing(),
        identity.map(present -> present.person(referral.matter().personKnown())).orElse(null),
        needs.map(ReferralNeeds::needs).orElse(null),
        incident.map(ReferralIncident::incident).orElse(null),
        further,
        needs.flatMap(present -> override(referral, present.needs())).orElse(null),
        referral.createdAt(),
        referral.changedAt(),
        referral.submittedAt(),
        referral.clock(),
        caller.subject().equals(referral.participation().owner()),
        referral.restricted(),
        referral.recalled(),
        assignee(referral),
        offer.moves(),
        offer.colleague(),
        history,
        outcomeOwed.next(referral, access, caller),
        told,
        gate.contactKeeper(referral.header(), access).isPresent(),
        requests.of(id).stream().map(one -> one.shown(feedback, incident.isPresent())).toList(),
        related.of(id),
        referrals.audiences(id),
        masked,
        access,
        gate.answers(referral.header()),
        shown,
        gate.agreements(facts, access, shown));
  }

  /** What a change of the referral by the caller must name. */
  String version(Referral referral) {
    Access access = gate.access(referral);
    return version(referral, access, masked(access, referral.id()));
  }

  /**
   * Composed of the header's version, the version of each class that is shown in full, and the
   * masked forms: what the caller does not see cannot change it.
   */
  private String version(Referral referral, Access access, Map<DataClass, String> masked) {
    StringBuilder version = new StringBuilder().append(referral.version());
    new TreeMap<>(compartments.versions(referral.id()))
        .forEach(
            (dataClass, count) -> {
              if (access.level(dataClass) == Level.FULL) {
                version.append('.').append(dataClass).append('-').append(count);
              }
            });
    if (!masked.isEmpty()) {
      version.append(".M-").append(Integer.toHexString(masked.toString().hashCode()));
    }
    return version.toString();
  }

  private Optional<ConsentOverride> override(Referral referral, Needs needs) {
    return needs.overrideReason() == null
        ? Optional.empty()
        : overrides.of(referral.id(), referral.route().toAgency(), needs);
  }

  List<Move> moves(Referral referral) {
    return guards.offer(referral, gate.access(referral)).moves();
  }

  private static <T> Optional<T> compartment(
      Access access, DataClass dataClass, UUID referral, Function<UUID, Optional<T>> load) {
    return access.level(dataClass) == Level.FULL ? load.apply(referral) : Optional.empty();
  }

  private Map<DataClass, String> masked(Access access, UUID referral) {
    Map<DataClass, String> masked = new EnumMap<>(DataClass.class);
    referrals
        .masked(referral)
        .forEach(
            (dataClass, form) -> {
              if (access.level(dataClass) == Level.MASKED) {
                masked.put(dataClass, form);
              }
            });
    return masked;
  }

  private String assignee(Referral referral) {
    return Optional.ofNullable(referral.route().assignee())
        .flatMap(agencies::colleague)
        .map(StaffMember::displayName)
        .orElse(null);
  }
}
