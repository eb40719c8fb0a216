package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.Findings;

/**
 * Which incidents belong together: the system proposes, a person decides. Each method is one
 * transaction, asks one permission and writes its ledger entry. All throw {@link NotFound} where
 * the caller may not see the incident or there is none.
 */
@ApplicationScoped
public class IncidentSeriesService {
  private static final int PARAGRAPH = 2_000;

  @Inject SeriesRepository series;
  @Inject IncidentGate gate;
  @Inject Refusals refusals;
  @Inject Ledger ledger;
  @Inject Clock clock;

  /** What belongs together with an incident, and what could, among what the caller sees. */
  @Transactional
  @Requires(Action.INCIDENT_LINK)
  public IncidentSeries of(String reference) {
    Incident incident = gate.visible(reference, Action.INCIDENT_LINK);
    IncidentSeries found = shown(incident);
    List<UUID> told =
        Stream.concat(
                Stream.of(reference),
                Stream.concat(
                    found.members().stream(),
                    Stream.concat(
                        found.decisions().stream().map(LinkDecision::other),
                        found.proposals().stream().map(LinkProposal::other))))
            .distinct()
            .flatMap(each -> gate.find(each).stream())
            .map(Incident::id)
            .toList();
    ledger.append(
        Entry.listed(Action.INCIDENT_LINK.code(), told, classes(found)).about(Entry.INCIDENT));
    return found;
  }

  /** A likeness shows something of what is alike. */
  private static Set<DataClass> classes(IncidentSeries found) {
    Set<DataClass> classes = EnumSet.of(DataClass.D1);
    if (!found.equals(new IncidentSeries(List.of(), List.of(), List.of()))) {
      classes.add(DataClass.D5);
    }
    found.decisions().forEach(each -> classes.add(each.ground().dataClass()));
    found.proposals().forEach(each -> classes.add(each.ground().dataClass()));
    return classes;
  }

  /** What the gate lets through of what the database found. */
  private IncidentSeries shown(Incident incident) {
    IncidentSeries found = series.of(incident, gate.links(incident, Ground.PERSON));
    Set<DataClass> shown = gate.access(incident.participation()).shown();
    return new IncidentSeries(
        found.members().stream().filter(each -> gate.find(each).isPresent()).toList(),
        found.decisions().stream()
            .filter(each -> shown.contains(each.ground().dataClass()))
            .filter(each -> gate.find(each.other()).isPresent())
            .toList(),
        found.proposals().stream()
            .filter(each -> shown.contains(each.ground().dataClass()))
            .filter(each -> gate.links(incident, each.ground()))
            .filter(
                each ->
                    gate.find(each.other())
                        .filter(other -> gate.links(other, each.ground()))
                        .isPresent())
            .toList());
  }

  /**
   * Decides whether two incidents belong together. By the same person or place, the one that
   * happened later is then a repeat. Somebody may decide again: the last decision stands, and what
   * it supersedes is kept.
   *
   * @param version of the series that the caller saw
   * @param other reference of the other incident
   * @param ground what they have in common
   * @param confirmed whether they belong together; null while nobody has said
   * @param reason in the caller's own words
   * @throws InvalidInput with what is missing, or {@code other: not-proposed} where the two have
   *     nothing of the kind in common that the caller sees and may decide on
   * @throws StaleVersion where somebody has decided since
   */
  @Transactional
  @Requires(Action.INCIDENT_LINK)
  public void decide(
      String reference,
      String version,
      String other,
      Ground ground,
      Boolean confirmed,
      String reason) {
    Incident incident = gate.visible(reference, Action.INCIDENT_LINK);
    if (!gate.permits(incident, Action.INCIDENT_LINK)) {
      throw gate.refused(incident, Action.INCIDENT_LINK);
    }
    var findings = new Findings();
    findings.required(other, "other");
    findings.required(ground, "ground");
    findings.required(confirmed, "confirmed");
    findings.required(reason, "reason");
    findings.typed(PARAGRAPH, reason, "reason");
    findings.throwIfAny();
    Incident second =
        gate.find(other)
            .filter(found -> gate.links(incident, ground) && gate.links(found, ground))
            .orElseThrow(this::notProposed);
    IncidentSeries seen = shown(incident);
    if (!seen.version().equals(version)) {
      throw new StaleVersion();
    }
    LinkDecision before = seen.standing(second.reference(), ground);
    Instant now = clock.instant();
    if (!series.link(incident.id(), second.id(), ground, confirmed, reason, before, now)) {
      throw notProposed();
    }
    LinkDecision after = shown(incident).standing(second.reference(), ground);
    ledger.append(
        Entry.several(
                confirmed ? Verb.COMBINE : Verb.ALTER,
                Action.INCIDENT_LINK.code(),
                List.of(incident.id(), second.id()),
                EnumSet.of(DataClass.D5, ground.dataClass()))
            .about(Entry.INCIDENT)
            .changing("D5", new Change(before, after)));
  }

  /** Whether there is such an incident is not told; that it was tried is kept. */
  private InvalidInput notProposed() {
    refusals.record(Action.INCIDENT_LINK.code(), "not-visible", Entry.INCIDENT, null);
    return new InvalidInput("other", "not-proposed");
  }
}
