package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Random moves by random people against the table of domain.md 7.2, written out a second time: no
 * illegal move is made, no legal one refused, by whom it may and by nobody else. The seed of a walk
 * is in every failure; {@code -Dconcordat.walks} says how many there are. Two steps of three are
 * legal ones, the least met first, so that every line is met by everybody whom it names.
 */
@ExtendWith(ApiExtension.class)
class RandomMovesIT {
  private static final int WALKS = Integer.getInteger("concordat.walks", 10);
  private static final int STEPS = 30;

  /** A legal step ends a referral in each way once: the other walks lead far. */
  private static final int ENOUGH = 1_000;

  /** From, move, to, who: the table of domain.md 7.2. Where it goes to "=", it stays. */
  private static final String TABLE =
      """
      SUBMITTED acknowledge RECEIVED decider
      SUBMITTED withdraw WITHDRAWN sender
      RECEIVED withdraw WITHDRAWN sender
      INFO_REQUESTED withdraw WITHDRAWN sender
      RECEIVED ask INFO_REQUESTED decider
      INFO_REQUESTED answer RECEIVED sender
      RECEIVED accept ACCEPTED decider
      RECEIVED reject REJECTED decider
      RECEIVED redirect REDIRECTED decider
      RECEIVED duplicate DUPLICATE decider
      ACCEPTED start IN_PROGRESS assignee
      IN_PROGRESS hold ON_HOLD assignee+manager
      ON_HOLD resume IN_PROGRESS assignee+manager
      IN_PROGRESS record-outcome OUTCOME_RECORDED assignee+manager
      OUTCOME_RECORDED close CLOSED manager
      CLOSED reopen IN_PROGRESS manager
      ACCEPTED assign = manager
      IN_PROGRESS assign = manager
      ON_HOLD assign = manager
      OUTCOME_RECORDED assign = manager
      SUBMITTED recall = lead
      RECEIVED recall = lead
      INFO_REQUESTED recall = lead
      ACCEPTED recall = lead
      IN_PROGRESS recall = lead
      ON_HOLD recall = lead
      OUTCOME_RECORDED recall = lead
      CLOSED recall = lead
      WITHDRAWN recall = lead
      REJECTED recall = lead
      REDIRECTED recall = lead
      DUPLICATE recall = lead
      """;

  /** What is due in a state; nothing where it is missing. */
  private static final Map<String, String> DUE =
      Map.of(
          "SUBMITTED", "ACKNOWLEDGE",
          "RECEIVED", "DECIDE",
          "INFO_REQUESTED", "ANSWER",
          "ON_HOLD", "REVIEW");

  private static final List<String> SENDERS = List.of("council.officer", "council.lead");
  private static final List<String> DECIDERS = List.of("police.hco", "police.lead");
  private static final List<String> STRANGERS = List.of("council2.officer", "btp.hco", "cps.lead");

  /** What an ordinary police officer's role never does. */
  private static final Set<String> NOT_FOR_OFFICERS =
      Set.of(
          "acknowledge",
          "ask",
          "accept",
          "reject",
          "redirect",
          "duplicate",
          "close",
          "reopen",
          "assign",
          "recall");

  /** Where contacts with the person harmed are logged. */
  private static final Set<String> LOGGED =
      Set.of("ACCEPTED", "IN_PROGRESS", "ON_HOLD", "OUTCOME_RECORDED");

  private final Api api;
  private final Referrals referrals;
  private final Map<String, Integer> met = new HashMap<>();
  private String twin;
  private String assignee;

  /** What is due while it is worked on, and until the person harmed was told what came of it. */
  private String worked;

  /**
   * Whether they were told since the work began, or it was said of the outcome why not (moves 15
   * and 16).
   */
  private boolean told;

  /** Whether what the police owe them of everything that they take on was logged (move 16). */
  private boolean settled;

  RandomMovesIT(Api api) {
    this.api = api;
    referrals = new Referrals(api);
  }

  private record Line(String from, String move, String to, Set<String> who) {
    Stream<String> variants() {
      return who.stream().map(this::by);
    }

    /** Nothing leads on from there. */
    boolean ends() {
      return !to.equals("=") && !goesOn(to);
    }

    String by(String one) {
      return from + " " + move + " by the " + one;
    }
  }

  private static List<Line> table() {
    return TABLE
        .lines()
        .map(line -> line.split(" "))
        .map(cells -> new Line(cells[0], cells[1], cells[2], Set.of(cells[3].split("\\+"))))
        .toList();
  }

  @Test
  void noIllegalMoveIsMadeAndNoLegalOneRefused() {
    twin = referrals.submitted().reference();
    long seed = Long.getLong("concordat.seed", System.nanoTime());
    for (long walk = seed; walk < seed + WALKS || lacksLines(walk - seed); walk++) {
      walk(new Random(walk), "walk " + walk);
    }
    assertThat(met).containsKeys("404", "409");
    assertThat(table().stream().flatMap(Line::variants).filter(one -> !met.containsKey(one)))
        .as("lines that nobody met: %s", met)
        .isEmpty();
  }

