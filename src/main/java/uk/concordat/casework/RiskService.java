package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.CaseworkReferral;

/**
 * Assessing the risk to the person harmed by the factors of domain.md 4.5: rules suggest, a person
 * decides. Each method is one transaction and asks one permission; they throw what {@link
 * CrimeService} throws.
 */
@ApplicationScoped
public class RiskService {
  @Inject RiskRepository risks;
  @Inject TriageRepository triages;
  @Inject RiskRules rules;
  @Inject Casework casework;
  @Inject Clock clock;

  /** The assessments; none for those who do not see the force's own work. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Risk of(String reference) {
    return consulted(casework.read(reference, Action.REFERRAL_READ));
  }

  /**
   * Makes one; the last one stands, and the others are kept. Where it is high, whoever worked on
   * the referral does not close it (domain.md 7.2, move 16).
   *
   * @param version of the assessments, as the caller saw them
   * @throws InvalidInput with everything that is wrong
   */
  @Transactional
  @Requires(Action.RISK_ASSESS)
  public Risk assess(String reference, String version, RiskContent content) {
    CaseworkReferral referral = casework.worked(reference, Action.RISK_ASSESS, Casework.TAKEN_ON);
    Risk before = view(referral);
    if (!before.version().equals(version)) {
      throw stale(referral);
    }
    rules.check(content, before.rules(), before.safeguards());
    if (!risks.add(
        referral,
        before.items().size() + 1,
        content,
        RiskRules.suggested(before.rules(), content.answers()),
        casework.caller(),
        clock.instant())) {
      throw stale(referral);
    }
    Verb verb = before.items().isEmpty() ? Verb.COLLECT : Verb.ALTER;
    List<DataClass> classes = new ArrayList<>(List.of(DataClass.D4));
    if (content.safeguarding() != null) {
      classes.add(DataClass.D15);
    }
    casework.append(referral, verb, Action.RISK_ASSESS, classes, kept(content));
    return consulted(referral);
  }

  private static Map<DataClass, Change> kept(RiskContent content) {
    var own =
        new RiskContent(
            content.answers(), content.level(), content.reason(), content.reviewOn(), null);
    Map<DataClass, Change> kept = new HashMap<>();
    kept.put(DataClass.D4, new Change(null, own));
    if (content.safeguarding() != null) {
      kept.put(DataClass.D15, new Change(null, content.safeguarding()));
    }
    return kept;
  }

  private static StaleVersion stale(CaseworkReferral referral) {
    return new StaleVersion(Action.RISK_ASSESS.code(), referral.id());
  }

  /** What the caller sees of them. */
  Risk view(CaseworkReferral referral) {
    List<RiskAssessment> seen = referral.shows(DataClass.D4) ? risks.of(referral.id()) : List.of();
    return new Risk(
        referral.reference(),
        String.valueOf(seen.size()),
        seen,
        risks.rules(),
        referral.shows(DataClass.D4) && due(referral, seen),
        referral.shows(DataClass.D15),
        casework.may(referral, Action.RISK_ASSESS, Casework.TAKEN_ON));
  }

  /** A red flag raises review (domain.md 4.5), and so does the day that was set for it. */
  private boolean due(CaseworkReferral referral, List<RiskAssessment> seen) {
    boolean flagged =
        triages.of(referral.id()).stream()
            .findFirst()
            .filter(triage -> seen.isEmpty() || triage.at().isAfter(seen.get(0).at()))
            .filter(triage -> !triage.redFlags().isEmpty())
            .isPresent();
    return flagged || (!seen.isEmpty() && !seen.get(0).reviewOn().isAfter(rules.today()));
  }

  private Risk consulted(CaseworkReferral referral) {
    Risk seen = view(referral);
    casework.shown(referral, classes(seen));
    return seen;
  }

  /** The classes of what is shown. */
  static Set<DataClass> classes(Risk seen) {
    Set<DataClass> classes = EnumSet.of(seen.items().isEmpty() ? DataClass.D1 : DataClass.D4);
    if (seen.items().stream().anyMatch(one -> one.safeguarding() != null)) {
      classes.add(DataClass.D15);
    }
    return classes;
  }
}
