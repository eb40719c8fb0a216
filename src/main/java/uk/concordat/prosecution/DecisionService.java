package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.Strand;
import uk.concordat.referral.Findings;
import uk.concordat.victim.EventKind;
import uk.concordat.victim.VictimClock;

/**
 * Decisions on whoever is suspected, and the Attorney General's consent to charge. Each method is
 * one transaction and asks one permission; they throw what {@link ReviewService} throws.
 */
@ApplicationScoped
public class DecisionService {
  private static final int PARAGRAPH = 2_000;

  @Inject DecisionRepository decisions;
  @Inject ReviewRepository reviews;
  @Inject OffenceRepository offences;
  @Inject ReviewSteps steps;
  @Inject VictimClock clock;
  @Inject Prosecuting prosecuting;

  /**
   * Decides on one defendant. The police read the decision and why, in the words meant for them;
   * the tests behind it are advice, which they never do.
   *
   * @param version of the file, as the caller saw it
   * @param decision one that decides
   * @throws InvalidInput with everything that is wrong
   */
  @Transactional
  @Requires(Action.REVIEW_DECIDE)
  public FileView decide(
      String reference,
      String version,
      UUID defendant,
      ReviewMove decision,
      DecisionContent content) {
    if (!decision.decides()) {
      throw new InvalidInput("decision", "unknown");
    }
    var ready = prosecuting.ready(reference, version, Action.REVIEW_DECIDE, decision.reviewer());
    Defendant one = steps.standing(ready, decision, defendant);
    if (decision == ReviewMove.APPLY_FULL_CODE && !ready.view().awaitsFullCode(one)) {
      throw prosecuting.impossible(ready, Action.REVIEW_DECIDE);
    }
    List<Charge> proposed = ready.file().charges(one);
    boolean legal = decision != ReviewMove.ADMIN_FINALISED;
    Set<Strand> flagged = legal ? ready.view().flags().of(defendant) : Set.of();
    check(ready, one, decision, content, flagged);
    Map<Strand, Provable> prosecuted = new TreeMap<>();
    flagged.forEach(strand -> prosecuted.put(strand, Provable.of(strand, content.hostility())));
    decisions.add(
        ready.referral(),
        ready.file(),
        one,
        decision,
        content,
        prosecuted,
        prosecuting.caller(),
        prosecuting.now());
    steps.one(ready, decision, defendant);
    if (decision == ReviewMove.APPLY_FULL_CODE && altered(ready, one, content)) {
      clock.happened(ready.referral().id(), EventKind.CPS_ALTERED, prosecuting.now());
    }
    prosecuting.append(
        ready.referral(),
        Verb.COLLECT,
        Action.REVIEW_DECIDE,
        List.of(DataClass.D10),
        new Change(null, content));
    prosecuting.tell(
        ready.referral(),
        Action.REVIEW_DECIDE,
        new Change(null, List.of(decision, content.told(), content.charges(), prosecuted)));
    return prosecuting.consulted(ready.referral());
  }

  /**
   * Says where the consent of the Attorney General stands; while it is not granted, nothing that
   * needs it is charged.
   *
   * @throws InvalidInput with everything that is wrong; {@code status: not-requested} where it is
   *     answered without having been asked for
   */
  @Transactional
  @Requires(Action.REVIEW_DECIDE)
  public FileView consent(String reference, String version, Consent consent) {
    var ready = prosecuting.ready(reference, version, Action.REVIEW_DECIDE, Reviewer.PROSECUTOR);
    if (ready.file() == null) {
      throw new NotFound();
    }
    Consent before = ready.view().consent();
    var findings = new Findings();
    findings.required(consent.status(), "status");
    findings.required(consent.on(), "on");
    findings.add(
        consent.on() != null && consent.on().isAfter(prosecuting.today()), "on", "in-the-future");
    findings.add(
        before == null && consent.status() != null && consent.status() != Consent.Status.REQUESTED,
        "status",
        "not-requested");
    findings.throwIfAny();
    reviews.consent(
        ready.referral(), ready.file(), consent, prosecuting.caller(), prosecuting.now());
    prosecuting.append(
        ready.referral(),
        before == null ? Verb.COLLECT : Verb.ALTER,
        Action.REVIEW_DECIDE,
        List.of(DataClass.D10),
        new Change(before, consent));
    prosecuting.tell(ready.referral(), Action.REVIEW_DECIDE, new Change(before, consent));
    return prosecuting.consulted(ready.referral());
  }

  private void check(
      Prosecuting.Ready ready,
      Defendant one,
      ReviewMove decision,
      DecisionContent content,
      Set<Strand> flagged) {
    var findings = new Findings();
    findings.required(content.told(), "told");
    findings.typed(PARAGRAPH, content.told(), "told");
    copy(CodeTestRules.findings(decision, content.test()), findings);
    copy(HostilityRules.findings(flagged, content.hostility()), findings);
    if (decision.charges()) {
      // who was charged already was so in time or not on that day
      LocalDate begun = one.carriedOut() == null ? prosecuting.today() : one.carriedOut();
      var rules = new ChargingRules(offences.all(), ready.view().consent(), begun);
      copy(rules.findings(ready.file().charges(one), content), findings);
    } else {
      findings.add(!content.charges().isEmpty(), "charges", "not-of-this-decision");
    }
    findings.throwIfAny();
  }

  /** Whether other charges stand from here on. */
  private static boolean altered(Prosecuting.Ready ready, Defendant one, DecisionContent content) {
    Set<Integer> chosen =
        ready.file().charges(one).stream()
            .filter(charge -> content.charges().contains(charge.id()))
            .map(Charge::number)
            .collect(Collectors.toSet());
    return ready.view().standing(one).filter(last -> last.charges().equals(chosen)).isEmpty();
  }

  private static void copy(Findings found, Findings into) {
    found.all().forEach(error -> into.add(true, error.field(), error.code()));
  }
}
