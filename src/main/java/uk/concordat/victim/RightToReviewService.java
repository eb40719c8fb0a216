package uk.concordat.victim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.agency.AgencyKind;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.audit.Change;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.Verb;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.CaseworkGate;
import uk.concordat.referral.CaseworkReferral;

/**
 * The right to review of whoever was harmed (domain.md 3.5, 7.2; ADR 39): what the caller's agency
 * decided not to prosecute, and what became of it since they were told. Each method is one
 * transaction and is in the ledger; all throw {@link NotFound} where the caller may not see the
 * referral, or it is not theirs to know of such reviews.
 */
@ApplicationScoped
public class RightToReviewService {
  @Inject VictimReviewRepository reviews;
  @Inject ReviewTimes times;
  @Inject CaseworkGate gate;
  @Inject AgencyRepository agencies;
  @Inject CurrentCaller current;
  @Inject Ledger ledger;
  @Inject Refusals refusals;
  @Inject Clock clock;

  /**
   * All of them about a referral. None for whoever reads the referral without seeing these needs.
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public List<Reviewable> of(String reference) {
    CaseworkReferral referral = gate.read(reference, Action.REFERRAL_READ);
    List<Reviewable> shown = shown(referral);
    Action action = shown.isEmpty() ? Action.REFERRAL_READ : Action.CASEWORK_READ;
    append(referral, Verb.CONSULT, action, shown.isEmpty() ? DataClass.D1 : DataClass.D4, null);
    return shown;
  }

  /**
   * Writes down what the person harmed said: that they ask, ask no more, decline, or go on.
   *
   * @param version of the review, as the caller saw it
   * @param on the day on which they said it, in London
   * @throws uk.concordat.kernel.InvalidInput {@code on: too-late} after three months; with
   *     everything else that is wrong
   * @throws uk.concordat.referral.GuardRefused {@code not-permitted} where somebody else works its
   *     clock
   * @throws ImpossibleReviewMove where it stands elsewhere
   */
  @Transactional
  @Requires(Action.TIMER_MANAGE)
  public Reviewable say(String reference, UUID id, long version, ReviewMove move, LocalDate on) {
    Ready ready = ready(reference, id, version, move, Action.TIMER_MANAGE);
    var rules = new ReviewRules(ready.review(), times.window(ready.review().toldAt()), now());
    rules.said(move, on).throwIfAny();
    boolean late = move == ReviewMove.ASK && rules.late(on);
    return moved(ready, ReviewRules.beginning(on), late, null);
  }

  /**
   * Decides on it, for the agency that decided before.
   *
   * @param version of the review, as the caller saw it
   * @param words what was decided and why, as it can be read to the person harmed
   * @throws uk.concordat.referral.GuardRefused {@code own-work} where the caller took a decision in
   *     it; {@code not-permitted} where they decide nothing there
   * @throws ImpossibleReviewMove where it stands elsewhere
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Reviewable decide(String reference, UUID id, long version, ReviewMove move, String words) {
    Ready ready = ready(reference, id, version, move, deciding());
    ReviewRules.decided(words).throwIfAny();
    return moved(ready, now(), false, words);
  }

  /** A review that the caller may move. */
  private record Ready(CaseworkReferral referral, Review review, ReviewMove move, Action action) {}

  private Ready ready(String reference, UUID id, long version, ReviewMove move, Action action) {
    CaseworkReferral referral = gate.read(reference, action);
    Review review =
        (referral.needs() ? reviews.of(referral.id()) : List.<Review>of())
            .stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
    if (review == null) {
      refusals.record(action.code(), "not-visible", referral.id());
      throw new NotFound();
    }
    var powers = powers(referral);
    if (!powers.theirs(move)) {
      throw gate.refused(referral, action, "not-permitted");
    }
    if (review.version() != version) {
      throw new StaleVersion(action.code(), referral.id());
    }
    if (move.from(review.state()).isEmpty()) {
      throw impossible(referral, review, action);
    }
    if (powers.tookPart(move, review)) {
      throw gate.refused(referral, action, "own-work");
    }
    return new Ready(referral, review, move, action);
  }

  private Reviewable moved(Ready ready, Instant happened, boolean late, String words) {
    long calendar = reviews.calendar();
    Instant due = times.due(ready.move(), happened).orElse(null);
    Review before = ready.review();
    if (!reviews.move(before, ready.move(), happened, late, words, now(), due, calendar)) {
      throw impossible(ready.referral(), before, ready.action());
    }
    append(
        ready.referral(),
        ready.move().mover() == ReviewMove.Mover.OTHER_DECIDER ? Verb.COLLECT : Verb.ALTER,
        ready.action(),
        DataClass.D4,
        new Change(before.state(), Arrays.asList(ready.move(), happened, words)));
    return shown(ready.referral()).stream()
        .filter(one -> one.review().id().equals(before.id()))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private ImpossibleReviewMove impossible(CaseworkReferral referral, Review review, Action action) {
    refusals.record(action.code(), "impossible-move", referral.id());
    return new ImpossibleReviewMove(powers(referral).moves(review));
  }

  private List<Reviewable> shown(CaseworkReferral referral) {
    var powers = powers(referral);
    return (referral.needs() ? reviews.of(referral.id()) : List.<Review>of())
        .stream()
            .map(
                one ->
                    new Reviewable(
                        referral.reference(), one, times.window(one.toldAt()), powers.moves(one)))
            .toList();
  }

  private void append(
      CaseworkReferral referral, Verb verb, Action action, DataClass shown, Change change) {
    Set<DataClass> classes = EnumSet.of(DataClass.D1, shown);
    Entry entry = Entry.of(verb, action.code(), referral.id(), referral.version(), classes);
    ledger.append(change == null ? entry : entry.changing(shown.name(), change));
  }

  /** By which action reviews are decided where the caller is. */
  private Action deciding() {
    AgencyKind kind = agencies.find(current.get().agency()).orElseThrow().kind();
    return kind == AgencyKind.CPS ? Action.REVIEW_DECIDE : Action.OUTCOME_POLICE_RECORD;
  }

  private ReviewPowers powers(CaseworkReferral referral) {
    return new ReviewPowers(referral, current.get().subject());
  }

  private Instant now() {
    return clock.instant();
  }
}
