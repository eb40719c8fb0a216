package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.concordat.access.AccessPolicy;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.Verb;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.Reference;
import uk.concordat.kernel.StaleVersion;

/**
 * A second person answers for sharing a draft that goes against the wish of the person harmed
 * (domain.md 4.3, 7.4). All throw {@link NotFound} where no draft of the caller's agency needs it
 * of them, whatever the cause.
 */
@ApplicationScoped
public class ConsentOverrideService {
  @Inject ConsentOverrideRepository overrides;
  @Inject AccessPolicy policy;
  @Inject CodeListRepository codeLists;
  @Inject Ledger ledger;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;

  /**
   * What is asked of the caller.
   *
   * @param reference as somebody typed it
   */
  @Transactional
  @Requires(Action.CONSENT_OVERRIDE)
  public PendingOverride read(String reference) {
    PendingOverride pending = pending(reference);
    ledger.append(entry(Verb.CONSULT, pending));
    return pending;
  }

  /**
   * Answers for it: from now on its author can send it to that agency.
   *
   * @param version what the caller saw
   * @param reason code of list {@code override-reason}; it takes the place of the one proposed
   * @throws StaleVersion when the receiver or the wish has changed since
   * @throws InvalidInput without a reason of the list
   */
  @Transactional
  @Requires(Action.CONSENT_OVERRIDE)
  public PendingOverride override(String reference, String version, String reason) {
    PendingOverride pending = pending(reference);
    var findings = new Findings();
    findings.required(reason, "reason");
    findings.add(
        reason != null && !codeLists.today().has("override-reason", reason), "reason", "unknown");
    findings.throwIfAny();
    if (!pending.version().equals(version)
        || !overrides.override(pending.reference(), pending.to(), pending.wish(), reason)) {
      throw new StaleVersion();
    }
    Map<String, String> before =
        pending.role() == null
            ? Map.<String, String>of()
            : PendingOverride.answer(pending.to(), pending.wish(), pending.reason());
    ledger.append(
        entry(Verb.ALTER, pending)
            .changing(
                DataClass.D4.name(),
                new Change(before, PendingOverride.answer(pending.to(), pending.wish(), reason))));
    return pending(reference);
  }

  private PendingOverride pending(String reference) {
    Optional<PendingOverride> found =
        Reference.parse(reference == null ? "" : reference).flatMap(overrides::pending);
    if (found.isEmpty() || !reaches(found.get())) {
      refusals.record(
          Action.CONSENT_OVERRIDE.code(),
          "not-visible",
          found.map(pending -> pending.participation().record()).orElse(null));
      throw new NotFound();
    }
    return found.get();
  }

  private boolean reaches(PendingOverride pending) {
    return policy.reaches(current.get(), Action.CONSENT_OVERRIDE, pending.participation());
  }

  private static Entry entry(Verb verb, PendingOverride pending) {
    return Entry.of(
        verb,
        Action.CONSENT_OVERRIDE.code(),
        pending.participation().record(),
        null,
        List.of(DataClass.D1, DataClass.D4));
  }
}
