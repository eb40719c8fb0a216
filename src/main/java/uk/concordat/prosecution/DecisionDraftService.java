package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.referral.Findings;
import uk.concordat.referral.GuardRefused;

/**
 * What a prosecutor typed of a decision, until they record one: advice in the making (D10), for its
 * writer alone and only as long as the review is theirs. Whatever decision comes to stand on that
 * defendant erases it. Each method is one transaction and in the ledger, which says that something
 * was kept or read and not what.
 */
@ApplicationScoped
public class DecisionDraftService {
  private static final int LONGEST = 20_000;
  private static final int MOST = 45;
  private static final int MOST_BYTES = 350_000;

  @Inject DecisionDraftRepository drafts;
  @Inject ReviewGate gate;
  @Inject Prosecuting prosecuting;

  /**
   * What the caller typed of it so far; empty where they typed nothing.
   *
   * @throws NotFound where the caller may not see the referral, or there is no such defendant
   * @throws GuardRefused where they decide nothing on them now
   */
  @Transactional
  @Requires(Action.REVIEW_DECIDE)
  public Optional<DecisionDraft> find(String reference, UUID defendant) {
    var ready = decidable(reference, defendant);
    Optional<DecisionDraft> found = drafts.find(defendant, prosecuting.caller().subject());
    found.ifPresent(
        draft -> prosecuting.noted(ready.referral(), Verb.CONSULT, Set.of(DataClass.D10)));
    return found;
  }

  /**
   * Keeps what the caller typed so far, finished or not.
   *
   * @param answers as they were typed, by field
   * @throws InvalidInput where a text is too long, or holds what cannot be kept
   */
  @Transactional
  @Requires(Action.REVIEW_DECIDE)
  public void keep(String reference, UUID defendant, Map<String, String> answers) {
    var ready = decidable(reference, defendant);
    var findings = new Findings();
    findings.add(answers.size() > MOST, "answers", "too-long");
    answers.forEach((field, text) -> findings.typed(LONGEST, text, field));
    long bytes =
        answers.values().stream()
            .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
            .sum();
    findings.add(bytes > MOST_BYTES, "answers", "too-long");
    findings.throwIfAny();
    drafts.keep(
        ready.referral(),
        ready.file(),
        defendant,
        answers,
        prosecuting.caller(),
        prosecuting.now());
    prosecuting.noted(ready.referral(), Verb.ALTER, Set.of(DataClass.D10));
  }

  private Prosecuting.Ready decidable(String reference, UUID defendant) {
    var ready = prosecuting.reviewed(reference);
    Defendant one = ready.file().defendant(defendant).orElseThrow(NotFound::new);
    boolean decides =
        ready.view().moves().stream()
            .anyMatch(move -> move.decides() && gate.may(move, one, ready.referral()));
    if (!decides) {
      throw prosecuting.notPermitted(ready.referral(), Action.REVIEW_DECIDE);
    }
    return ready;
  }
}
