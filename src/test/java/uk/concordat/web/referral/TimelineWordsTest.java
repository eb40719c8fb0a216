package uk.concordat.web.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.concordat.codelist.CodeLists;
import uk.concordat.referral.ReferralOptions;
import uk.concordat.referral.TimelineEntry;
import uk.concordat.referral.TimelineKind;

/** A timeline in words, by day. */
class TimelineWordsTest {
  private final TimelineWords words =
      new TimelineWords(
          new Words(
              new ReferralOptions(
                  null, List.of(), Map.of(), Map.of(), new CodeLists(List.of()), null, Set.of())),
          "Hate crime unit");

  @ParameterizedTest
  @EnumSource
  void sayEveryKind(TimelineKind kind) {
    assertThat(words.row(entry(kind, "2026-11-27T12:00:00Z")).heading()).matches("[A-Z].+");
  }

  @Test
  void sayWhatCameOfAContact() {
    TimelineEntry tried =
        entry(TimelineKind.CONTACT, "2026-11-27T12:00:00Z", Map.of("kind", "x", "result", "TRIED"));
    assertThat(words.row(tried).heading()).isEqualTo("Person harmed: x. Tried, without success");
  }

  @Test
  void standByDayInLondon() {
    List<TimelineRow> rows =
        List.of(
            words.row(entry(TimelineKind.MOVE, "2026-07-01T22:59:00Z")),
            words.row(entry(TimelineKind.MOVE, "2026-07-01T23:00:00Z"))); // midnight in London
    assertThat(TimelineDay.of(rows, LocalDate.of(2026, 7, 2)))
        .extracting(TimelineDay::heading)
        .containsExactly("Wednesday 1 July 2026", "Today, Thursday 2 July 2026");
  }

  private static TimelineEntry entry(TimelineKind kind, String at) {
    Map<String, String> details =
        new HashMap<>(
            Map.of(
                "move",
                "accept",
                "to",
                "BTP",
                "toRole",
                "police-officer",
                "dataClasses",
                "D1,D5",
                "kind",
                "UPDATE",
                "result",
                "TOLD",
                "level",
                "HIGH",
                "urgency",
                "URGENT",
                "status",
                "DONE"));
    details.putAll(Map.of("state", "TRIAGED", "decision", "NFA_EVIDENTIAL", "consent", "GRANTED"));
    return entry(kind, at, details);
  }

  private static TimelineEntry entry(TimelineKind kind, String at, Map<String, String> details) {
    return new TimelineEntry(
        UUID.randomUUID(), Instant.parse(at), kind, "BTP", null, List.of(), details);
  }
}