  private void walk(Random random, String walk) {
    assignee = null;
    told = false;
    settled = false;
    String reference = referrals.submitted().reference();
    String state = "SUBMITTED";
    List<String> path = new ArrayList<>(List.of(walk, reference));
    for (int step = 0; step < STEPS && (goesOn(state) || unmet(state) || step % 5 > 0); step++) {
      int often = state.equals("OUTCOME_RECORDED") ? 2 : 4;
      if (LOGGED.contains(state) && random.nextInt(often) == 0) {
        path.add(contact(random, reference, state));
      }
      if (!settled && LOGGED.contains(state) && random.nextInt(often) == 0) {
        referrals.settled("police.lead", reference);
        settled = true;
        path.add("police.lead settles");
      }
      Attempt attempt = attempt(random, state);
      path.add(attempt.toString());
      Answer answer =
          api.post(
              attempt.user,
              "/api/referrals/" + reference + "/moves",
              body(attempt),
              "If-Match",
              api.get(attempt.user, "/api/referrals/" + reference).header("ETag").orElse("\"v1\""));
      int expected = expected(state, attempt);
      assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(expected);
      met.merge(Integer.toString(expected), 1, Integer::sum);
      if (expected == 200) {
        made(state, attempt);
        worked =
            switch (attempt.move) {
              case "accept" -> "FIRST_CONTACT";
              case "reopen" -> "UPDATE";
              default -> worked; // that work begins ends no limit
            };
        told = told && !Set.of("start", "reopen").contains(attempt.move);
        state =
            attempt.move.equals("recall")
                ? decided(random, reference, state, path)
                : next(state, attempt.move);
        if (attempt.assignee != null) {
          assignee = attempt.assignee;
        }
      }
      Answer after = api.get("council.lead", "/api/referrals/" + reference);
      assertThat(after.text("/state")).as("%s", path).isEqualTo(state);
      assertThat(after.text("/due/step")).as("%s", path).isEqualTo(due(state));
    }
  }

  /** Somebody logs what the person harmed was told of it: what that ends and settles. */
  private String contact(Random random, String reference, String state) {
    String user = one(random, List.of("police.lead", "police.lead", "council.officer"));
    String result = one(random, List.of("TOLD", "TRIED", "EXEMPT"));
    int daysAgo = random.nextInt(4) == 0 ? 1 : 0; // before the referral was sent
    referrals.contact(user, reference, result, daysAgo);
    boolean theirs = user.equals("police.lead") && daysAgo == 0 && !result.equals("TRIED");
    if (theirs && state.equals("OUTCOME_RECORDED")) {
      told = true;
    } else if (theirs) {
      told = told || (result.equals("TOLD") && !state.equals("ACCEPTED"));
      worked = "UPDATE"; // the next news
    }
    return user + " logs " + result + " of " + daysAgo + " days ago";
  }

  /**
   * Somebody tries something.
   *
   * @param assignee whom they choose; null where that is no part of the move
   */
  private record Attempt(String user, String move, String assignee) {
    @Override
    public String toString() {
      return user + " " + move;
    }
  }

  private static boolean goesOn(String state) {
    return table().stream()
        .anyMatch(line -> line.from.equals(state) && !line.move.equals("recall"));
  }

  /** Whether more walks are worth it, because chance led nobody along some line. */
  private boolean lacksLines(long walked) {
    return walked < 4L * WALKS
        && table().stream().flatMap(Line::variants).anyMatch(one -> !met.containsKey(one));
  }

  /** Whether something that can be done here was done by nobody yet. */
  private boolean unmet(String state) {
    return table().stream()
        .filter(line -> line.from.equals(state))
        .flatMap(Line::variants)
        .anyMatch(one -> !met.containsKey(one));
  }

  /** Nobody outside sees it; then governance cancels it, which ends it, or lets it go on. */
  private String decided(Random random, String reference, String state, List<String> path) {
    for (String outside : List.of("police.lead", "police.officer", "btp.hco")) {
      assertThat(api.get(outside, "/api/referrals/" + reference).status())
          .as("%s: %s", path, outside)
          .isEqualTo(404);
    }
    boolean cancel = random.nextInt(goesOn(state) ? 8 : 2) == 0;
    path.add("council.governance " + (cancel ? "cancels" : "lets it go on"));
    String recall = "/api/recalls/" + reference;
    Answer answer =
        api.post(
            "council.governance",
            recall + "/decision",
            "{\"cancel\":" + cancel + ",\"text\":\"It is so.\"}",
            "If-Match",
            api.get("council.governance", recall).etag());
    assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(200);
    return cancel ? "CANCELLED_IN_ERROR" : state;
  }

