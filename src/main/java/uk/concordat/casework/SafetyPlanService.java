package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.CaseworkReferral;

/**
 * The plan for the safety of the person harmed. Each method is one transaction and asks one
 * permission; they throw what {@link CrimeService} throws.
 */
@ApplicationScoped
public class SafetyPlanService {
  @Inject MeasureRepository measures;
  @Inject MeasureRules rules;
  @Inject Casework casework;
  @Inject Clock clock;

  /** The plan; empty for those who do not see the force's own work. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public SafetyPlan of(String reference) {
    return consulted(casework.read(reference, Action.REFERRAL_READ));
  }

  /**
   * Adds a measure.
   *
   * @param version of the plan, as the caller saw it
   * @throws InvalidInput with everything that is wrong
   */
  @Transactional
  @Requires(Action.SAFETY_PLAN)
  public SafetyPlan add(String reference, String version, MeasureContent content) {
    CaseworkReferral referral = casework.worked(reference, Action.SAFETY_PLAN, Casework.TAKEN_ON);
    SafetyPlan before = seen(referral, version);
    rules.check(content);
    if (!measures.add(
        referral, before.measures().size() + 1, content, casework.caller(), clock.instant())) {
      throw stale(referral);
    }
    casework.append(
        referral,
        Verb.COLLECT,
        Action.SAFETY_PLAN,
        List.of(DataClass.D4),
        new Change(null, content));
    return consulted(referral);
  }

  /**
   * Says what became of a measure: done, or not and why, whether the person harmed may read it, and
   * when it was shared with them. What is not said stays.
   *
   * @param version of the plan, as the caller saw it
   * @param number of the measure; one that is none is not found
   * @throws InvalidInput with everything that is wrong
   */
  @Transactional
  @Requires(Action.SAFETY_PLAN)
  public SafetyPlan change(String reference, String version, String number, MeasureChange said) {
    CaseworkReferral referral = casework.worked(reference, Action.SAFETY_PLAN, Casework.TAKEN_ON);
    SafetyPlan before = seen(referral, version);
    Measure measure =
        before.measures().stream()
            .filter(one -> String.valueOf(one.number()).equals(number))
            .findFirst()
            .orElseThrow(NotFound::new);
    MeasureChange change = said.over(measure);
    rules.check(change, measure);
    if (!measures.change(referral, measure, change, casework.caller(), clock.instant())) {
      throw stale(referral);
    }
    casework.append(
        referral,
        Verb.ALTER,
        Action.SAFETY_PLAN,
        List.of(DataClass.D4),
        new Change(measure, change));
    return consulted(referral);
  }

  private SafetyPlan seen(CaseworkReferral referral, String version) {
    SafetyPlan before = view(referral);
    if (!before.version().equals(version)) {
      throw stale(referral);
    }
    return before;
  }

  private static StaleVersion stale(CaseworkReferral referral) {
    return new StaleVersion(Action.SAFETY_PLAN.code(), referral.id());
  }

  /** What the caller sees of it. */
  SafetyPlan view(CaseworkReferral referral) {
    List<Measure> seen = referral.shows(DataClass.D4) ? measures.of(referral.id()) : List.of();
    int versions = seen.stream().mapToInt(Measure::version).sum();
    return new SafetyPlan(
        referral.reference(),
        String.valueOf(versions),
        seen,
        casework.may(referral, Action.SAFETY_PLAN, Casework.TAKEN_ON));
  }

  private SafetyPlan consulted(CaseworkReferral referral) {
    SafetyPlan seen = view(referral);
    casework.shown(referral, List.of(seen.measures().isEmpty() ? DataClass.D1 : DataClass.D4));
    return seen;
  }
}
