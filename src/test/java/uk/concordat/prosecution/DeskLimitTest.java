package uk.concordat.prosecution;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.prosecution.DeskLimit.Kind.CUSTODY;
import static uk.concordat.prosecution.DeskLimit.Kind.SERVICE_LEVEL;
import static uk.concordat.prosecution.DeskLimit.Kind.STATUTORY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which time a file stands on the desk by, and how much of it is left. */
class DeskLimitTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 27); // a Friday before the clocks go

  @ParameterizedTest
  @CsvSource({
    "2026-03-26, -1, 2026-03-27T00:00:00Z",
    "2026-03-27, 0, 2026-03-28T00:00:00Z",
    "2026-03-28, 1, 2026-03-29T00:00:00Z",
    "2026-03-29, 2, 2026-03-29T23:00:00Z",
    "2026-10-25, 212, 2026-10-26T00:00:00Z"
  })
  void aDayOfTheLawIsKeptToItsMidnightInLondon(LocalDate last, long left, Instant ends) {
    DeskLimit limit = DeskLimit.of(CUSTODY, last);
    assertThat(limit.daysLeft(TODAY)).isEqualTo(left);
    assertThat(limit.ends()).isEqualTo(ends);
    assertThat(limit.lastDay()).isEqualTo(last);
  }

  @Test
  void whatTheLawEndsSoonGoesBeforeWhatIsLateAgainstAServiceLevel() {
    DeskLimit late = level("2026-03-01T17:00:00Z");
    DeskLimit soon = DeskLimit.of(STATUTORY, TODAY.plusDays(14));
    DeskLimit sooner = DeskLimit.of(CUSTODY, TODAY.plusDays(1));
    assertThat(DeskLimit.first(List.of(late, soon), TODAY)).contains(soon);
    assertThat(DeskLimit.first(List.of(late, soon, sooner), TODAY)).contains(sooner);
  }

  @Test
  void beyondTwoWeeksWhateverEndsFirstIsFirst() {
    DeskLimit far = DeskLimit.of(CUSTODY, TODAY.plusDays(15));
    DeskLimit due = level("2026-03-30T16:00:00Z");
    assertThat(DeskLimit.first(List.of(far, due), TODAY)).contains(due);
    assertThat(DeskLimit.first(List.of(far), TODAY)).contains(far);
    assertThat(DeskLimit.first(List.of(), TODAY)).isEmpty();
  }

  @Test
  void aPlaceInTheListIsReadAsItWasWritten() {
    var place = new DeskCursor(1, DeskRepository.NEVER, 2, new UUID(1, 2));
    assertThat(DeskCursor.parse(place.text())).contains(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lost",
        "MSBsb3N0",
        "MiAyMDI2LTAzLTMwVDE2OjAwOjAwWiAwIDAwMDAwMDAwLTAwMDAtMDAwMS0wMDAwLTAwMDAwMDAwMDAwMg",
        "MSArMTAwMDAwMDAwMC0wMS0wMVQwMDowMDowMFogMCAwMDAwMDAwMC0wMDAwLTAwMDEtMDAwMC0wMDAwMDAwMDAwMDI"
      })
  void anythingElseIsNoPlace(String text) {
    assertThat(DeskCursor.parse(text)).isEmpty();
  }

  private static DeskLimit level(String ends) {
    return new DeskLimit(SERVICE_LEVEL, "DECIDE", Instant.parse(ends));
  }
}