  /** Each of those of the line whom this was. */
  private void made(String state, Attempt attempt) {
    table().stream()
        .filter(line -> line.from.equals(state) && line.move.equals(attempt.move))
        .forEach(
            line ->
                line.who.stream()
                    .filter(who -> is(attempt.user, who))
                    .forEach(who -> met.merge(line.by(who), 1, Integer::sum)));
  }

  private Attempt attempt(Random random, String state) {
    boolean possible = goesOn(state) || unmet(state);
    return possible && random.nextInt(3) > 0 ? legal(random, state) : any(random);
  }

  /** The least met of what can be done here, by somebody who may. */
  private Attempt legal(Random random, String state) {
    List<Attempt> rarest = new ArrayList<>();
    int least = Integer.MAX_VALUE;
    for (Line line : table()) {
      for (String who : line.from.equals(state) ? line.who : Set.<String>of()) {
        int times = met.getOrDefault(line.by(who), 0) * (line.ends() ? ENOUGH : 1);
        if (times < least) {
          least = times;
          rarest.clear();
        }
        if (times == least) {
          everybody().stream()
              .filter(user -> is(user, who))
              .filter(user -> !who.equals("manager") || !user.equals(assignee))
              .forEach(user -> rarest.add(attempt(user, line.move)));
        }
      }
    }
    return one(random, rarest);
  }

  /** Anything by anybody. */
  private Attempt any(Random random) {
    return attempt(one(random, everybody()), one(random, table()).move);
  }

  private Attempt attempt(String user, String move) {
    boolean again = move.equals("assign") && "police.officer".equals(assignee);
    boolean chooses = move.equals("accept") || move.equals("assign");
    return new Attempt(user, move, chooses ? again ? "police.hco" : "police.officer" : null);
  }

  private static List<String> everybody() {
    return Stream.of(SENDERS, DECIDERS, List.of("police.officer"), STRANGERS)
        .flatMap(List::stream)
        .toList();
  }

  private int expected(String state, Attempt attempt) {
    boolean sender = SENDERS.contains(attempt.user);
    if (STRANGERS.contains(attempt.user) || (state.equals("CANCELLED_IN_ERROR") && !sender)) {
      return 404;
    }
    if (attempt.user.equals("police.officer") && NOT_FOR_OFFICERS.contains(attempt.move)) {
      return 403;
    }
    boolean early = attempt.move.equals("close") && !(told && settled);
    return !early
            && table().stream()
                .filter(line -> line.from.equals(state) && line.move.equals(attempt.move))
                .anyMatch(line -> line.who.stream().anyMatch(who -> is(attempt.user, who)))
        ? 200
        : 409;
  }

  /** Nothing is due any more once the person harmed was told what came of it. */
  private String due(String state) {
    return switch (state) {
      case "ACCEPTED", "IN_PROGRESS" -> worked;
      case "OUTCOME_RECORDED" -> told ? "" : worked;
      default -> DUE.getOrDefault(state, "");
    };
  }

  private boolean is(String user, String who) {
    return switch (who) {
      case "sender" -> SENDERS.contains(user);
      case "lead" -> user.equals("council.lead");
      case "assignee" -> user.equals(assignee);
      default -> DECIDERS.contains(user);
    };
  }

  private static String next(String state, String move) {
    String to =
        table().stream()
            .filter(line -> line.from.equals(state) && line.move.equals(move))
            .findFirst()
            .orElseThrow()
            .to;
    return to.equals("=") ? state : to;
  }

  private String body(Attempt attempt) {
    String rest =
        switch (attempt.move) {
          case "accept", "assign" -> ",\"assignee\":\"" + attempt.assignee + "\"";
          case "withdraw" -> why("MISTAKEN");
          case "reject" -> why("OUT_OF_AREA") + ",\"advice\":\"Ask the force of that place.\"";
          case "hold" -> why("OTHER") + ",\"reviewOn\":\"" + LocalDate.now().plusDays(7) + "\"";
          case "record-outcome" -> why("POLICE_18");
          case "reopen" -> why("ERROR");
          case "recall" -> why("WRONG_PERSON");
          case "ask" -> ",\"text\":\"Who?\",\"dueOn\":\"" + LocalDate.now().plusDays(7) + "\"";
          case "answer" -> ",\"text\":\"Nobody.\"";
          case "duplicate" -> ",\"other\":\"" + twin + "\"";
          case "redirect" ->
              ",\"to\":\"BTP\",\"footing\":{\"purpose\":\"PREVENT_DETECT\",\"lawfulBasis\":\"DPA_35_2_B\","
                  + "\"condition\":\"SCH8_1\"},\"senderAgrees\":true,\"text\":\"It is theirs.\"";
          default -> "";
        };
    return "{\"move\":\"" + attempt.move + "\"" + rest + "}";
  }

  private static String why(String reason) {
    return ",\"reason\":\"" + reason + "\",\"text\":\"It is so.\"";
  }

  private static <T> T one(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
