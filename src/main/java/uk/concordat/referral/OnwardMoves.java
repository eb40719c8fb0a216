package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.concordat.access.AccessPolicy;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Refused;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Verb;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.Reference;
import uk.concordat.kernel.StaleVersion;

/**
 * Referrals that go on to another agency, or turn out to have been sent already. Each is one
 * transaction, asks one permission and writes its ledger entries. All throw {@link
 * uk.concordat.kernel.NotFound} where the caller may not see the record, {@link Refused} where the
 * role never has the action, {@link StaleVersion} when somebody was faster, {@link ImpossibleMove}
 * from another state.
 */
@ApplicationScoped
public class OnwardMoves {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String SAFEGUARDING = "SAFEGUARDING";
  private static final int WORDS = 2_000;

  @Inject Moving moving;
  @Inject Submission submission;
  @Inject DraftWriter writer;
  @Inject ReferralRepository referrals;
  @Inject RelatedRepository related;
  @Inject Projection projection;
  @Inject ReferralGate gate;
  @Inject AccessPolicy policy;
  @Inject CarriedContent carried;
  @Inject Ledger ledger;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /**
   * Sends it on to another agency as a referral of the caller's own, with as much of it as they see
   * and may write down; the first one ends here.
   *
   * @throws InvalidInput with everything that is missing
   * @throws GuardRefused {@code restricted} where only named people see it, {@code
   *     consent-override} where it goes against the wish and the caller may not answer for that
   * @throws NotCovered with what no agreement in force covers
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView redirect(String reference, String version, Onward onward) {
    Moving.Ready ready = moving.ready(reference, version, Move.REDIRECT);
    Referral first = ready.referral();
    if (first.restricted()) { // the names would not go on with it
      throw moving.refused(ready, "restricted");
    }
    check(first, onward);
    Instant now = clock.instant();
    ReferralContent content =
        carried.of(projection.view(first, current.get()), onward.to(), onward.footing());
    var child =
        new Referral(referrals.nextReference(now.atZone(LONDON).getYear()), current.get(), now);
    referrals.add(child);
    ReferralContent sent = content.withFurther(carried.drafted(child, content.further()));
    if (!answersForConsent(child, sent)) {
      throw moving.refused(ready, "consent-override");
    }
    Set<DataClass> written = writer.write(child, sent, now);
    ledger.append(
        Entry.of(Verb.COLLECT, Action.REFERRAL_CREATE.code(), child.id(), child.version(), written)
            .changing(DataClass.D1.name(), child.change())
            .changing(new ContentChange(ReferralContent.EMPTY, sent).byClass()));
    submission.sendOnward(
        new Moving.Ready(child, Move.SUBMIT, Action.REFERRAL_SUBMIT, ReferralState.DRAFT),
        sent,
        first);
    first.turnAway(Move.REDIRECT, now);
    var said = new Feedback(null, onward.why());
    moving.kept(ready, said);
    boolean senderAgrees = Boolean.TRUE.equals(onward.senderAgrees());
    related.redirected(first, child, senderAgrees);
    return moving.entered(
        ready, said, Map.of("redirected", child.id(), "senderAgrees", senderAgrees));
  }

  /**
   * Says that another referral is about the same; this one ends here.
   *
   * @param other reference of the other one, as somebody typed it
   * @throws InvalidInput where the caller sees no such other referral that is open or was taken on
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView duplicate(String reference, String version, String other) {
    Moving.Ready ready = moving.ready(reference, version, Move.DUPLICATE);
    Referral duplicate = ready.referral();
    var findings = new Findings();
    findings.required(other, "other");
    findings.throwIfAny();
    Referral kept =
        Reference.parse(other)
            .flatMap(referrals::find)
            .filter(found -> !found.id().equals(duplicate.id()))
            .filter(found -> gate.access(found).reads())
            .filter(found -> related.lasts(duplicate, found))
            .orElseThrow(() -> new InvalidInput("other", "unknown"));
    duplicate.turnAway(Move.DUPLICATE, clock.instant());
    moving.kept(ready, null);
    related.duplicate(duplicate, kept);
    var link = new Change(null, Map.of("duplicate", duplicate.id(), "other", kept.id()));
    ledger.append(
        ready
            .entry(Verb.COMBINE, List.of(DataClass.D1))
            .changing(DataClass.D1.name(), duplicate.change()));
    ledger.append(
        Entry.of(
                Verb.COMBINE,
                ready.action().code(),
                kept.id(),
                kept.version(),
                List.of(DataClass.D1))
            .changing(DataClass.D1.name(), link));
    return moving.view(duplicate);
  }

  private static void check(Referral first, Onward onward) {
    var findings = new Findings();
    findings.required(onward.to(), "to");
    findings.add(first.route().fromAgency().equals(onward.to()), "to", "its-sender");
    findings.required(onward.footing().purpose(), "footing.purpose");
    findings.required(onward.footing().lawfulBasis(), "footing.lawfulBasis");
    findings.required(onward.footing().condition(), "footing.condition");
    findings.add(
        !SAFEGUARDING.equals(onward.footing().purpose())
            && !Boolean.TRUE.equals(onward.senderAgrees()),
        "senderAgrees",
        "required");
    findings.required(onward.why(), "text");
    findings.typed(WORDS, onward.why(), "text");
    findings.throwIfAny();
  }

  /** Whether it is agreed to, or the caller may answer for sharing it all the same. */
  private boolean answersForConsent(Referral child, ReferralContent content) {
    return Boolean.FALSE.equals(content.person().known())
        || Needs.AGREES.equals(content.needs().wish())
        || policy.reaches(current.get(), Action.CONSENT_OVERRIDE, child.participation());
  }
}
