package uk.concordat.court;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.prosecution.Defendant;
import uk.concordat.prosecution.FileBook;
import uk.concordat.prosecution.Priority;
import uk.concordat.prosecution.Prosecution;
import uk.concordat.prosecution.ReviewState;
import uk.concordat.prosecution.SubmissionKind;
import uk.concordat.referral.Findings;

/** What a hearing needs, and what can come of it. */
class HearingRulesTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-25");
  private static final List<Court> COURTS =
      List.of(
          new Court("NOW", "Now", LocalDate.parse("2020-01-01"), null),
          new Court("OLD", "Old", LocalDate.parse("2020-01-01"), DAY.minusDays(1)));

  @Test
  void aCourtThatSitsThenAndSomebodyWhoWasChargedByThen() {
    assertThat(set("NOW", DAY, DAY, FileBook.FIRST)).isEmpty();
    assertThat(set("NOW", DAY, DAY.minusDays(1), FileBook.FIRST)).isEmpty();
    assertThat(set("NOW", DAY, DAY.plusDays(1), FileBook.FIRST))
        .containsExactly("on:before-charge");
    assertThat(set("NOW", DAY, null, FileBook.FIRST)).containsExactly("defendants:not-charged");
    assertThat(set("OLD", DAY, DAY, FileBook.FIRST)).containsExactly("court:not-in-use");
    assertThat(set("OLD", DAY.minusDays(1), DAY.minusDays(1), FileBook.FIRST)).isEmpty();
    assertThat(set("NONE", DAY, DAY, FileBook.FIRST)).containsExactly("court:not-in-use");
    assertThat(set("NOW", DAY, DAY, FileBook.SECOND))
        .containsExactly("defendants:not-charged", "defendants:unknown");
    assertThat(set(null, null, DAY, FileBook.FIRST))
        .containsExactly("court:required", "on:required");
  }

  @Test
  void whoeverWasDealtWithOutOfCourtIsBeforeNone() {
    for (ReviewState state : ReviewState.values()) {
      List<String> expected =
          Set.of("CHARGE_AUTHORISED", "PROSECUTION", "FINALISED").contains(state.name())
              ? List.of()
              : List.of("defendants:not-charged");
      assertThat(set(state, "NOW", DAY, DAY, FileBook.FIRST)).as(state.name()).isEqualTo(expected);
    }
  }

  @Test
  void whatCameOfItIsSaidOnceFromItsDayOnAndWhyWhereItWasAdjourned() {
    assertThat(said(null, HearingOutcome.HELD, null, DAY)).isEmpty();
    assertThat(said(null, HearingOutcome.HELD, null, DAY.minusDays(1)))
        .containsExactly("outcome:not-yet");
    assertThat(said(HearingOutcome.HELD, HearingOutcome.HELD, null, DAY))
        .containsExactly("outcome:said-already");
    assertThat(said(null, HearingOutcome.ADJOURNED, null, DAY)).containsExactly("reason:required");
    assertThat(said(null, HearingOutcome.ADJOURNED, Adjournment.REPORTS, DAY)).isEmpty();
    assertThat(said(null, HearingOutcome.HELD, Adjournment.REPORTS, DAY))
        .containsExactly("reason:not-adjourned");
  }

  private static List<String> set(String court, LocalDate on, LocalDate charged, UUID whom) {
    return set(ReviewState.CHARGE_AUTHORISED, court, on, charged, whom);
  }

  private static List<String> set(
      ReviewState state, String court, LocalDate on, LocalDate charged, UUID whom) {
    var defendant =
        new Defendant(
            FileBook.FIRST, 1, state, Instant.EPOCH, FileBook.DECIDER, charged, null, null);
    var file =
        new Prosecution(
            FileBook.SECOND,
            null,
            SubmissionKind.CHARGING_DECISION,
            Priority.GREEN,
            Instant.EPOCH,
            List.of(defendant),
            List.of(),
            List.of(),
            List.of());
    var content =
        new HearingContent(court, HearingKind.FIRST, on, LocalTime.of(10, 0), Set.of(whom));
    return lines(HearingRules.findings(content, file, COURTS));
  }

  private static List<String> said(
      HearingOutcome already, HearingOutcome outcome, Adjournment reason, LocalDate today) {
    var hearing =
        new Hearing(
            FileBook.FIRST,
            1,
            "Now",
            HearingKind.FIRST,
            DAY,
            LocalTime.of(10, 0),
            Set.of(FileBook.FIRST),
            already,
            null);
    return lines(HearingRules.findings(hearing, outcome, reason, today));
  }

  private static List<String> lines(Findings findings) {
    return findings.all().stream().map(one -> one.field() + ":" + one.code()).toList();
  }
}
