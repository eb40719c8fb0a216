package uk.concordat.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.codelist.CodeLists;
import uk.concordat.codelist.CodeValue;
import uk.concordat.referral.Contact.Result;

/** What a contact with the person harmed must say, and which of them ends a time limit. */
class ContactRulesTest {
  private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z"); // 1pm in London
  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
  private final ContactRules rules =
      new ContactRules(
          new CodeLists(
              List.of(
                  value("contact-kind", "UPDATE", "CLOCK"),
                  value("contact-kind", "SUPPORT", null),
                  value("contact-made-by", "TELEPHONE", null),
                  value("contact-exemption", "RISK", null))),
          NOW);

  @Test
  void takesWhatIsComplete() {
    assertThat(wrong(told(TODAY, LocalTime.of(13, 0)))).isEmpty();
    assertThat(wrong(content("UPDATE", Result.EXEMPT, null, "RISK"))).isEmpty();
    assertThat(wrong(content("UPDATE", Result.TRIED, "TELEPHONE", null))).isEmpty();
  }

  @Test
  void saysEverythingThatIsMissing() {
    assertThat(wrong(new ContactContent(null, null, null, null, null, null, " ")))
        .containsExactly(
            "kind:required",
            "result:required",
            "madeBy:required",
            "on:required",
            "time:required",
            "words:required");
    assertThat(wrong(content("UPDATE", Result.EXEMPT, null, null)))
        .containsExactly("exemption:required");
  }

  @Test
  void takesOnlyCodesOfToday() {
    assertThat(wrong(content("PIGEON", Result.TOLD, "PIGEON", null)))
        .containsExactly("kind:unknown", "madeBy:unknown");
    assertThat(wrong(content("UPDATE", Result.EXEMPT, "TELEPHONE", "PIGEON")))
        .containsExactly("exemption:unknown", "madeBy:not-for-this");
    assertThat(wrong(content("UPDATE", Result.TOLD, "TELEPHONE", "RISK")))
        .containsExactly("exemption:not-for-this");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-01,13:01,time:in-the-future",
    "2026-07-02,00:00,on:in-the-future",
    "1999-12-31,12:00,on:too-early",
  })
  void isNeverInTheFutureNorLongAgo(LocalDate day, LocalTime time, String error) {
    assertThat(wrong(told(day, time))).containsExactly(error);
  }

  @Test
  void isAtLondonsTimeAlsoAcrossAClockChange() {
    assertThat(rules.at(told(LocalDate.of(2025, 10, 25), LocalTime.of(12, 0))))
        .isEqualTo(Instant.parse("2025-10-25T11:00:00Z"));
    assertThat(rules.at(told(LocalDate.of(2025, 10, 26), LocalTime.of(12, 0))))
        .isEqualTo(Instant.parse("2025-10-26T12:00:00Z"));
  }

  @Test
  void knowsTheNightsOnWhichTheClocksChange() {
    LocalDate twice = LocalDate.of(2025, 10, 26);
    assertThat(rules.at(told(twice, LocalTime.of(1, 30))))
        .as("the later of both")
        .isEqualTo(Instant.parse("2025-10-26T01:30:00Z"));
    var between = new ContactRules(rules.lists(), Instant.parse("2025-10-26T01:00:00Z"));
    assertThat(between.at(told(twice, LocalTime.of(1, 30))))
        .as("which has not come yet")
        .isEqualTo(Instant.parse("2025-10-26T00:30:00Z"));
    assertThat(wrong(told(LocalDate.of(2026, 3, 29), LocalTime.of(1, 30))))
        .containsExactly("time:skipped");
  }

  @ParameterizedTest
  @CsvSource({
    "UPDATE,TOLD,true",
    "UPDATE,EXEMPT,true",
    "UPDATE,TRIED,false",
    "SUPPORT,TOLD,false",
  })
  void endsALimitByNewsOrAnExemptionAlone(String kind, Result result, boolean ends) {
    assertThat(rules.endsLimit(content(kind, result, null, null))).isEqualTo(ends);
  }

  private List<String> wrong(ContactContent content) {
    return rules.check(content).all().stream()
        .map(error -> error.field() + ":" + error.code())
        .toList();
  }

  private static ContactContent told(LocalDate day, LocalTime time) {
    return new ContactContent("UPDATE", Result.TOLD, "TELEPHONE", null, day, time, "Who.");
  }

  private static ContactContent content(
      String kind, Result result, String madeBy, String exemption) {
    return new ContactContent(kind, result, madeBy, exemption, TODAY, LocalTime.NOON, "Who.");
  }

  private static CodeValue value(String list, String code, String appliesTo) {
    return new CodeValue(list, code, code, null, appliesTo);
  }
}
