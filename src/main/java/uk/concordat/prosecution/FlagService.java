package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;

/** Monitoring flags: on which strands the case against somebody is followed as hate. */
@ApplicationScoped
public class FlagService {
  @Inject FlagRepository flags;
  @Inject Prosecuting prosecuting;

  /**
   * Flags the case against a defendant on a strand, or takes the flag off with a reason, as long as
   * the referral lies with the caller: up to its outcome. What was decided before stays as it was
   * decided. Throws what {@link FileService} throws.
   *
   * @param version of the file, as the caller saw it
   * @throws InvalidInput with everything that is wrong
   * @throws NotFound where there is no such defendant
   */
  @Transactional
  @Requires(Action.REVIEW_DECIDE)
  public FileView change(String reference, String version, UUID defendant, FlagChange change) {
    var ready = prosecuting.ready(reference, version, Action.REVIEW_DECIDE, Reviewer.PROSECUTOR);
    if (ready.file() == null || ready.file().defendant(defendant).isEmpty()) {
      throw new NotFound();
    }
    FlagRules.findings(change, ready.view().flags().of(defendant)).throwIfAny();
    flags.add(
        ready.referral(), ready.file(), defendant, change, prosecuting.caller(), prosecuting.now());
    prosecuting.append(
        ready.referral(),
        Verb.ALTER,
        Action.REVIEW_DECIDE,
        List.of(DataClass.D10),
        new Change(null, List.of(defendant, change)));
    prosecuting.tell(
        ready.referral(), Action.REVIEW_DECIDE, new Change(null, List.of(defendant, change)));
    return prosecuting.consulted(ready.referral());
  }
}
