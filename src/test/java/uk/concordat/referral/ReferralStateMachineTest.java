package uk.concordat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.concordat.referral.Move.ACCEPT;
import static uk.concordat.referral.Move.ACKNOWLEDGE;
import static uk.concordat.referral.Move.AMEND;
import static uk.concordat.referral.Move.ANSWER;
import static uk.concordat.referral.Move.ASK;
import static uk.concordat.referral.Move.ASSIGN;
import static uk.concordat.referral.Move.CANCEL;
import static uk.concordat.referral.Move.CLOSE;
import static uk.concordat.referral.Move.DISCARD;
import static uk.concordat.referral.Move.DUPLICATE;
import static uk.concordat.referral.Move.HOLD;
import static uk.concordat.referral.Move.RECALL;
import static uk.concordat.referral.Move.RECORD_OUTCOME;
import static uk.concordat.referral.Move.REDIRECT;
import static uk.concordat.referral.Move.REINSTATE;
import static uk.concordat.referral.Move.REJECT;
import static uk.concordat.referral.Move.REOPEN;
import static uk.concordat.referral.Move.RESUME;
import static uk.concordat.referral.Move.START;
import static uk.concordat.referral.Move.SUBMIT;
import static uk.concordat.referral.Move.TIME_OUT;
import static uk.concordat.referral.Move.WITHDRAW;
import static uk.concordat.referral.ReferralState.ACCEPTED;
import static uk.concordat.referral.ReferralState.CLOSED;
import static uk.concordat.referral.ReferralState.DRAFT;
import static uk.concordat.referral.ReferralState.INFO_REQUESTED;
import static uk.concordat.referral.ReferralState.IN_PROGRESS;
import static uk.concordat.referral.ReferralState.ON_HOLD;
import static uk.concordat.referral.ReferralState.OUTCOME_RECORDED;
import static uk.concordat.referral.ReferralState.RECEIVED;
import static uk.concordat.referral.ReferralState.REDIRECTED;
import static uk.concordat.referral.ReferralState.REJECTED;
import static uk.concordat.referral.ReferralState.SUBMITTED;
import static uk.concordat.referral.ReferralState.WITHDRAWN;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Reference;

class ReferralStateMachineTest {
  /** The state machine of domain.md 7.2, written a second time. */
  private static final Map<ReferralState, Map<Move, ReferralState>> MODEL =
      Map.of(
          DRAFT, Map.of(SUBMIT, SUBMITTED),
          SUBMITTED, Map.of(ACKNOWLEDGE, RECEIVED, WITHDRAW, WITHDRAWN),
          RECEIVED,
              Map.of(
                  ACCEPT,
                  ACCEPTED,
                  REJECT,
                  REJECTED,
                  WITHDRAW,
                  WITHDRAWN,
                  ASK,
                  INFO_REQUESTED,
                  REDIRECT,
                  REDIRECTED,
                  DUPLICATE,
                  ReferralState.DUPLICATE),
          INFO_REQUESTED, Map.of(ANSWER, RECEIVED, WITHDRAW, WITHDRAWN),
          ACCEPTED, Map.of(START, IN_PROGRESS, ASSIGN, ACCEPTED),
          IN_PROGRESS, Map.of(HOLD, ON_HOLD, ASSIGN, IN_PROGRESS, RECORD_OUTCOME, OUTCOME_RECORDED),
          OUTCOME_RECORDED, Map.of(CLOSE, CLOSED, ASSIGN, OUTCOME_RECORDED),
          CLOSED, Map.of(REOPEN, IN_PROGRESS),
          ON_HOLD, Map.of(RESUME, IN_PROGRESS, ASSIGN, ON_HOLD));

  private static final Set<ReferralState> TURNED_AWAY =
      EnumSet.of(REJECTED, REDIRECTED, ReferralState.DUPLICATE, WITHDRAWN);

  /** Erased, made by nobody, of the content alone, or decided by governance, who do not load it. */
  private static final Set<Move> ELSEWHERE =
      EnumSet.of(DISCARD, TIME_OUT, AMEND, CANCEL, REINSTATE);

  private static final Instant BEGIN = Instant.parse("2026-11-23T10:00:00Z");
  private static final Caller SENDER = caller("WELHAT-COUNCIL", "council-officer");
  private static final Caller RECEIVER = caller("HERTS-POLICE", "hate-crime-officer");

  /**
   * A draft can also be discarded, which none survives, and a question be answered by nobody. What
   * was sent can be recalled, and waits then for governance.
   */
  private static Set<Move> possible(ReferralState state, boolean recalled) {
    if (recalled) {
      return EnumSet.of(CANCEL, REINSTATE);
    }
    Set<Move> moves = EnumSet.noneOf(Move.class);
    moves.addAll(MODEL.getOrDefault(state, Map.of()).keySet());
    if (state == DRAFT) {
      moves.add(DISCARD);
      return moves;
    }
    moves.add(RECALL);
    if (MODEL.containsKey(state) && state != CLOSED || state == REDIRECTED) {
      moves.add(AMEND);
    }
    if (state == INFO_REQUESTED) {
      moves.add(TIME_OUT);
    }
    return moves;
  }

  private static ReferralState next(ReferralState state, Move move) {
    return move == RECALL && state != DRAFT ? state : MODEL.getOrDefault(state, Map.of()).get(move);
  }

