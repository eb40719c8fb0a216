package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.AccessPolicy;
import uk.concordat.access.DataClass;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.agency.StaffMember;
import uk.concordat.caller.Caller;

/** Shows a referral to a caller: what they may not see never leaves here. */
@ApplicationScoped
class Projection {
  @Inject ReferralRepository referrals;
  @Inject AgencyRepository agencies;
  @Inject AccessPolicy policy;

  ReferralView view(Referral referral, Caller caller) {
    UUID id = referral.id();
    Set<DataClass> shown = EnumSet.of(DataClass.D1);
    Optional<ReferralIdentity> identity = referrals.identity(id);
    identity.ifPresent(present -> shown.add(DataClass.D2));
    Optional<ReferralNeeds> needs = referrals.needs(id);
    needs.ifPresent(present -> shown.add(DataClass.D4));
    Optional<ReferralIncident> incident = referrals.incident(id);
    incident.ifPresent(present -> shown.add(DataClass.D5));
    List<HistoryEvent> history = referrals.history(id);
    if (history.stream().anyMatch(event -> event.rejection().reason() != null)) {
      shown.add(DataClass.D16);
    }
    return new ReferralView(
        id,
        referral.reference(),
        referral.version(),
        referral.type(),
        referral.state(),
        referral.fromAgency(),
        referral.toAgency(),
        referral.urgency(),
        referral.strands(),
        referral.marking(),
        referral.personKnown(),
        referral.footing(),
        identity.map(present -> present.person(referral.personKnown())).orElse(null),
        needs.map(ReferralNeeds::needs).orElse(null),
        incident.map(ReferralIncident::incident).orElse(null),
        referral.createdAt(),
        referral.changedAt(),
        referral.submittedAt(),
        referral.clock(),
        caller.subject().equals(referral.participation().owner()),
        assignee(referral),
        moves(referral, caller),
        history,
        referrals.audiences(id),
        shown);
  }

  List<Move> moves(Referral referral, Caller caller) {
    return Arrays.stream(Move.values())
        .filter(move -> move.fromState() == referral.state())
        .filter(move -> policy.permits(caller, move.action(), referral.participation()))
        .toList();
  }

  private String assignee(Referral referral) {
    return Optional.ofNullable(referral.assignee())
        .flatMap(agencies::colleague)
        .map(StaffMember::displayName)
        .orElse(null);
  }
}
