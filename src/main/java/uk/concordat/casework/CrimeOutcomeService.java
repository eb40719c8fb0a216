package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.referral.CaseworkReferral;
import uk.concordat.referral.Findings;

/**
 * What came of each crime, for each suspect (domain.md 2.1). Each method is one transaction and
 * asks one permission; they throw what {@link CrimeService} throws.
 */
@ApplicationScoped
public class CrimeOutcomeService {
  @Inject CrimeService crimes;
  @Inject CrimeOutcomeRepository outcomes;
  @Inject CrimeOutcomeRules rules;
  @Inject ResultRepository files;
  @Inject Casework casework;
  @Inject Clock clock;

  /** The types that can be recorded today; they say nothing of anybody. */
  @Transactional
  @Requires(Action.OUTCOME_POLICE_RECORD)
  public List<PoliceOutcomeType> types() {
    return outcomes.types().stream().filter(PoliceOutcomeType::chosen).toList();
  }

  /**
   * What a type needs of a crime besides its words.
   *
   * @throws NotFound where the caller sees no such crime
   */
  @Transactional
  @Requires(Action.OUTCOME_POLICE_RECORD)
  public List<OutcomeField> fields(String reference, UUID crime, String type) {
    CaseworkReferral referral = casework.read(reference, Action.REFERRAL_READ);
    crimes.find(referral, crime);
    casework.shown(referral, List.of(DataClass.D1));
    return outcomes.fields(type, crime);
  }

  /**
   * Records what came of a crime for one suspect. It supersedes what was recorded before, with a
   * reason, and never overwrites it; type 0 opens it again.
   *
   * @param version of the crimes, as the caller saw them
   * @throws InvalidInput with everything that is wrong; {@code type: merged} of a crime that counts
   *     as another one; {@code type: not-what-was-told} where the sender was told of an outcome
   *     that no crime would have come to
   */
  @Transactional
  @Requires(Action.OUTCOME_POLICE_RECORD)
  public Crimes record(String reference, String version, UUID crime, CrimeOutcomeContent content) {
    CaseworkReferral referral = crimes.ready(reference, version, Action.OUTCOME_POLICE_RECORD);
    Crime found = crimes.find(referral, crime);
    if (found.detail().merged()) {
      throw new InvalidInput("type", "merged");
    }
    PoliceOutcomeType type =
        outcomes.types().stream()
            .filter(one -> one.type().equals(content.type()))
            .findFirst()
            .orElse(null);
    List<OutcomeField> needs = type == null ? List.of() : outcomes.fields(type.type(), crime);
    Findings findings = rules.findings(found, content, type, needs);
    CrimeOutcomeRules.authorised(found, content, files.authorised(referral.id()), findings);
    findings.throwIfAny();
    CrimeOutcomeContent kept = kept(content, needs);
    outcomes.add(referral, crime, kept, casework.caller(), clock.instant());
    CrimeOutcomeRules.agree(outcomes.told(referral.id()), crimes.all(referral), "type");
    casework.append(
        referral,
        Verb.COLLECT,
        Action.OUTCOME_POLICE_RECORD,
        List.of(DataClass.D5),
        new Change(null, Map.of("crime", crime, "outcome", kept)));
    return crimes.consulted(referral);
  }

  private static CrimeOutcomeContent kept(CrimeOutcomeContent content, List<OutcomeField> needs) {
    Map<String, String> details = new TreeMap<>(content.details());
    needs.forEach(
        field ->
            details.computeIfPresent(
                field.field(), (name, said) -> OutcomeRules.kept(field.kind(), said)));
    return new CrimeOutcomeContent(
        content.suspect(), content.type(), content.outcomeOn(), content.reason(), details);
  }
}
