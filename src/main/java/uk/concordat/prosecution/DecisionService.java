package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.Strand;
import uk.concordat.referral.Findings;

/**
 * Decisions on whoever is suspected, and the Attorney General's consent to charge. Each method is
 * one transaction and asks one permission; they throw what {@link ReviewService} throws.
 */
@ApplicationScoped
public class DecisionService {
  private static final int PARAGRAPH = 2_000;
  private static final Set<Strand> LEGAL =
      EnumSet.of(Strand.DIS, Strand.RAC, Strand.REL, Strand.SO, Strand.TG);

  @Inject DecisionRepository decisions;
  @Inject ReviewRepository reviews;
  @Inject OffenceRepository offences;
  @Inject ReviewSteps steps;
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
    List<Charge> proposed = ready.file().charges(one);
    boolean legal = decision != ReviewMove.ADMIN_FINALISED;
    Set<Strand> flagged = legal ? flagged(ready, proposed) : Set.of();
    check(ready, decision, content, proposed, flagged);
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
      ReviewMove decision,
      DecisionContent content,
      List<Charge> proposed,
      Set<Strand> flagged) {
    var findings = new Findings();
    findings.required(content.told(), "told");
    findings.typed(PARAGRAPH, content.told(), "told");
    copy(CodeTestRules.findings(decision, content.test()), findings);
    copy(HostilityRules.findings(flagged, content.hostility()), findings);
    if (decision.target() == ReviewState.CHARGE_AUTHORISED) {
      var rules = new ChargingRules(offences.all(), ready.view().consent(), prosecuting.today());
      copy(rules.findings(proposed, content), findings);
    } else {
      findings.add(!content.charges().isEmpty(), "charges", "not-of-this-decision");
    }
    findings.throwIfAny();
  }

  private static void copy(Findings found, Findings into) {
    found.all().forEach(error -> into.add(true, error.field(), error.code()));
  }

  /** On what the case is flagged: what the police said, and what is proposed to be charged. */
  private static Set<Strand> flagged(Prosecuting.Ready ready, List<Charge> proposed) {
    Set<Strand> flagged = new TreeSet<>(ready.referral().strands());
    proposed.forEach(charge -> flagged.addAll(charge.strands()));
    flagged.retainAll(LEGAL);
    return flagged;
  }
}
