package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.access.Access;
import uk.concordat.access.Action;
import uk.concordat.access.Cover;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;
import uk.concordat.access.Refused;
import uk.concordat.access.Requires;
import uk.concordat.agency.Agency;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.audit.Change;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Verb;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.StaleVersion;

/**
 * What was sent, amended: by new information, or because it was wrong (domain.md 7.4, 4.8). Nothing
 * of the header moves, so that whoever does not see a class does not learn that it was amended. All
 * throw {@link uk.concordat.kernel.NotFound} where the caller may not see the record.
 */
@ApplicationScoped
public class AmendmentService {
  @Inject ReferralService service;
  @Inject Moving moving;
  @Inject Projection projection;
  @Inject AmendmentRepository amendments;
  @Inject AmendmentRules rules;
  @Inject DraftWriter writer;
  @Inject CompartmentRepository compartments;
  @Inject Sharings sharings;
  @Inject SubmitGuard submitGuard;
  @Inject ReferralRepository referrals;
  @Inject AgencyRepository agencies;
  @Inject ReferralGate gate;
  @Inject Ledger ledger;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /**
   * Amends it. What the receiver sees of that is disclosed to it again, by the agreements in force;
   * whoever works with it there, and wherever it went on to, is told, and asked to confirm where it
   * had been wrong.
   *
   * @param version what the caller changed
   * @throws InvalidInput with everything that is wrong, or where nothing changes
   * @throws Refused where the role never amends
   * @throws StaleVersion when somebody was faster
   * @throws ImpossibleMove where it is over, or not theirs to amend
   * @throws NotCovered with what no agreement in force covers
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView amend(String reference, String version, Amendment amendment) {
    Moving.Ready ready = moving.ready(reference, version, Move.AMEND);
    Findings findings = moving.said(ready, new Feedback(amendment.reason(), amendment.text()));
    findings.throwIfAny();
    Referral referral = ready.referral();
    Map<DataClass, Long> versions = compartments.versions(referral.id());
    ReferralView before = projection.view(referral, current.get());
    if (!before
        .version()
        .equals(version)) { // amended since we asked: nothing that follows knows it
      throw stale(ready);
    }
    ReferralContent old = before.content();
    ReferralContent now = DraftWriter.tidy(amendment.change().apply(old));
    Set<DataClass> changed = rules.check(referral, before, now);
    Instant at = clock.instant();
    Instant until = referral.participation().contentUntil();
    List<DataClass> disclosed = // nothing is, once the receiver sees no more than the header
        until != null && !at.isBefore(until)
            ? List.of()
            : sharings.of(now).shared().stream().filter(changed::contains).toList();
    Cover cover = submitGuard.cover(referral, disclosed, ready.action());
    UUID id = amendments.begin(referral, current.get(), amendment, at);
    try {
      writer.amend(referral, now, changed, versions);
    } catch (StaleVersion faster) {
      throw stale(ready);
    }
    amendments.tell(id);
    Map<String, Change> changes = new ContentChange(old, now).byClass();
    changes.keySet().retainAll(changed.stream().map(Enum::name).toList());
    ledger.append(
        ready
            .entry(Verb.ALTER, List.copyOf(changed))
            .changing(changes)
            .changing(
                "amendment", new Change(null, new Feedback(amendment.reason(), amendment.text()))));
    if (!disclosed.isEmpty()) {
      disclose(ready, disclosed, cover, at);
    }
    return moving.view(referral);
  }

  private static StaleVersion stale(Moving.Ready ready) {
    return new StaleVersion(ready.action().code(), ready.referral().id());
  }

  private void disclose(Moving.Ready ready, List<DataClass> classes, Cover cover, Instant at) {
    Referral referral = ready.referral();
    Agency sender = agencies.find(referral.route().fromAgency()).orElseThrow();
    classes.forEach(
        dataClass -> referrals.add(new Disclosure(referral, dataClass, sender.regime(), at)));
    Footing footing = referral.matter().footing();
    ledger.append(
        ready
            .entry(Verb.DISCLOSE, classes)
            .disclosedTo(
                referral.route().toAgency(),
                cover.agreements(classes),
                footing.purpose(),
                footing.lawfulBasis()));
  }

  /**
   * What was amended since it was sent, class by class; what the caller does not see is not there.
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Versions versions(String reference) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    ReferralView view = service.consulted(referral, Action.REFERRAL_READ);
    List<AmendedVersion> amended =
        amendments.versions(referral.id()).stream()
            .filter(one -> view.access().level(one.dataClass()) == Level.FULL)
            .toList();
    List<AmendmentReceipt> receipts = amendments.receipts(referral.id());
    String own = current.get().agency();
    Set<UUID> waiting =
        receipts.stream()
            .filter(one -> one.agency().equals(own) && one.at() == null && confirming(referral))
            .map(AmendmentReceipt::amendment)
            .collect(Collectors.toSet());
    return new Versions(view, amended, receipts, waiting);
  }

  /**
   * Confirms, for the agency that received it or was given sight of it, that what it holds has been
   * corrected too.
   *
   * @param corrections those that they were shown: what came since waits
   * @throws GuardRefused {@code not-permitted} where the caller does not work with what arrives,
   *     {@code nothing-to-confirm}
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Versions acknowledge(String reference, Set<UUID> corrections) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    if (!confirming(referral)) {
      throw moving.refused(Action.REFERRAL_ACKNOWLEDGE, referral, "not-permitted");
    }
    if (amendments.acknowledge(referral.id(), corrections, current.get(), clock.instant()) == 0) {
      throw moving.refused(Action.REFERRAL_ACKNOWLEDGE, referral, "nothing-to-confirm");
    }
    ledger.append(
        Entry.of(
                Verb.ALTER,
                Action.REFERRAL_ACKNOWLEDGE.code(),
                referral.id(),
                referral.version(),
                List.of(DataClass.D1))
            .changing("corrections", new Change(null, corrections)));
    return versions(reference);
  }

  private boolean confirming(Referral referral) {
    Caller caller = current.get();
    Access access = gate.access(referral);
    return caller.agency().equals(referral.route().toAgency())
        ? access.permits(Action.REFERRAL_ACKNOWLEDGE) || access.permits(Action.REFERRAL_WORK)
        // or whoever was given sight of it
        : !caller.agency().equals(referral.route().fromAgency()) && access.reads();
  }
}
