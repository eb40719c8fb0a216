package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.CaseworkReferral;
import uk.concordat.referral.Findings;

/**
 * Corrects what a crime was recorded as. What it was is kept, with the reason: nothing is
 * overwritten.
 */
@ApplicationScoped
public class CrimeCorrectionService {
  private static final int PARAGRAPH = 2_000;

  @Inject CrimeService crimes;
  @Inject CrimeVersionRepository versions;
  @Inject CrimeRules rules;
  @Inject Casework casework;
  @Inject Clock clock;

  /**
   * Corrects one, as whoever may record it. A strand that is left out was a mistake; the sender is
   * told where its number or day changed. What was hate on nothing any more may stay so.
   *
   * @param version of the crimes, as the caller saw them
   * @param crime of the referral
   * @param content all of it, as it should have been recorded
   * @param reason what was wrong, in the caller's own words
   * @throws InvalidInput with everything that is wrong, and {@code reason: nothing-changed}
   * @throws NotFound where the caller sees no such crime
   * @throws StaleVersion where somebody was faster
   */
  @Transactional
  @Requires(Action.CRIME_RECORD)
  public Crimes correct(
      String reference, String version, UUID crime, CrimeContent content, String reason) {
    CaseworkReferral referral = crimes.ready(reference, version, Action.CRIME_RECORD);
    Crime seen = crimes.find(referral, crime);
    CrimeContent before = seen.content();
    CrimeFormat format = crimes.format(referral);
    Findings findings = rules.findings(content, format, !before.strands().isEmpty());
    findings.required(reason, "reason");
    findings.typed(PARAGRAPH, reason, "reason");
    findings.throwIfAny();
    CrimeContent kept = content.kept(format.shape());
    if (kept.equals(before)) {
      throw new InvalidInput("reason", "nothing-changed");
    }
    crimes.agreeWithOutcome(referral, kept);
    CrimeOutcomeRules.check(seen, kept.recordedOn());
    if (!versions.correct(seen, kept, reason, clock.instant())) {
      throw new StaleVersion(Action.CRIME_RECORD.code(), referral.id());
    }
    casework.append(
        referral,
        Verb.ALTER,
        Action.CRIME_RECORD,
        List.of(DataClass.D5),
        new Change(before, Map.of("crime", kept, "reason", reason)));
    if (!told(before).equals(told(kept))) {
      casework.tell(referral, Action.CRIME_RECORD, new Change(told(before), told(kept)));
    }
    return crimes.consulted(referral);
  }

  /** What of it the sender knows. */
  private static List<String> told(CrimeContent crime) {
    return List.of(crime.reference(), crime.recordedOn().toString());
  }
}
