package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every role, in every relation to a record, as the table in {@code matrix.csv} says, over REST.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(ApiExtension.class)
class MatrixIT {
  private static final Map<String, String> LETTERS =
      Map.of("FULL", "F", "MASKED", "M", "ON_REQUEST", "R", "WITHHELD", "-", "HEADER", "H");

  private final Api api;
  private final Referrals referrals;
  private final Map<String, String> records = new HashMap<>();

  MatrixIT(Api api) {
    this.api = api;
    referrals = new Referrals(api);
  }

  /** One line: the record, who asks, and the cells after it. */
  record Line(String record, String who, List<String> cells) {
    @Override
    public String toString() {
      return record + " " + who + " " + String.join(" ", cells);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void isAsTheTableSays(Line line) {
    String address = "/api/referrals/" + records.computeIfAbsent(line.record, this::make);
    Answer access = api.get(line.who, address + "/access");
    Answer read = api.get(line.who, address);
    if (line.cells.equals(List.of("404"))) {
      assertThat(List.of(access.status(), read.status())).containsOnly(404);
      return;
    }
    assertThat(cells(access)).isEqualTo(line.cells);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.json().has("person")).isEqualTo(line.cells.get(1).equals("F"));
    assertThat(read.json().has("needs")).isEqualTo(line.cells.get(3).equals("F"));
    assertThat(read.json().has("incident")).isEqualTo(line.cells.get(4).equals("F"));
  }

  static Stream<Line> lines() throws IOException {
    try (var file =
        new BufferedReader(
            new InputStreamReader(
                MatrixIT.class.getResourceAsStream("matrix.csv"), StandardCharsets.UTF_8))) {
      return file.lines().skip(2).map(MatrixIT::line).toList().stream();
    }
  }

  private static Line line(String text) {
    List<String> cells = List.of(text.split(",", -1));
    return new Line(cells.get(0), cells.get(1), cells.subList(2, cells.size()));
  }

  private static List<String> cells(Answer access) {
    List<String> cells = new ArrayList<>();
    for (JsonNode sight : access.json().path("classes")) {
      cells.add(LETTERS.get(sight.get("level").asText()));
    }
    List<String> actions =
        access.texts("/actions").stream()
            .map(
                action ->
                    action.replaceAll(
                        "^(referral|case)\\.|\\.(record|manage|flag|case|participate)$", ""))
            .sorted()
            .toList();
    cells.add(String.join(" ", actions));
    return cells;
  }

  private String make(String record) {
    return switch (record) {
      case "council-draft" -> referrals.draft().reference();
      case "council-to-police" -> referrals.submitted().reference();
      case "police-to-cps" -> referrals.sent("police.hco", "CPS-THAMES-CHILTERN").reference();
      case "police-to-council" -> referrals.sent("police.officer", "WELHAT-COUNCIL").reference();
      default -> referrals.sent("nhs.practitioner", "HERTS-POLICE").reference();
    };
  }
}
