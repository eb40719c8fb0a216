package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.referral.CaseworkReferral;
import uk.concordat.referral.Feedback;
import uk.concordat.referral.OutcomeMoves;
import uk.concordat.referral.ReferralView;

/**
 * Recording an outcome with all that it needs (domain.md 2.1). Each method is one transaction and
 * asks one permission. All throw {@link NotFound} where the caller may not see the referral or
 * there is none.
 */
@ApplicationScoped
public class OutcomeService {
  private static final String POLICE = "POLICE_";

  @Inject OutcomeRepository outcomes;
  @Inject OutcomeRules rules;
  @Inject CrimeRepository crimes;
  @Inject OutcomeMoves moves;
  @Inject Casework casework;
  @Inject Event<OutcomeSaid> said;

  /** What an outcome needs besides its words, for somebody who is about to record it. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public List<OutcomeField> fields(String reference, String outcome) {
    CaseworkReferral referral = casework.read(reference, Action.REFERRAL_READ);
    casework.shown(referral, List.of(DataClass.D1));
    return outcome == null || !referral.works()
        ? List.of()
        : outcomes.fields(outcome, referral.id());
  }

  /** The outcomes so far: what was said besides is for the agency that said it. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Outcomes of(String reference) {
    CaseworkReferral referral = casework.read(reference, Action.REFERRAL_READ);
    List<RecordedOutcome> seen =
        outcomes.of(referral.id()).stream().map(one -> shown(one, referral)).toList();
    boolean details = seen.stream().anyMatch(one -> !one.details().isEmpty());
    boolean codes = seen.stream().anyMatch(one -> one.code() != null);
    List<DataClass> classes = new ArrayList<>(List.of(DataClass.D1));
    if (details) {
      classes.add(DataClass.D5);
    }
    if (codes) {
      classes.add(DataClass.D16);
    }
    casework.shown(referral, classes);
    return new Outcomes(referral.reference(), seen);
  }

  private static RecordedOutcome shown(RecordedOutcome one, CaseworkReferral referral) {
    return new RecordedOutcome(
        referral.feedback() ? one.code() : null,
        one.current(),
        one.at(),
        referral.shows(DataClass.D5) ? one.details() : Map.of());
  }

  /**
   * Records an outcome, which supersedes any before it; throws what {@link
   * OutcomeMoves#recordOutcome} throws.
   *
   * @param details by {@link OutcomeField#field()}, days as in {@code 2026-11-18}; {@code
   *     outcomeOn} may be among them: when it was decided, today without it
   * @throws InvalidInput with everything that is wrong; {@code reason: not-of-a-crime} where what
   *     came of its crimes was said, and none came to that
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView record(
      String reference, String version, Feedback outcome, Map<String, String> details) {
    CaseworkReferral referral = casework.read(reference, Action.REFERRAL_READ);
    List<OutcomeField> fields =
        outcome.reason() == null ? List.of() : outcomes.fields(outcome.reason(), referral.id());
    List<FieldError> wrong = new ArrayList<>();
    if (!amongCrimes(referral, outcome.reason())) {
      wrong.add(new FieldError("reason", "not-of-a-crime"));
    }
    wrong.addAll(rules.check(fields, details, outcomes.recordedOn(referral.id())).all());
    ReferralView recorded;
    try {
      recorded = moves.recordOutcome(reference, version, outcome);
    } catch (InvalidInput invalid) {
      List<FieldError> all = new ArrayList<>(invalid.errors());
      if (all.stream().anyMatch(error -> error.field().equals("reason"))) {
        throw invalid; // what another outcome would need is not asked for
      }
      all.addAll(wrong);
      throw new InvalidInput(all);
    }
    if (!wrong.isEmpty()) {
      throw new InvalidInput(wrong);
    }
    if (!details.isEmpty()) {
      Map<String, String> kept = kept(fields, details);
      outcomes.keep(referral, kept);
      casework.append(
          referral,
          Verb.COLLECT,
          casework.held(
              Action.OUTCOME_POLICE_RECORD,
              Action.OUTCOME_CPS_RECORD,
              Action.OUTCOME_SERVICE_RECORD),
          List.of(DataClass.D5),
          new Change(null, kept));
    }
    said.fire(new OutcomeSaid(referral.id(), outcome.reason(), rules.happenedOn(details)));
    return recorded;
  }

  /** What came of it is one of what came of its crimes, once that was said of any (ADR 44). */
  private boolean amongCrimes(CaseworkReferral referral, String outcome) {
    return outcome == null
        || !outcome.startsWith(POLICE)
        || CrimeOutcomeRules.among(outcome.substring(POLICE.length()), crimes.of(referral.id()));
  }

  private static Map<String, String> kept(List<OutcomeField> fields, Map<String, String> details) {
    Map<String, String> kept = new TreeMap<>(details);
    fields.forEach(
        field ->
            kept.computeIfPresent(
                field.field(), (name, said) -> OutcomeRules.kept(field.kind(), said)));
    return kept;
  }
}
