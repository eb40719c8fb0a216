package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.concordat.access.Access;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Permissions;
import uk.concordat.access.Refused;
import uk.concordat.audit.Change;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.Verb;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.codelist.CodeLists;
import uk.concordat.codelist.CodeValue;
import uk.concordat.kernel.StaleVersion;

/** The stairs that every move takes, whichever service makes it. */
@ApplicationScoped
class Moving {
  private static final int WORDS = 2_000;
  private static final String AFTER_QUESTION = "AFTER_QUESTION";

  @Inject ReferralService service;
  @Inject ReferralRepository referrals;
  @Inject InfoRequestRepository requests;
  @Inject SaidBack saidBack;
  @Inject ReferralGate gate;
  @Inject MoveGuards guards;
  @Inject Projection projection;
  @Inject CodeListRepository codeLists;
  @Inject Permissions permissions;
  @Inject Ledger ledger;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;
  @Inject Event<MoveMade> moved;

  /**
   * A referral that the caller may move.
   *
   * @throws uk.concordat.kernel.NotFound where they may not see it
   * @throws Refused where their role never does this
   * @throws StaleVersion where it is not the version they saw
   * @throws ImpossibleMove where the move is not one from here, or not theirs
   * @throws GuardRefused where they sent it, or worked on it, and somebody else has to decide, or
   *     the person harmed has to be told first
   */
  Ready ready(String reference, String version, Move move) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    Action first = role(move, referral);
    if (!projection.version(referral).equals(version)) {
      throw new StaleVersion(first.code(), referral.id());
    }
    Optional<Action> action = gate.mover(move, referral);
    if (!move.leaves(referral.state(), referral.recalled()) || action.isEmpty()) {
      refusals.record(first.code(), "impossible-move", referral.id());
      throw new ImpossibleMove(projection.moves(referral));
    }
    var ready = new Ready(referral, move, action.get(), referral.state());
    Optional<String> forbidden = guards.against(move, referral, gate.access(referral));
    if (forbidden.isPresent()) {
      throw refused(ready, forbidden.get());
    }
    return ready;
  }

  /** The same where the caller says whether they know somebody in it. */
  Ready ready(String reference, String version, Move move, boolean conflict) {
    Ready ready = ready(reference, version, move);
    if (conflict) {
      throw refused(ready, "conflict-declared");
    }
    return ready;
  }

  private Action role(Move move, Referral referral) {
    List<Action> actions = move.mover().actions();
    String role = current.get().role();
    Access access = gate.access(referral); // of one that is restricted the owner may more
    return actions.stream()
        .filter(action -> permissions.has(role, action) || access.permits(action))
        .findFirst()
        .orElseGet(
            () -> {
              refusals.record(actions.get(0).code(), "role-lacks-action", referral.id());
              throw new Refused(actions.get(0));
            });
  }

  /** The refusal, once it is in the ledger. */
  GuardRefused refused(Ready ready, String code) {
    refusals.record(ready.action().code(), code, ready.referral().id());
    return new GuardRefused(code);
  }

  /** The same of something that is no move. */
  GuardRefused refused(Action action, Referral referral, String code) {
    refusals.record(action.code(), code, referral.id());
    return new GuardRefused(code);
  }

  /** Collects what is wrong with what is said with the move. */
  Findings said(Ready ready, Feedback said) {
    Move move = ready.move();
    var findings = new Findings();
    findings.required(said.reason(), "reason");
    CodeLists lists = codeLists.today();
    List<CodeValue> known =
        move.guardedBy(Guard.OUTCOME)
            ? lists.list(move.reasons(), ready.action().code())
            : lists.list(move.reasons());
    findings.add(
        said.reason() != null && known.stream().noneMatch(one -> one.code().equals(said.reason())),
        "reason",
        "unknown");
    boolean asked = !requests.of(ready.referral().id()).isEmpty();
    findings.add(
        !asked && lists.list(move.reasons()).stream().anyMatch(one -> afterQuestion(one, said)),
        "reason",
        "ask-first");
    findings.required(said.text(), "text");
    findings.typed(WORDS, said.text(), "text");
    if (move.guardedBy(Guard.ADVICE)) {
      findings.required(said.advice(), "advice");
      findings.typed(WORDS, said.advice(), "advice");
    }
    return findings;
  }

  /** Whether it is the reason that is said, and needs something to have been asked before. */
  private static boolean afterQuestion(CodeValue reason, Feedback said) {
    return reason.code().equals(said.reason()) && AFTER_QUESTION.equals(reason.appliesTo());
  }

  /** The referral as it stands after a move without words. */
  ReferralView made(Ready ready) {
    return made(ready, null);
  }

  /**
   * The referral as it stands after the move, which is in its history and in the ledger.
   *
   * @param said null where nothing was
   */
  ReferralView made(Ready ready, Feedback said) {
    kept(ready, said);
    return entered(ready, said);
  }

  /** The same of a move after which the referral is not shown. */
  void booked(Ready ready) {
    kept(ready, null);
    append(ready, null, null);
    referrals.flush();
  }

  /** The same where the move is in the history already. */
  ReferralView entered(Ready ready, Feedback said) {
    return entered(ready, said, null);
  }

  /**
   * The same.
   *
   * @param link what else was kept with the move; null where nothing was
   */
  ReferralView entered(Ready ready, Feedback said, Map<String, Object> link) {
    append(ready, said, link);
    return view(ready.referral());
  }

  private void append(Ready ready, Feedback said, Map<String, Object> link) {
    Referral referral = ready.referral();
    ledger.append(
        (said == null
                ? ready.entry(Verb.ALTER, List.of(DataClass.D1))
                : saidBack.of(
                    ready.entry(Verb.ALTER, List.of(DataClass.D1, DataClass.D16)), referral))
            .changing(DataClass.D1.name(), referral.change())
            .changing(DataClass.D16.name(), new Change(null, said))
            .changing("link", new Change(null, link)));
  }

  /** Puts the move into the history, and tells the rooms above that it was made. */
  ReferralMove kept(Ready ready, Feedback said) {
    try {
      referrals.flush();
    } catch (StaleVersion faster) {
      throw new StaleVersion(ready.action().code(), ready.referral().id());
    }
    var move = new ReferralMove(ready, current.get());
    referrals.add(move, said);
    referrals.flush();
    Referral referral = ready.referral();
    moved.fire(new MoveMade(referral.id(), ready.move(), referral.changedAt()));
    return move;
  }

  /** As the caller sees it now, which is in the ledger too. */
  ReferralView view(Referral referral) {
    referrals.flush();
    return service.consulted(referral, Action.REFERRAL_READ);
  }

  /**
   * A referral that is about to be moved.
   *
   * @param action by which the caller may
   * @param from where it stands
   */
  record Ready(Referral referral, Move move, Action action, ReferralState from) {
    Entry entry(Verb verb, List<DataClass> classes) {
      return Entry.of(verb, action.code(), referral.id(), referral.version(), classes);
    }
  }
}
