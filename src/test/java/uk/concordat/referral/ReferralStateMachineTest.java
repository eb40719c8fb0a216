package uk.concordat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.concordat.referral.Move.ACCEPT;
import static uk.concordat.referral.Move.ACKNOWLEDGE;
import static uk.concordat.referral.Move.REJECT;
import static uk.concordat.referral.Move.SUBMIT;
import static uk.concordat.referral.ReferralState.ACCEPTED;
import static uk.concordat.referral.ReferralState.DRAFT;
import static uk.concordat.referral.ReferralState.RECEIVED;
import static uk.concordat.referral.ReferralState.REJECTED;
import static uk.concordat.referral.ReferralState.SUBMITTED;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Reference;

class ReferralStateMachineTest {
  /** The state machine of domain.md 7.2, written a second time. */
  private static final Map<ReferralState, Map<Move, ReferralState>> MODEL =
      Map.of(
          DRAFT, Map.of(SUBMIT, SUBMITTED),
          SUBMITTED, Map.of(ACKNOWLEDGE, RECEIVED),
          RECEIVED, Map.of(ACCEPT, ACCEPTED, REJECT, REJECTED),
          ACCEPTED, Map.of(),
          REJECTED, Map.of());

  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
  private static final Caller SENDER = caller("WELHAT-COUNCIL", "council-officer");
  private static final Caller RECEIVER = caller("HERTS-POLICE", "hate-crime-officer");

  @Property
  void makesTheMovesOfTheModelAndNoOther(@ForAll @Size(max = 12) List<Move> moves) {
    var referral = new Referral(Reference.of(2026, 1), SENDER, START);
    ReferralState expected = DRAFT;
    Instant now = START;
    for (Move move : moves) {
      now = now.plusSeconds(60);
      Instant then = now;
      ReferralState next = MODEL.get(expected).get(move);
      if (next == null) {
        Instant changed = referral.changedAt();
        Clocked clock = referral.clock();
        Set<Move> possible = MODEL.get(expected).keySet();
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
        assertThat(referral.changedAt()).isEqualTo(now);
      }
      assertThat(referral.state()).isEqualTo(expected);
      holds(referral);
    }
  }

  @Test
  void aMoveIsKnownByItsCodeInTheApi() {
    for (Move move : Move.values()) {
      assertThat(Move.of(move.code())).contains(move);
      assertThat(Move.from(move.fromState())).contains(move);
    }
    assertThat(Move.of("SUBMIT")).isEmpty();
    assertThat(Move.of(null)).isEmpty();
    assertThat(Move.of("withdraw")).isEmpty();
  }

  @Test
  void aNewReferralIsTheDraftOfWhoStartedIt() {
    var referral = new Referral(Reference.of(2026, 137), SENDER, START);
    assertThat(referral.state()).isEqualTo(DRAFT);
    assertThat(referral.reference()).isEqualTo("HCR-2026-000137-L");
    assertThat(referral.participation().owner()).isEqualTo(SENDER.subject());
    assertThat(referral.participation().fromAgency()).isEqualTo("WELHAT-COUNCIL");
    assertThat(referral.strands()).isEmpty();
    assertThat(referral.clock()).isNull();
  }

  private static void holds(Referral referral) {
    ReferralState state = referral.state();
    assertThat(referral.participation().draft()).isEqualTo(state == DRAFT);
    assertThat(referral.submitter() == null).isEqualTo(state == DRAFT);
    assertThat(referral.submittedAt() == null).isEqualTo(state == DRAFT);
    assertThat(referral.assignee() != null).isEqualTo(state == ACCEPTED);
    assertThat(referral.clock() == null).isEqualTo(state == DRAFT || state == REJECTED);
  }

  private static void make(Referral referral, Move move, Instant now) {
    Clocked clock = new Clocked("DECIDE", now, now.plusSeconds(3600));
    switch (move) {
      case SUBMIT -> referral.submit(SENDER, true, clock);
      case ACKNOWLEDGE -> referral.acknowledge(clock, now);
      case ACCEPT -> referral.accept(RECEIVER.subject(), clock);
      case REJECT -> referral.reject(now);
    }
  }

  private static Caller caller(String agency, String role) {
    return Caller.holding(UUID.randomUUID(), role, role, agency, Set.of(), List.of(role));
  }
}