  @Property
  void makesTheMovesOfTheModelAndNoOther(@ForAll("mostlyOn") List<Move> moves) {
    var referral = new Referral(Reference.of(2026, 1), SENDER, BEGIN);
    ReferralState expected = DRAFT;
    boolean recalled = false;
    Instant now = BEGIN;
    for (Move move : moves) {
      now = now.plusSeconds(60);
      Instant then = now;
      ReferralState next = recalled ? null : next(expected, move);
      if (next == null) {
        Instant changed = referral.changedAt();
        Clocked clock = referral.clock();
        Set<Move> possible = possible(expected, recalled);
        assertThatThrownBy(() -> make(referral, move, then))
            .isInstanceOfSatisfying(
                ImpossibleMove.class,
                refused ->
                    assertThat(refused.possible()).containsExactlyInAnyOrderElementsOf(possible));
        assertThat(referral.changedAt()).isEqualTo(changed);
        assertThat(referral.clock()).isEqualTo(clock);
      } else {
        make(referral, move, now);
        expected = next;
        recalled = move == RECALL;
        assertThat(referral.changedAt()).isEqualTo(now);
      }
      assertThat(referral.state()).isEqualTo(expected);
      assertThat(referral.participation().recalled()).isEqualTo(recalled);
      holds(referral);
    }
  }

  /** Random moves, and among them enough that lead far. */
  @Provide
  Arbitrary<List<Move>> mostlyOn() {
    Arbitrary<List<Move>> any =
        Arbitraries.of(Move.values())
            .filter(move -> !ELSEWHERE.contains(move))
            .list()
            .ofMaxSize(12);
    return Arbitraries.integers()
        .between(0, 11)
        .flatMap(
            far ->
                any.map(
                    rest ->
                        Stream.concat(
                                Stream.of(
                                        SUBMIT,
                                        ACKNOWLEDGE,
                                        ASK,
                                        ANSWER,
                                        ACCEPT,
                                        START,
                                        HOLD,
                                        RESUME,
                                        RECORD_OUTCOME,
                                        CLOSE,
                                        REOPEN)
                                    .limit(far),
                                rest.stream())
                            .toList()));
  }

  @Test
  void aMoveIsKnownByItsCodeInTheApi() {
    for (Move move : Move.values()) {
      assertThat(Move.of(move.code()).isPresent()).isEqualTo(!ELSEWHERE.contains(move));
    }
    assertThat(Move.of("SUBMIT")).isEmpty();
    assertThat(Move.of(null)).isEmpty();
    assertThat(Move.of("withdrawn")).isEmpty();
  }

  @Test
  void aNewReferralIsTheDraftOfWhoStartedIt() {
    var referral = new Referral(Reference.of(2026, 137), SENDER, BEGIN);
    assertThat(referral.state()).isEqualTo(DRAFT);
    assertThat(referral.reference()).isEqualTo("HCR-2026-000137-L");
    assertThat(referral.participation().owner()).isEqualTo(SENDER.subject());
    assertThat(referral.participation().fromAgency()).isEqualTo("WELHAT-COUNCIL");
    assertThat(referral.matter().strands()).isEmpty();
    assertThat(referral.clock()).isNull();
  }

  private static void holds(Referral referral) {
    ReferralState state = referral.state();
    assertThat(referral.participation().draft()).isEqualTo(state == DRAFT);
    assertThat(referral.route().submitter() == null).isEqualTo(state == DRAFT);
    assertThat(referral.submittedAt() == null).isEqualTo(state == DRAFT);
    assertThat(referral.route().assignee() != null)
        .isEqualTo(
            EnumSet.of(ACCEPTED, IN_PROGRESS, ON_HOLD, OUTCOME_RECORDED, CLOSED).contains(state));
    assertThat(referral.clock() == null)
        .isEqualTo(
            state == DRAFT
                || state == OUTCOME_RECORDED
                || state == CLOSED
                || TURNED_AWAY.contains(state));
    assertThat(referral.deadline().paused() != null)
        .isEqualTo(state == ON_HOLD || state == INFO_REQUESTED);
    assertThat(referral.participation().contentUntil() != null)
        .isEqualTo(TURNED_AWAY.contains(state));
  }

  private static void make(Referral referral, Move move, Instant now) {
    Clocked clock = new Clocked("DECIDE", now, now.plusSeconds(3600));
    switch (move) {
      case SUBMIT -> referral.submit(SENDER, true, clock);
      case ACKNOWLEDGE, START, RESUME, ANSWER -> referral.proceed(move, Deadline.of(clock), now);
      case ACCEPT -> referral.accept(RECEIVER.subject(), clock);
      case REJECT, REDIRECT, DUPLICATE -> referral.turnAway(move, now);
      case WITHDRAW -> referral.withdraw(now);
      case ASK, HOLD ->
          referral.proceed(
              move,
              referral.deadline().pausedFor(new Clocked("REVIEW", now, now.plusSeconds(60))),
              now);
      case RECORD_OUTCOME, CLOSE -> referral.proceed(move, Deadline.none(), now);
      case REOPEN -> referral.reopen(clock);
      case ASSIGN -> referral.assign(SENDER.subject(), now);
      case RECALL -> referral.recall(now);
      case DISCARD, TIME_OUT, AMEND, CANCEL, REINSTATE ->
          throw new IllegalArgumentException("nothing that a referral does");
    }
  }

  private static Caller caller(String agency, String role) {
    return Caller.holding(UUID.randomUUID(), role, role, agency, Set.of(), List.of(role));
  }
}
