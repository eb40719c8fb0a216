package uk.concordat.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.concordat.caller.Caller;

class PermissionsTest {

  @Test
  void listTheRolesThatHaveAnAction() {
    assertThat(on("2026-11-23T10:00:00Z").rolesWith(Action.REFERRAL_DECIDE))
        .containsExactly(
            "hate-crime-officer", "cps-prosecutor", "council-officer", "nhs-safeguarding-lead");
  }

  @ParameterizedTest
  @EnumSource
  void beginOnTheirDayInLondon(Action action) {
    assertThat(on("2025-12-31T23:59:59Z").rolesWith(action)).isEmpty();
    assertThat(on("2026-01-01T00:00:00Z").rolesWith(action)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "police-officer,referral.read,'[OWN, SENDING_TEAM, RECIPIENT]'",
    "hate-crime-officer,referral.read,'[OWN, SENDER, RECIPIENT]'",
    "cps-prosecutor,referral.read,'[OWN, RECEIVING_TEAM]'",
    "information-governance,referral.header,[HEADER]",
    "council-officer,breakglass.use,[LEAD]",
    "agency-admin,referral.read,[]",
    "board-analyst,referral.read,[]",
    "nobody,session.read,[]",
  })
  void sayHowFarTheyReach(String role, String action, String scopes) {
    assertThat(on("2026-11-23T10:00:00Z").scopes(role, Action.of(action))).hasToString(scopes);
  }

  @ParameterizedTest
  @CsvSource({
    "police-officer,breakglass.use,'',true",
    "council-officer,breakglass.use,'',false",
    "council-officer,breakglass.use,community-safety,true",
    "council-officer,access.decide,'',false",
    "council-officer,access.decide,community-safety,true",
    "agency-admin,breakglass.use,community-safety,false",
  })
  void reachNobodyWhoLeadsNothingWhereOnlyLeadsDo(
      String role, String action, String leads, boolean reaches) {
    Caller caller =
        Caller.holding(UUID.randomUUID(), "user", "User", "A", Set.of(), List.of(role))
            .acting(role, leads.isEmpty() ? Set.of() : Set.of(leads));
    assertThat(on("2026-11-23T10:00:00Z").reaches(caller, Action.of(action))).isEqualTo(reaches);
  }

  static Permissions on(String instant) {
    var permissions = new Permissions();
    permissions.clock = Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    permissions.read();
    return permissions;
  }
}
