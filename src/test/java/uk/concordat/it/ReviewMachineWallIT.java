package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.prosecution.ReviewMove;
import uk.concordat.prosecution.ReviewState;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/**
 * With the gate in Java bypassed and everything there that bears a move, the database lets a review
 * go on exactly where {@code review.csv} says, for whom it says, and where a row lacks for nobody.
 */
@ExtendWith({ApiExtension.class, StackExtension.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewMachineWallIT {
  private static final String NO_MOVE = "that is no move of a review";
  private static final String ASSIGNEE = "cps.assignee";

  /** No charge, and no flag that a decision had to answer. */
  private static final String BARE =
      "delete from authorised_charge where referral = REF; delete from monitoring_flag where"
          + " referral = REF; delete from prosecuted_strand where referral = REF; delete from"
          + " hostility_test where referral = REF;";

  private final Api api;
  private final StaffDirectory directory;
  private final DatabaseOwner owner;
  private final DataSource superuser;
  private final ReviewTable table = new ReviewTable();
  private final Map<String, String> usernames = new HashMap<>();
  private String reference;

  ReviewMachineWallIT(Api api, Stack stack, StaffDirectory directory, DatabaseOwner owner) {
    this.api = api;
    this.directory = directory;
    this.owner = owner;
    superuser = stack.postgres().superuser();
  }

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
    reference = ReviewScene.of(new CaseFiles(api), owner, usernames.get(ASSIGNEE)).reference();
  }

  @Test
  void aReviewGoesOnWhereTheTableSaysAndForWhomItSays() throws SQLException {
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    int done = 0;
    for (Table.Line actor : table.actors()) {
      var rows = rows(actor.get("who"));
      try (var wall = new Wall(superuser)) {
        wall.bind(usernames.get(actor.get("who")));
        wall.given(rows.everything());
        for (ReviewState from : ReviewState.values()) {
          for (ReviewState to : ReviewState.values()) {
            Savepoint mark = wall.mark();
            boolean again = to == ReviewState.RESUBMITTED;
            wall.given(rows.stands(from.name()) + (again ? rows.answered() : ""));
            String seen = wall.tried(rows.moving(to.name()));
            String expected = expected(from.name(), to.name(), actor);
            if (!seen.equals(expected)) {
              wrong.add(
                  "%s %s %s: %s and not %s".formatted(actor.get("who"), from, to, seen, expected));
            }
            tried++;
            done += seen.equals("done") ? 1 : 0;
            wall.back(mark);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(tried).as("from, to, actors").isEqualTo(18 * 18 * 11);
    assertThat(done).as("of these, what is a move").isEqualTo(29);
  }

  private String expected(String from, String to, Table.Line actor) {
    boolean police = actor.get("submit").equals("may");
    boolean unit = actor.get("unit").equals("may");
    boolean prosecutor = actor.get("review").equals("may");
    boolean hidden = from.equals("PREPARING") && !police;
    if (hidden || !(police || unit || prosecutor)) {
      return "no row";
    }
    String mover = table.mover(from, to);
    boolean theirs =
        !from.equals(to)
            && mover != null
            && switch (mover) {
              case "police" -> police;
              case "unit" -> unit;
              default -> prosecutor;
            };
    return theirs ? "done" : NO_MOVE;
  }

  @Test
  void noMoveIsMadeWithoutItsLineInTheHistory() throws SQLException {
    var rows = rows(ASSIGNEE);
    try (var wall = new Wall(superuser)) {
      wall.given(rows.stands("TRIAGED"));
      wall.bind(usernames.get(ASSIGNEE));
      assertThat(wall.tried(rows.moving("UNDER_REVIEW"))).isEqualTo("done");
      Savepoint mark = wall.mark();
      assertThat(wall.tried("set constraints all immediate")).contains("was not written down");
      wall.back(mark);
      assertThat(wall.tried(rows.written("RESUBMITTED", "UNDER_REVIEW"))).isEqualTo("done");
      assertThat(wall.tried("set constraints all immediate"))
          .as("not from where it did not stand")
          .contains("was not written down");
      wall.back(mark);
      assertThat(wall.tried(rows.written("TRIAGED", "UNDER_REVIEW"))).isEqualTo("done");
      assertThat(wall.tried("set constraints all immediate")).isEqualTo("no row");
    }
  }

  @Test
  void aDecisionLeadsWhereItSaysAndNowhereElse() throws SQLException {
    Map<String, String> targets =
        Map.of(
            "CHARGE_FULL_CODE", "CHARGE_AUTHORISED",
            "CHARGE_THRESHOLD", "CHARGE_AUTHORISED",
            "NFA_EVIDENTIAL", "NFA",
            "NFA_PUBLIC_INTEREST", "NFA",
            "OUT_OF_COURT_DISPOSAL", "OUT_OF_COURT",
            "ADMIN_FINALISED", "ADMIN_FINALISED",
            "APPLY_FULL_CODE", "itself");
    for (String kind : ReviewRows.DECISIONS) {
      for (String to : List.of("CHARGE_AUTHORISED", "NFA", "OUT_OF_COURT", "ADMIN_FINALISED")) {
        String expected = targets.get(kind).equals(to) ? "done" : NO_MOVE;
        assertThat(moved("UNDER_REVIEW", to, rows(ASSIGNEE).decision(kind, 2)))
            .as("%s to %s", kind, to)
            .isEqualTo(expected);
        String bare = rows(ASSIGNEE).decision(kind, 2) + sql(BARE);
        boolean charges = targets.get(kind).equals("CHARGE_AUTHORISED");
        assertThat(moved("UNDER_REVIEW", to, bare))
            .as("%s to %s with nothing but its name", kind, to)
            .isEqualTo(charges ? NO_MOVE : expected);
      }
      for (ReviewState state : ReviewState.values()) {
        boolean stays =
            kind.equals("APPLY_FULL_CODE")
                && List.of("CHARGE_AUTHORISED", "PROSECUTION").contains(state.name());
        boolean hidden = state == ReviewState.PREPARING;
        assertThat(stays(state.name(), rows(ASSIGNEE).decision(kind, 2)))
            .as("%s where they stand, %s", kind, state)
            .isEqualTo(stays ? "done" : hidden ? "no row" : NO_MOVE);
      }
    }
  }

  @Test
  void whatADecisionRestsOnIsThereAndOfTheDay() throws SQLException {
    List<String> wrong = new ArrayList<>();
    List<Table.Line> lines = Table.read("review-spoilt.csv").toList();
    for (Table.Line line : lines) {
      String kind = line.get("decision");
      String spoilt =
          rows(ASSIGNEE).decision(kind, 2) + sql(line.get("sql").replace(';', ',')) + ";";
      String seen =
          kind.equals("APPLY_FULL_CODE")
              ? stays("PROSECUTION", spoilt)
              : moved("UNDER_REVIEW", target(kind), spoilt);
      String expected = line.get("answer").equals("moves") ? "done" : NO_MOVE;
      if (!seen.equals(expected)) {
        wrong.add("%s: %s and not %s".formatted(line.get("what"), seen, expected));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(lines).hasSizeGreaterThan(30);
  }

  private String target(String kind) {
    return table.target(ReviewState.UNDER_REVIEW, ReviewMove.valueOf(kind));
  }

  @Test
  void aMoveThatIsNoDecisionHasWhatBearsItToo() throws SQLException {
    var rows = rows(ASSIGNEE);
    String police = "police.sender";
    String noHearing = sql("delete from hearing where referral = REF;");
    String notCharged = sql("delete from decision_carried_out where referral = REF;");
    String stopped = rows.result("DISCONTINUED", "WITNESS");
    String acquitted = rows.result("DISMISSED_NO_CASE", "EVIDENTIAL");
    String another =
        stopped
            + sql("update court_result set recorded_by = gen_random_uuid() where referral = REF;");
    String earlier = stopped + sql("update court_result set xact = '1' where referral = REF;");
    String notOver =
        sql(
            "update court_result set finalisation = null, reason = null, on_day = null where referral = REF;");
    String incomplete =
        sql(
            "update file_answer set status = 'NOT_THERE' where item = 'ACCOUNT' and referral = REF;");
    assertThat(moved(police, "ACTION_PLAN", "RESUBMITTED", rows.asked())).isEqualTo(NO_MOVE);
    assertThat(moved(police, "ACTION_PLAN", "RESUBMITTED", rows.asked() + rows.answered()))
        .isEqualTo("done");
    assertThat(moved(police, "PREPARING", "REFERRED", incomplete)).isEqualTo(NO_MOVE);
    assertThat(moved(police, "PREPARING", "REFERRED", "")).isEqualTo("done");
    for (String to : List.of("EARLY_ADVICE", "ACTION_PLAN", "PENDING")) {
      assertThat(moved("UNDER_REVIEW", to, "")).as("%s: nothing is asked", to).isEqualTo(NO_MOVE);
    }
    assertThat(moved("REFERRED", "INADEQUATE", "")).as("nothing is asked").isEqualTo(NO_MOVE);
    assertThat(moved("REFERRED", "INADEQUATE", rows.asked() + rows.answered()))
        .as("all is answered")
        .isEqualTo(NO_MOVE);
    assertThat(moved("CHARGE_AUTHORISED", "PROSECUTION", noHearing)).isEqualTo(NO_MOVE);
    assertThat(moved("CHARGE_AUTHORISED", "PROSECUTION", notCharged)).isEqualTo(NO_MOVE);
    assertThat(moved("CHARGE_AUTHORISED", "PROSECUTION", "")).isEqualTo("done");
    assertThat(moved("PROSECUTION", "FINALISED", "")).as("no result").isEqualTo(NO_MOVE);
    assertThat(moved("PROSECUTION", "FINALISED", another)).as("another's").isEqualTo(NO_MOVE);
    assertThat(moved("PROSECUTION", "FINALISED", earlier)).as("earlier").isEqualTo(NO_MOVE);
    assertThat(moved("PROSECUTION", "FINALISED", stopped + notCharged)).isEqualTo(NO_MOVE);
    assertThat(moved("PROSECUTION", "FINALISED", stopped + notOver))
        .as("it is not over")
        .isEqualTo(NO_MOVE);
    assertThat(moved("PROSECUTION", "FINALISED", acquitted)).isEqualTo("done");
    assertThat(moved("CHARGE_AUTHORISED", "FINALISED", acquitted))
        .as("no court heard it")
        .isEqualTo(NO_MOVE);
    assertThat(moved("CHARGE_AUTHORISED", "FINALISED", stopped)).isEqualTo("done");
  }

  @Test
  void whoDecidedIsWhoDecidesAndNobodyElse() throws SQLException {
    var rows = rows(ASSIGNEE);
    try (var wall = new Wall(superuser)) {
      wall.given(rows.stands("UNDER_REVIEW") + rows.everything());
      wall.bind(usernames.get(ASSIGNEE));
      String move = rows.moving("NFA");
      assertThat(wall.tried(move.replace("caller_subject()", "gen_random_uuid()")))
          .isEqualTo(NO_MOVE);
      assertThat(wall.tried(move.replace("caller_subject()", "null"))).isEqualTo(NO_MOVE);
      String advice = rows.moving("EARLY_ADVICE");
      assertThat(wall.tried(advice.replace("now()", "now(), decided_by = gen_random_uuid()")))
          .as("what decides nothing leaves who decided")
          .isEqualTo(NO_MOVE);
      assertThat(wall.tried(move.replace("now()", "now() - interval '1 day'")))
          .as("it is made now")
          .isEqualTo(NO_MOVE);
      assertThat(wall.tried(move)).isEqualTo("done");
    }
  }

  @Test
  void noDecisionIsMadeThatLeadsNowhere() throws SQLException {
    var rows = rows(ASSIGNEE);
    String now = "set constraints all immediate";
    String nowhere = "that decision leads nowhere";
    try (var wall = new Wall(superuser)) {
      wall.given(rows.stands("UNDER_REVIEW"));
      wall.bind(usernames.get(ASSIGNEE));
      assertThat(wall.tried(own(rows.decision("NFA_EVIDENTIAL", 2)))).isEqualTo("done");
      Savepoint decided = wall.mark();
      assertThat(wall.tried(now)).as("nobody was moved").isEqualTo(nowhere);
      assertThat(wall.tried(rows.moving("NFA"))).isEqualTo("done");
      assertThat(wall.tried(rows.written("UNDER_REVIEW", "NFA"))).isEqualTo("done");
      assertThat(wall.tried(now)).as("the move is another").isEqualTo(nowhere);
      wall.back(decided);
      assertThat(wall.tried(rows.moving("NFA"))).isEqualTo("done");
      String move = rows.written("UNDER_REVIEW", "NFA").replace("MOVED", "NFA_EVIDENTIAL");
      assertThat(wall.tried(move)).isEqualTo("done");
      assertThat(wall.tried(now)).isEqualTo("no row");
    }
    try (var wall = new Wall(superuser)) {
      wall.given(rows.stands("PROSECUTION"));
      wall.bind(usernames.get(ASSIGNEE));
      assertThat(wall.tried(own(rows.decision("APPLY_FULL_CODE", 2)))).isEqualTo("done");
      assertThat(wall.tried(rows.deciding())).isEqualTo("done");
      assertThat(wall.tried(now)).isEqualTo("no row");
    }
    try (var wall = new Wall(superuser)) {
      String full = "update charging_decision set kind = 'CHARGE_FULL_CODE' where id = ";
      wall.given(rows.stands("PROSECUTION") + full + rows.id(1));
      wall.bind(usernames.get(ASSIGNEE));
      assertThat(wall.tried(own(rows.decision("APPLY_FULL_CODE", 2)))).isEqualTo("done");
      assertThat(wall.tried(now)).as("it follows none by the Threshold Test").isEqualTo(nowhere);
    }
    try (var wall = new Wall(superuser)) {
      wall.given(rows.stands("NFA"));
      wall.bind(usernames.get(ASSIGNEE));
      wall.given(rows.deciding());
      wall.given(rows.written("UNDER_REVIEW", "NFA").replace("MOVED", "NFA_EVIDENTIAL"));
      assertThat(wall.tried(own(rows.decision("NFA_EVIDENTIAL", 2)))).isEqualTo("done");
      assertThat(wall.tried(now)).as("the move was made before").isEqualTo(nowhere);
    }
  }

  /** As the product writes it. */
  private static String own(String decision) {
    return decision.replaceAll("\\(select subject from staff [^)]*\\)", "caller_subject()");
  }

  private String moved(String from, String to, String given) throws SQLException {
    return moved(ASSIGNEE, from, to, given);
  }

  private String moved(String who, String from, String to, String given) throws SQLException {
    return tried(who, from, rows(who).moving(to), given);
  }

  private String stays(String state, String given) throws SQLException {
    return tried(ASSIGNEE, state, rows(ASSIGNEE).deciding(), given);
  }

  private String tried(String who, String from, String sql, String given) throws SQLException {
    try (var wall = new Wall(superuser)) {
      wall.given(rows(who).stands(from) + given);
      wall.bind(usernames.get(who));
      return wall.tried(sql);
    }
  }

  private String sql(String words) {
    var rows = rows(ASSIGNEE);
    return words
        .replace("DECISION", rows.id(2))
        .replace("BEFORE", rows.id(1))
        .replace("REF", "(select id from referral where reference = '" + reference + "')");
  }

  private ReviewRows rows(String who) {
    return new ReviewRows(reference, usernames.get(who));
  }
}
