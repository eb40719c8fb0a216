package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.TrailCursor;
import uk.concordat.audit.Verb;

/**
 * Who has seen a referral. It is for those who answer for it: whoever started it or works on it,
 * whoever leads their team, and information governance of the agencies between which it went. They
 * may use it for the four purposes of DPA 2018 s.62(4) only.
 */
@ApplicationScoped
public class ReferralTrailService {
  @Inject PermittedReferral permitted;
  @Inject ReferralGate gate;
  @Inject SeenRepository seen;
  @Inject Ledger ledger;

  /**
   * A page of who has seen it or done something to it, newest first. Other agencies' people are
   * known by role and agency only.
   *
   * @param before where the page before ended; null for the newest
   * @throws uk.concordat.kernel.NotFound where the caller does not know of the record
   * @throws GuardRefused where they do and do not answer for it
   */
  @Transactional
  @Requires(Action.REFERRAL_TRAIL)
  public Seen trail(String reference, TrailCursor before, int limit) {
    ReferralHeader referral = permitted.known(reference, Action.REFERRAL_TRAIL);
    UUID record = referral.participation().record();
    if (!gate.answers(referral)) {
      throw permitted.refused(record, Action.REFERRAL_TRAIL);
    }
    List<SeenEntry> entries = seen.of(record, before, limit);
    ledger.append(
        Entry.of(
            Verb.CONSULT,
            Action.REFERRAL_TRAIL.code(),
            record,
            referral.version(),
            List.of(DataClass.D17)));
    return new Seen(referral.reference(), entries);
  }
}
