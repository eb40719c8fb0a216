package uk.concordat.victim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.concordat.agency.AgencyKind;
import uk.concordat.kernel.WorkingDays;

class RuleTest {
  private static final WorkingDays NO_HOLIDAYS = new WorkingDays(Set.of());
  private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
  private static final Rule ARREST =
      new Rule(
          "ARREST",
          "That a suspect was arrested",
          EventKind.SUSPECT_ARRESTED,
          5,
          1,
          Limit.Unit.WORKING_DAYS,
          Holder.AGENCY,
          OwedBy.POLICE,
          Set.of("UPDATE"),
          true);

  @Test
  void enhancedRightsAreSooner() {
    assertThat(ARREST.due(MONDAY, Entitlement.ENHANCED, NO_HOLIDAYS))
        .isEqualTo("2026-11-24T17:00:00Z");
    assertThat(ARREST.due(MONDAY, Entitlement.STANDARD, NO_HOLIDAYS))
        .isEqualTo("2026-11-30T17:00:00Z");
  }

  @Test
  void whatTheCourtDidIsToldByTheWitnessCareOfEither() {
    assertThat(OwedBy.WITNESS_CARE.is(AgencyKind.POLICE)).isTrue();
    assertThat(OwedBy.WITNESS_CARE.is(AgencyKind.CPS)).isTrue();
    assertThat(OwedBy.WITNESS_CARE.is(AgencyKind.NHS)).isFalse();
    assertThat(OwedBy.POLICE.is(AgencyKind.CPS)).isFalse();
  }
}
