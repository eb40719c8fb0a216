package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.Verb;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.referral.DraftService;
import uk.concordat.referral.ReferralView;
import uk.concordat.referral.VisibleReferrals;

/**
 * Makes referrals of incidents. Each method is one transaction and asks one permission; starting
 * the referral is its own room's use case, with its own ledger entry.
 */
@ApplicationScoped
public class IncidentReferralService {
  @Inject IncidentRepository incidents;
  @Inject IncidentReferralRepository links;
  @Inject IncidentGate gate;
  @Inject IncidentProjection projection;
  @Inject DraftService drafts;
  @Inject VisibleReferrals referrals;
  @Inject CodeListRepository codeLists;
  @Inject Refusals refusals;
  @Inject Ledger ledger;
  @Inject CurrentCaller current;

  /**
   * Starts a referral of a logged incident: the caller's own draft, filled with what was written
   * down. Nothing leaves the agency by it.
   *
   * @param to code of the receiver; null for the force of the caller's area, if there is one
   * @param key what the client calls this create, or null; the same key with the same digest
   *     answers the first draft again
   * @param digest of what the client sent with the key
   * @throws NotFound where the caller may not see the incident, or it has not been logged
   * @throws InvalidInput where the receiver is none, or {@code incident: restricted} where a
   *     referral of it is for named people only: the names would not go on
   */
  @Transactional
  @Requires(Action.REFERRAL_CREATE)
  public ReferralView refer(String reference, String to, String key, String digest) {
    Incident incident = gate.visible(reference, Action.REFERRAL_CREATE);
    if (incident.state() != IncidentState.LOGGED) {
      throw gate.refused(incident, Action.REFERRAL_CREATE);
    }
    if (gate.restricted(incident)) {
      refusals.record(Action.REFERRAL_CREATE.code(), "restricted", Entry.INCIDENT, incident.id());
      throw new InvalidInput("incident", "restricted");
    }
    IncidentView view = projection.view(incident);
    String receiver = to == null ? incidents.force(current.get().agency()) : to;
    var content = new ReferralOfIncident(codeLists.today()).of(view, receiver);
    ReferralView draft = drafts.create(content, key, digest + "/" + incident.reference());
    links.link(incident.id(), draft.reference(), current.get().subject());
    ledger.append(
        Entry.of(
                Verb.ALTER,
                Action.REFERRAL_CREATE.code(),
                incident.id(),
                incident.version(),
                told(view))
            .about(Entry.INCIDENT));
    if (links.excludes(draft.id())) {
      ledger.append(
          Entry.of(
              Verb.ALTER,
              Action.EXCLUSION_MANAGE.code(),
              draft.id(),
              null,
              EnumSet.of(DataClass.D1)));
    }
    return draft;
  }

  /**
   * The incident that a referral was started from, if the caller sees both.
   *
   * @param referral its reference
   * @return the reference of the incident
   */
  @Transactional
  @Requires(Action.INCIDENT_READ)
  public Optional<String> behind(String referral) {
    Optional<Incident> incident =
        referrals
            .find(referral)
            .flatMap(seen -> links.behind(referral).stream().findFirst())
            .flatMap(gate::find);
    incident.ifPresent(
        found ->
            ledger.append(
                Entry.of(
                        Verb.CONSULT,
                        Action.INCIDENT_READ.code(),
                        found.id(),
                        found.version(),
                        EnumSet.of(DataClass.D1))
                    .about(Entry.INCIDENT)));
    return incident.map(Incident::reference);
  }

  private static Set<DataClass> told(IncidentView view) {
    Set<DataClass> told = EnumSet.copyOf(view.shown());
    if (!view.suspectGoesOn()) {
      told.remove(DataClass.D6);
    }
    return told;
  }
}
