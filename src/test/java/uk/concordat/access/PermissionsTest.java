package uk.concordat.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionsTest {

  /** One letter an action, in the order of {@link Action}: None, Own, aGency, anY. */
  @ParameterizedTest
  @CsvSource({
    "police-officer,YOONNY",
    "hate-crime-officer,YGOGGY",
    "cps-prosecutor,NGNGGY",
    "cps-quality-reviewer,NNNNNY",
    "council-officer,YGOGGY",
    "nhs-practitioner,YOONNY",
    "nhs-safeguarding-lead,YGOGGY",
    "victim-liaison,NNNNNY",
    "third-party-reporter,YOONNY",
    "information-governance,NNNNNY",
    "agency-admin,NNNNNY",
    "board-analyst,NNNNNY",
    "nobody,NNNNNN",
  })
  void areThoseOfTheMatrix(String role, String row) {
    Permissions permissions = on("2026-11-23T10:00:00Z");
    String read =
        Arrays.stream(Action.values())
            .map(action -> permissions.scope(role, action).map(PermissionsTest::letter).orElse("N"))
            .collect(Collectors.joining());
    assertThat(read).isEqualTo(row);
  }

  @Test
  void listTheRolesThatHaveAnAction() {
    assertThat(on("2026-11-23T10:00:00Z").rolesWith(Action.REFERRAL_DECIDE))
        .containsExactly(
            "hate-crime-officer", "cps-prosecutor", "council-officer", "nhs-safeguarding-lead");
  }

  @ParameterizedTest
  @EnumSource
  void beginOnTheirDay(Action action) {
    assertThat(on("2025-12-31T12:00:00Z").rolesWith(action)).isEqualTo(List.of());
    assertThat(on("2026-01-01T12:00:00Z").rolesWith(action)).isNotEmpty();
  }

  static Permissions on(String day) {
    var permissions = new Permissions();
    permissions.clock = Clock.fixed(Instant.parse(day), ZoneOffset.UTC);
    permissions.read();
    return permissions;
  }

  private static String letter(Scope scope) {
    return switch (scope) {
      case OWN -> "O";
      case AGENCY -> "G";
      case ANY -> "Y";
    };
  }
}
