package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import uk.concordat.access.Action;
import uk.concordat.access.Cover;
import uk.concordat.access.DataClass;
import uk.concordat.access.Permissions;
import uk.concordat.access.Refused;
import uk.concordat.access.Requires;
import uk.concordat.agency.Agency;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.audit.Change;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.StaleVersion;

/**
 * Questions about a referral before it is decided, and their answers. Each is one transaction, asks
 * one permission and writes its ledger entry. All throw {@link uk.concordat.kernel.NotFound} where
 * the caller may not see the record, {@link Refused} where the role never has the action, {@link
 * StaleVersion} when somebody was faster, {@link ImpossibleMove} from another state.
 */
@ApplicationScoped
public class QuestionMoves {
  private static final int WORDS = 2_000;

  @Inject Moving moving;
  @Inject InfoRequestRepository requests;
  @Inject AgencyRepository agencies;
  @Inject Permissions permissions;
  @Inject ReferralClock referralClock;
  @Inject SubmitGuard submitGuard;
  @Inject Ledger ledger;
  @Inject Clock clock;

  /**
   * Asks the agency that sent it; the clock of the decision stands still until it answers.
   *
   * @param dueOn the day in London by which it should: after today, at most 28 days ahead
   * @throws InvalidInput with everything that is wrong
   * @throws GuardRefused {@code nobody-answers} where whoever sent it only reports
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView ask(String reference, String version, String question, LocalDate dueOn) {
    Moving.Ready ready = moving.ready(reference, version, Move.ASK);
    if (!answered(ready.referral())) {
      throw moving.refused(ready, "nobody-answers");
    }
    var findings = new Findings();
    findings.required(question, "text");
    findings.typed(WORDS, question, "text");
    referralClock.within(findings, dueOn, "dueOn");
    findings.throwIfAny();
    Referral referral = ready.referral();
    referral.proceed(
        Move.ASK,
        referral.deadline().pausedFor(referralClock.until("ANSWER", dueOn)),
        clock.instant());
    var said = new Feedback(null, question);
    requests.ask(moving.kept(ready, said), dueOn);
    return moving.entered(ready, said);
  }

  /** Whether anybody at the agency that sent it could answer: a reporting centre only reports. */
  private boolean answered(Referral referral) {
    return agencies.find(referral.route().fromAgency()).map(Agency::kind).stream()
        .flatMap(kind -> agencies.rolesIn(kind).stream())
        .anyMatch(role -> permissions.has(role, Action.REFERRAL_FOLLOW));
  }

  /**
   * Answers the open question: the receiver sees the answer with the account, and its clock goes
   * on.
   *
   * @throws InvalidInput where there is no answer
   * @throws NotCovered where no agreement in force lets it through
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView answer(String reference, String version, String answer) {
    Moving.Ready ready = moving.ready(reference, version, Move.ANSWER);
    var findings = new Findings();
    findings.required(answer, "text");
    findings.typed(WORDS, answer, "text");
    findings.throwIfAny();
    Referral referral = ready.referral();
    Cover cover = submitGuard.cover(referral, List.of(DataClass.D5), ready.action());
    referral.proceed(
        Move.ANSWER,
        Deadline.of(referralClock.resumed(referral.deadline(), referral.matter().urgency())),
        clock.instant());
    requests.answer(moving.kept(ready, null), answer);
    Footing footing = referral.matter().footing();
    ledger.append(
        ready
            .entry(Verb.DISCLOSE, List.of(DataClass.D1, DataClass.D5))
            .changing(DataClass.D1.name(), referral.change())
            .changing(DataClass.D5.name(), new Change(null, Map.of("answer", answer)))
            .disclosedTo(
                referral.route().toAgency(),
                cover.agreements(List.of(DataClass.D5)),
                footing.purpose(),
                footing.lawfulBasis()));
    return moving.view(referral);
  }
}
