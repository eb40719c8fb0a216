package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.FactsRepository;
import uk.concordat.access.Permissions;
import uk.concordat.access.Requires;
import uk.concordat.access.Scope;
import uk.concordat.audit.Change;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.Verb;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.Reference;
import uk.concordat.kernel.StaleVersion;

/**
 * Recalls as information governance of the agency that sent it decides on them, and the breach of
 * personal data that each may be. They see header and reason, never the content. All that name a
 * referral throw {@link NotFound} where there is no recall of it for the caller to decide on.
 */
@ApplicationScoped
public class RecallService {
  private static final int WORDS = 2_000;

  @Inject RecallRepository recalls;
  @Inject ReferralClock referralClock;
  @Inject FactsRepository facts;
  @Inject Permissions permissions;
  @Inject Ledger ledger;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /** The newest recalls of the caller's agency, at most 200. */
  @Transactional
  @Requires(Action.BREACH_DECIDE)
  public List<Recall> all() {
    List<Recall> all = recalls.all().stream().filter(this::answers).toList();
    ledger.append(
        Entry.listed(
            Action.BREACH_DECIDE.code(),
            all.stream().map(Recall::record).distinct().toList(),
            List.of(DataClass.D1)));
    return all;
  }

  /**
   * The last recall of a referral.
   *
   * @param reference as somebody typed it
   */
  @Transactional
  @Requires(Action.BREACH_DECIDE)
  public Recall read(String reference) {
    Recall recall = find(reference);
    ledger.append(entry(Verb.CONSULT, recall, recall.headerVersion()));
    return recall;
  }

  /**
   * Cancels the referral as sent in error, for good; or lets it go on as it was: sight comes back,
   * and its clock goes on as if it had stood still.
   *
   * @param version what the caller saw
   * @param cancel whether it was sent in error
   * @param text why, in words
   * @throws InvalidInput with everything that is missing
   * @throws StaleVersion when something was decided since
   * @throws GuardRefused {@code own-recall} where the caller recalled it, {@code decided-already}
   */
  @Transactional
  @Requires(Action.BREACH_DECIDE)
  public Recall decide(String reference, String version, Boolean cancel, String text) {
    Recall recall = current(reference, version);
    if (recall.status() != Recall.Status.OPEN) {
      throw refused("decided-already", recall);
    }
    if (recall.recalledBy().equals(current.get().subject())) {
      throw refused("own-recall", recall);
    }
    var findings = new Findings();
    findings.required(cancel, "cancel");
    findings.required(text, "text");
    findings.typed(WORDS, text, "text");
    findings.throwIfAny();
    Instant due =
        cancel || recall.clock() == null
            ? null
            : referralClock.heeded(recall.clock(), recall.urgency(), recall.recalledAt()).due();
    Long made = recalls.decide(recall, cancel, text, due, clock.instant());
    if (made == null) {
      throw new StaleVersion(Action.BREACH_DECIDE.code(), recall.record());
    }
    Recall decided = find(reference);
    ledger.append(
        entry(Verb.ALTER, decided, made)
            .changing(
                DataClass.D1.name(),
                new Change(Map.of("state", recall.state()), Map.of("state", decided.state())))
            .changing("recall", new Change(null, Map.of("cancel", cancel, "text", text))));
    return decided;
  }

  /**
   * Keeps what was decided on the breach, once; the 72 hours end with it. Also of one that goes on,
   * which may have been a breach all the same (UK GDPR art. 33(5)).
   *
   * @param version what the caller saw
   * @throws InvalidInput with everything that is wrong
   * @throws StaleVersion when something was decided since
   * @throws GuardRefused {@code not-decided} where the recall itself is open, {@code
   *     decided-already}
   */
  @Transactional
  @Requires(Action.BREACH_DECIDE)
  public Recall decideBreach(String reference, String version, Breach breach) {
    Recall recall = current(reference, version);
    if (recall.status() == Recall.Status.OPEN) {
      throw refused("not-decided", recall);
    }
    if (recall.breach() != null) {
      throw refused("decided-already", recall);
    }
    Instant now = clock.instant();
    breach.check(recall, now).throwIfAny();
    if (!recalls.decide(recall, breach, now)) {
      throw new StaleVersion(Action.BREACH_DECIDE.code(), recall.record());
    }
    ledger.append(
        entry(Verb.ALTER, recall, recall.headerVersion())
            .changing("breach", new Change(null, breach)));
    return find(reference);
  }

  private Recall current(String reference, String version) {
    Recall recall = find(reference);
    if (!recall.version().equals(version)) {
      throw new StaleVersion(Action.BREACH_DECIDE.code(), recall.record());
    }
    return recall;
  }

  private Recall find(String reference) {
    Optional<Recall> found =
        Reference.parse(reference == null ? "" : reference).flatMap(recalls::find);
    if (found.isEmpty() || !answers(found.get())) {
      refusals.record(
          Action.BREACH_DECIDE.code(), "not-visible", found.map(Recall::record).orElse(null));
      throw new NotFound();
    }
    return found.get();
  }

  /** Their own agency's, and nothing from which they are excluded. */
  private boolean answers(Recall recall) {
    Caller caller = current.get();
    return recall.from().equals(caller.agency())
        && permissions.scopes(caller.role(), Action.BREACH_DECIDE).contains(Scope.AGENCY)
        && !facts.excludes(recall.record(), caller.subject());
  }

  private GuardRefused refused(String code, Recall recall) {
    refusals.record(Action.BREACH_DECIDE.code(), code, recall.record());
    return new GuardRefused(code);
  }

  private static Entry entry(Verb verb, Recall recall, long version) {
    return Entry.of(
        verb, Action.BREACH_DECIDE.code(), recall.record(), version, List.of(DataClass.D1));
  }
}
