package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.access.Action;
import uk.concordat.prosecution.ReviewMove;
import uk.concordat.prosecution.ReviewState;

/**
 * Every decision and every other move of a review by every actor in every state, tried over REST
 * with a body that lacks nothing: done or refused as the tables say ({@link ReviewTable}), and
 * every refusal is in the ledger.
 */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewMachineIT {
  private final Api api;
  private final LedgerRows ledger;
  private final StaffDirectory directory;
  private final DatabaseOwner owner;
  private final CaseFiles files;
  private final ReviewTable table = new ReviewTable();
  private final Map<String, String> usernames = new HashMap<>();
  private ReviewScene scene;

  /** What is refused changes nothing, so that several can be tried at a time. */
  private final ExecutorService doors = Executors.newFixedThreadPool(4);

  private final List<String> wrong = new ArrayList<>();
  private ReviewBodies bodies;
  private int tried;
  private int done;

  ReviewMachineIT(Api api, LedgerRows ledger, StaffDirectory directory, DatabaseOwner owner) {
    this.api = api;
    this.ledger = ledger;
    this.directory = directory;
    this.owner = owner;
    files = new CaseFiles(api);
  }

  /** People of this test alone: of them the ledger has nothing else. */
  @BeforeAll
  void gather() {
    for (Table.Line line : table.actors()) {
      String username = directory.joins(line.get("group"), line.get("role"));
      api.subject(username);
      if (!line.get("leads").isEmpty()) {
        owner.leads(username, line.get("leads"));
      }
      usernames.put(line.get("who"), username);
    }
    scene = ReviewScene.of(files, owner, usernames.get("cps.assignee"));
    bodies =
        new ReviewBodies(
            files.read("police.hco", scene.reference()), files.hearing(scene.reference()));
  }

  @AfterAll
  void leave() {
    doors.shutdown();
  }

  @Test
  void everyMoveByEveryActorInEveryStateIsAnsweredAsTheTablesSay() {
    for (Table.Line actor : table.actors()) {
      List<String> refusals = new ArrayList<>();
      for (ReviewState state : ReviewState.values()) {
        everyMove(actor, state, refusals);
      }
      List<String> recorded = recorded(actor);
      Collections.sort(refusals);
      if (!recorded.equals(refusals)) {
        wrong.add(
            "%s: in the ledger %s".formatted(actor.get("who"), difference(recorded, refusals)));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(tried).as("states, moves, actors").isEqualTo(18 * 22 * 11);
    assertThat(done).as("of these, what was not refused").isEqualTo(44);
  }

  private void everyMove(Table.Line actor, ReviewState state, List<String> refusals) {
    scene.stands(state);
    Versions versions = versions(actor);
    Map<ReviewMove, Future<Answer>> refused = new EnumMap<>(ReviewMove.class);
    List<ReviewMove> possible = new ArrayList<>();
    for (ReviewMove move : ReviewMove.values()) {
      String expected = table.answer(state, move, actor);
      if (expected.startsWith("→")) {
        possible.add(move);
      } else {
        refused.put(move, doors.submit(() -> attempt(actor, move, versions)));
        refusal(actor, move, expected).ifPresent(refusals::add);
      }
    }
    refused.forEach((move, answer) -> compare(actor, state, move, done(answer)));
    if (!scene.state().equals(state.name())) {
      wrong.add("%s moved on from %s".formatted(actor.get("who"), state));
    }
    for (ReviewMove move : possible) {
      scene.stands(state);
      compare(actor, state, move, attempt(actor, move, versions(actor)));
    }
  }

  private void compare(Table.Line actor, ReviewState state, ReviewMove move, Answer answer) {
    boolean through = answer.status() < 300;
    String seen = through ? "→ " + scene.state() : refused(answer);
    String expected = table.answer(state, move, actor);
    tried++;
    done += through ? 1 : 0;
    if (!seen.equals(expected)) {
      wrong.add("%s %s %s: %s and not %s".formatted(actor.get("who"), state, move, seen, expected));
    }
  }

  private static Answer done(Future<Answer> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | ExecutionException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private Answer attempt(Table.Line actor, ReviewMove move, Versions versions) {
    return api.post(
        usernames.get(actor.get("who")),
        "/api/referrals/" + scene.reference() + "/file" + ReviewBodies.door(move),
        bodies.of(move),
        "If-Match",
        ReviewTable.door(move).equals("court") ? versions.court() : versions.file());
  }

  private static String refused(Answer answer) {
    return answer.status() == 409 ? "409 " + answer.code() : Integer.toString(answer.status());
  }

  /** What that refusal leaves in the ledger; what was not well said leaves nothing. */
  private static Optional<String> refusal(Table.Line actor, ReviewMove move, String answer) {
    if (stranger(actor)) {
      return Optional.of("not-visible");
    }
    String action =
        ReviewTable.door(move).equals("court")
            ? Action.OUTCOME_CPS_RECORD.code()
            : move.reviewer().action().code();
    return switch (answer) {
      case "403" -> Optional.of(action + " role-lacks-action");
      case "409 not-permitted", "409 impossible-move" -> Optional.of(action + answer.substring(3));
      default -> Optional.empty();
    };
  }

  /** To a stranger every door says the same, whether or not their role has the action. */
  private List<String> recorded(Table.Line actor) {
    Stream<String> all = ledger.refused(usernames.get(actor.get("who"))).stream();
    return stranger(actor)
        ? all.filter(one -> one.endsWith(" not-visible")).map(one -> "not-visible").toList()
        : all.sorted().toList();
  }

  private static String difference(List<String> recorded, List<String> expected) {
    int at = 0;
    while (at < Math.min(recorded.size(), expected.size())
        && recorded.get(at).equals(expected.get(at))) {
      at++;
    }
    return "%d and not %d, other from %d on: %s and not %s"
        .formatted(
            recorded.size(),
            expected.size(),
            at,
            at < recorded.size() ? recorded.get(at) : "nothing",
            at < expected.size() ? expected.get(at) : "nothing");
  }

  private static boolean stranger(Table.Line actor) {
    return actor.get("court").equals("404");
  }

  private Versions versions(Table.Line actor) {
    if (stranger(actor)) {
      return new Versions("\"v0\"", "\"v0\"");
    }
    String username = usernames.get(actor.get("who"));
    return new Versions(
        files.read(username, scene.reference()).etag(),
        files.court(username, scene.reference()).etag());
  }

  private record Versions(String file, String court) {}
}
