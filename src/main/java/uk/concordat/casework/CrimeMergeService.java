package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.referral.CaseworkReferral;

/** Crimes that were recorded twice: one of the two counts, and what came of it. */
@ApplicationScoped
public class CrimeMergeService {
  @Inject CrimeService crimes;
  @Inject CrimeOutcomeRepository outcomes;
  @Inject Casework casework;
  @Inject Clock clock;

  /**
   * Says that a crime of the referral is another of them, or is one of its own after all. What came
   * of it stays readable and does not count; throws what {@link CrimeService} throws.
   *
   * @param version of the crimes, as the caller saw them
   * @param into the one that counts; null to take it back
   * @param reason in the caller's own words
   * @throws InvalidInput with everything that is wrong
   */
  @Transactional
  @Requires(Action.CRIME_RECORD)
  public Crimes merge(String reference, String version, UUID crime, UUID into, String reason) {
    CaseworkReferral referral = crimes.ready(reference, version, Action.CRIME_RECORD);
    Crime found = crimes.find(referral, crime);
    CrimeMergeRules.findings(found, into, reason, crimes.all(referral)).throwIfAny();
    outcomes.merge(referral, crime, into, reason, casework.caller(), clock.instant());
    CrimeOutcomeRules.agree(outcomes.told(referral.id()), crimes.all(referral), "into");
    Map<String, Object> said = new HashMap<>();
    said.put("crime", crime);
    said.put("into", into);
    said.put("reason", reason);
    casework.append(
        referral,
        Verb.ALTER,
        Action.CRIME_RECORD,
        List.of(DataClass.D5),
        new Change(found.detail().mergedInto(), said));
    return crimes.consulted(referral);
  }
}
