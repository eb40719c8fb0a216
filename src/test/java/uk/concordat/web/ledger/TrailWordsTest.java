package uk.concordat.web.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.concordat.audit.Verb;
import uk.concordat.oversight.Reading;

class TrailWordsTest {
  private static final Pattern RECORDED =
      Pattern.compile(
          "(?:refusals\\s*\\.record|\\brefused)\\(\\s*[^;]*?\"([a-z]+(?:-[a-z]+)+)\"",
          Pattern.DOTALL);

  @ParameterizedTest
  @EnumSource
  void sayEveryOperation(Verb verb) {
    assertThat(TrailWords.verb(verb)).matches("[A-Z][a-z ]+");
  }

  @ParameterizedTest
  @EnumSource
  void sayEveryReading(Reading reading) {
    assertThat(TrailWords.reading(reading)).matches("[A-Z][a-z ]+");
    assertThat(Reading.find(reading.code())).contains(reading);
  }

  @Test
  void sayActionsAndParts() {
    assertThat(TrailWords.action("referral.read")).isEqualTo("Read a referral");
    assertThat(TrailWords.action("session.read")).isEqualTo("Use the pages that everybody has");
    assertThat(TrailWords.action("of.old")).isEqualTo("of.old");
    assertThat(TrailWords.parts(List.of("D2", "D5"))).isEqualTo("Who was harmed, What happened");
  }

  @Test
  void saySharingAgreements() {
    assertThat(TrailWords.agreements("ISA-101/2 ISA-107/1"))
        .isEqualTo("ISA-101 version 2, ISA-107 version 1");
  }

  @Test
  void sayAnUnknownReasonAsItIs() {
    assertThat(TrailWords.reason("role-lacks-action")).isEqualTo("The role does not do this");
    assertThat(TrailWords.reason("of-another-day")).isEqualTo("of another day");
  }

  /** Whatever reason a refusal is recorded with has words. */
  @Test
  void sayEveryReasonThatIsWritten() throws IOException {
    var codes = new TreeSet<String>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        RECORDED
            .matcher(Files.readString(source))
            .results()
            .map((MatchResult found) -> found.group(1))
            .forEach(codes::add);
      }
    }
    assertThat(codes).contains("not-visible", "role-lacks-action", "own-referral");
    assertThat(codes).allSatisfy(TrailWordsTest::hasWords);
  }

  private static void hasWords(String code) {
    assertThat(TrailWords.reason(code)).as(code).matches("[A-Z].*");
    assertThat(Arrays.asList(TrailWords.reason(code).split(""))).doesNotContain("-");
  }
}
