package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The auditor's tables, held against the running product over REST: who sees what of a record and
 * may do what to it ({@code matrix.csv}), what comes of trying ({@code doors.csv}), and the doors
 * that need no record ({@code roles.csv}).
 */
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(ApiExtension.class)
class MatrixIT {
  private static final Map<String, String> LETTERS =
      Map.of("FULL", "F", "MASKED", "M", "ON_REQUEST", "R", "WITHHELD", "-", "HEADER", "H");

  /** Two agencies between which no other test sends anything. */
  private static final String[] PAIR = {"COLNE-VALLEY-NHS", "BTP"};

  private final Api api;
  private final DatabaseOwner owner;
  private final Scenes scenes;
  private final StaffDirectory directory;
  private final Set<String> related = new HashSet<>();
  private Players players;
  private Doors doors;

  MatrixIT(Api api, StaffDirectory directory, DatabaseOwner owner) {
    this.api = api;
    this.directory = directory;
    this.owner = owner;
    scenes = new Scenes(api, owner);
  }

  @BeforeAll
  void gather() {
    players = new Players(api, directory, owner);
    doors = new Doors(api, players.username("council2.asker"));
    scenes.reference("nhs2-to-btp:ended");
    owner.endAgreement(PAIR[0], PAIR[1]);
  }

  @AfterAll
  void resume() {
    owner.resumeAgreement(PAIR[0], PAIR[1]);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sights")
  void everyoneSeesAndMayDoWhatTheTableSays(Table.Line line) {
    String user = players.username(line.get("who"));
    String address = "/api/referrals/" + related(line, user);
    Answer access = api.get(user, address + "/access");
    Answer read = api.get(user, address);
    Map<String, String> expected = line.after("who");
    if (expected.get("D1").equals("404")) {
      assertThat(access.status()).isEqualTo(404);
      assertThat(read.status()).isEqualTo(404);
      return;
    }
    assertThat(cells(access)).isEqualTo(expected);
    if (expected.get("D1").equals("H")) {
      assertThat(read.status()).as("who knows by the header reads nothing").isEqualTo(404);
      return;
    }
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.json().has("person")).isEqualTo(expected.get("D2").equals("F"));
    assertThat(read.json().has("needs")).isEqualTo(expected.get("D4").equals("F"));
    assertThat(read.json().has("incident")).isEqualTo(expected.get("D5").equals("F"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("doors")
  void everyDoorAnswersAsTheTableSays(Table.Line line) {
    String user = players.username(line.get("who"));
    String agency = line.get("who").replaceFirst("[0-9]*\\..*", "");
    Map<String, String> answers = new LinkedHashMap<>();
    String reference = related(line, user);
    String version = doors.version(user, reference);
    for (String door : line.after("who").keySet()) {
      int status = doors.attempt(door, user, agency, reference, version);
      answers.put(door, status < 300 ? "yes" : Integer.toString(status));
      if (status < 300) {
        scenes.spoilt(scene(line, user));
        reference = related(line, user);
        version = doors.version(user, reference);
      }
    }
    assertThat(answers).isEqualTo(line.after("who"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("roles")
  void everyRoleFindsTheDoorsThatTheTableSays(Table.Line line) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String door : line.after("who").keySet()) {
      int status = knock(door, line.get("who"));
      answers.put(door, status < 300 || status == 400 ? "yes" : Integer.toString(status));
    }
    assertThat(answers).isEqualTo(line.after("who"));
  }

  /**
   * Whoever is let in is told what their empty request lacks; at most an empty draft comes of it.
   */
  private int knock(String door, String user) {
    return switch (door) {
      case "session" -> api.get(user, "/api/me").status();
      case "lists" -> api.get(user, "/api/referrals").status();
      case "start" -> api.post(user, "/api/referrals", "{}").status();
      case "log incident" -> api.post(user, "/api/incidents", "{}").status();
      case "incidents" -> api.get(user, "/api/incidents").status();
      case "ask" -> api.post(user, "/api/access-requests", "{}").status();
      case "break glass" -> api.post(user, "/api/break-glass", "{}").status();
      case "own glass" -> api.get(user, "/api/break-glass").status();
      case "reviews" -> api.get(user, "/api/break-glass/reviews").status();
      case "agreements" -> api.get(user, "/api/agreements").status();
      case "propose" -> api.post(user, "/api/agreements", "{}").status();
      default -> throw new IllegalArgumentException(door);
    };
  }

  /** The record of the line, with the relation that the line speaks of. */
  private String related(Table.Line line, String user) {
    String reference = scenes.reference(scene(line, user));
    if (related.add(reference)) {
      switch (line.get("relation")) {
        case "excluded" -> owner.exclude(reference, user);
        case "holder of a grant" -> owner.grant(reference, user);
        case "breaker of the glass" -> owner.breakGlass(reference, user);
        case "excluded in spite of a grant" -> {
          owner.grant(reference, user);
          owner.exclude(reference, user);
        }
        default -> {} // the record itself makes the relation
      }
    }
    return reference;
  }

  /** A relation that is made for somebody gets a record of its own. */
  private static String scene(Table.Line line, String user) {
    String scene = line.get("record");
    boolean own = line.get("relation").matches("excluded.*|holder .*|breaker .*");
    return own ? scene + ":" + line.get("relation") + " " + user : scene;
  }

  private static Map<String, String> cells(Answer access) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (JsonNode sight : access.json().path("classes")) {
      cells.put(sight.get("dataClass").asText(), LETTERS.get(sight.get("level").asText()));
    }
    var actions = new TreeSet<String>();
    for (String action : access.texts("/actions")) {
      actions.add(
          action.replaceAll("^(referral|case)\\.|\\.(record|manage|flag|case|participate)$", ""));
    }
    cells.put("may", String.join(" ", actions));
    return cells;
  }

  static Stream<Table.Line> sights() {
    return Table.read("matrix.csv");
  }

  static Stream<Table.Line> doors() {
    return Table.read("doors.csv");
  }

  static Stream<Table.Line> roles() {
    return Table.read("roles.csv");
  }
}
