package uk.concordat.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.access.AccessPolicies;
import uk.concordat.access.Action;
import uk.concordat.access.Permissions;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.referral.FileReferral;
import uk.concordat.referral.ReferralState;

/**
 * Every move by every role in every state, against the table beside it that was written by hand:
 * allowed where the table says so, and refused everywhere else.
 */
class ReviewMatrixTest {
  private static final UUID SOMEBODY = UUID.fromString("00000000-0000-7000-8000-0000000000e1");
  private static final Set<String> POLICE = Set.of("police-officer", "hate-crime-officer");
  private static final Set<String> PROSECUTORS = Set.of("cps-prosecutor");

  private final Permissions permissions =
      AccessPolicies.permissions(Instant.parse("2026-11-28T10:00:00Z"));

  @Test
  void isTheTableThatWasWrittenByHand() throws IOException {
    assertThat(allowed(SOMEBODY, true)).isEqualTo(new TreeSet<>(expected()));
  }

  @Test
  void whatFollowsFromTheRightToReviewIsNobodysToMakeHere() {
    assertThat(allowed(SOMEBODY, true))
        .noneMatch(one -> one.contains("VRR_REQUESTED") || one.contains("UPHELD"));
  }

  @Test
  void nobodyMovesWhatIsNotTheirs() {
    assertThat(allowed(SOMEBODY, false)).isEmpty();
  }

  /** What the machine allows, as {@code state move target role}. */
  private Set<String> allowed(UUID subject, boolean theirs) {
    Set<String> allowed = new TreeSet<>();
    for (String role : permissions.rolesWith(Action.SESSION_READ)) {
      ReviewGate gate = gate(role, subject);
      for (ReviewState state : ReviewState.values()) {
        Defendant defendant = FileBook.defendant(FileBook.FIRST, 1, state);
        Arrays.stream(ReviewMove.values())
            .filter(move -> gate.may(move, defendant, referral(theirs)))
            .forEach(
                move ->
                    allowed.add(
                        String.join(
                            " ", state.name(), move.name(), move.target(state).name(), role)));
      }
    }
    return allowed;
  }

  private static List<String> expected() throws IOException {
    List<String> expected = new ArrayList<>();
    try (InputStream table = ReviewMatrixTest.class.getResourceAsStream("review.csv")) {
      new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("from,"))
          .map(line -> line.split(","))
          .forEach(
              cells ->
                  (cells[3].equals("police") ? POLICE : PROSECUTORS)
                      .forEach(
                          role ->
                              expected.add(String.join(" ", cells[0], cells[1], cells[2], role))));
    }
    return expected;
  }

  private ReviewGate gate(String role, UUID subject) {
    var gate = new ReviewGate();
    gate.permissions = permissions;
    gate.current = new CurrentCaller();
    gate.current.is(Caller.holding(subject, "user", "User", "A", Set.of(), List.of(role)));
    return gate;
  }

  private static FileReferral referral(boolean theirs) {
    return new FileReferral(
        FileBook.FIRST,
        "HCR-2026-000001-N",
        1,
        ReferralState.ACCEPTED,
        "HERTS-POLICE",
        "CPS-THAMES-CHILTERN",
        Set.of(),
        null,
        Set.of(),
        theirs,
        theirs,
        theirs,
        theirs,
        theirs,
        theirs,
        theirs,
        theirs);
  }
}
