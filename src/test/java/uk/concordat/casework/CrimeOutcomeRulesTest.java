package uk.concordat.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.Strand;
import uk.concordat.referral.Findings;

/** The rules of police outcomes (domain.md 2.1), each with what passes and what does not. */
class CrimeOutcomeRulesTest {
  private static final LocalDate RECORDED = LocalDate.of(2026, 11, 10);
  private static final LocalDate DECIDED = LocalDate.of(2026, 11, 12);
  private static final UUID CRIME = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();
  private final CrimeOutcomeRules rules = new CrimeOutcomeRules();

  @BeforeEach
  void today() {
    rules.fields = new OutcomeRules();
    rules.fields.clock = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 |1| chargedOn=2026-11-12 urn=41ZZ0000126 |",
        "1 |1| chargedOn=2026-11-12 | details.urn:required",
        "1 |1| urn=41ZZ0000126 | details.chargedOn:required",
        "1 |1| chargedOn=2026-11-12 urn=41ZZ | details.urn:invalid",
        "1 | | chargedOn=2026-11-12 urn=41ZZ0000126 | suspect:required",
        "1A|1| chargedOn=2026-11-12 urn=41ZZ0000126 aggravatedLost=Yes |",
        "1A|1| chargedOn=2026-11-12 urn=41ZZ0000126 | details.aggravatedLost:required",
        "2 |1| suspectAge=17 supervisor=x supervisorReason=y |",
        "2 |1| suspectAge=18 supervisor=x supervisorReason=y | details.suspectAge:invalid",
        "2 |1| suspectAge=9 supervisor=x supervisorReason=y | details.suspectAge:invalid",
        "2 |1| suspectAge=17 supervisor=x | details.supervisorReason:required",
        "3 |1| suspectAge=18 supervisor=x supervisorReason=y |",
        "3 |1| suspectAge=17 supervisor=x supervisorReason=y | details.suspectAge:invalid",
        "5 |1| diedOn=2026-11-11 |",
        "5 |1| | details.diedOn:required",
        "11|1| suspectAge=9 |",
        "11|1| suspectAge=10 | details.suspectAge:invalid",
        "13|1| whoCannot=Witness |",
        "13|1| | details.whoCannot:required",
        "14| | view=Told statementOn=2026-11-11 |",
        "14| | view=Told | details.statementOn:required",
        "14|1| view=Told statementOn=2026-11-11 | suspect:nobody",
        "16|1| view=Told statementOn=2026-11-11 |",
        "16|1| statementOn=2026-11-11 | details.view:required",
        "17|1| limitationOn=2026-11-11 learningOwner=x |",
        "17|1| limitationOn=2026-11-11 | details.learningOwner:required",
        "17|1| learningOwner=x | details.limitationOn:required",
        "18| | |",
        "18|1| | suspect:nobody",
        "20| | receivingBody=x |",
        "20|1| receivingBody=x |",
        "20|1| | details.receivingBody:required",
        "22|1| activity=x supervisor=x supervisorReason=y |",
        "22|1| supervisor=x supervisorReason=y | details.activity:required",
        "22|1| activity=x supervisorReason=y | details.supervisor:required",
        "7 |1| | type:unknown",
        "19| | | type:unknown",
        "23| | | type:unknown",
        "0 |1| | type:nothing-to-reopen"
      })
  void whatEachTypeNeeds(String type, String suspect, String details, String error) {
    assertThat(
            found(
                crime(),
                content(
                    type.strip(),
                    suspect == null ? null : Integer.valueOf(suspect.strip()),
                    DECIDED,
                    null,
                    details)))
        .isEqualTo(error == null ? List.of() : List.of(error.strip()));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-10,",
    "2026-11-20,",
    "2026-11-09,outcomeOn:before-crime",
    "2026-11-21,outcomeOn:in-the-future",
    ",outcomeOn:required"
  })
  void itIsNotDecidedBeforeTheCrimeWasRecordedNorTomorrow(LocalDate day, String error) {
    assertThat(found(crime(), content("18", null, day, null, null)))
        .isEqualTo(error == null ? List.of() : List.of(error));
  }

  @Test
  void itSupersedesWithAReasonAndOnlyWhatThereIs() {
    Crime once = crime(outcome(null, 1, "18", true));
    assertThat(found(once, content("18", null, DECIDED, null, null)))
        .containsExactly("reason:required");
    assertThat(found(once, content("0", null, DECIDED, "A film has come in.", null))).isEmpty();
    assertThat(found(crime(), content("18", null, DECIDED, "No reason for one.", null)))
        .containsExactly("reason:nothing-superseded");
  }

  @Test
  void somebodyIsIdentifiedOrNobody() {
    CrimeOutcomeContent died = content("5", 1, DECIDED, null, "diedOn=2026-11-11");
    assertThat(found(crime(outcome(null, 1, "18", true)), died))
        .containsExactly("suspect:identified-otherwise");
    assertThat(found(crime(outcome(null, 2, "0", true), outcome(null, 1, "18", false)), died))
        .as("it was opened again")
        .isEmpty();
    assertThat(found(crime(outcome(null, 1, "20", true)), died)).isEmpty();
    assertThat(found(crime(outcome(1, 1, "5", true)), content("18", null, DECIDED, null, null)))
        .containsExactly("suspect:identified-otherwise");
    assertThat(
            found(
                crime(outcome(1, 1, "5", true)),
                content("5", 2, DECIDED, null, "diedOn=2026-11-11")))
        .as("another suspect has an outcome of their own")
        .isEmpty();
  }

  @Test
  void whatTheSenderWasToldIsWhatOneOfTheCrimesCameTo() {
    Crime charged = crime(outcome(1, 1, "1", true));
    Crime reopened = crime(outcome(1, 2, "0", true), outcome(1, 1, "1", false));
    assertThatCode(
            () -> CrimeOutcomeRules.agree(Optional.of("1"), List.of(charged, crime()), "type"))
        .doesNotThrowAnyException();
    assertThatCode(() -> CrimeOutcomeRules.agree(Optional.of("18"), List.of(crime()), "type"))
        .as("nobody said of any crime what came of it")
        .doesNotThrowAnyException();
    assertThatCode(() -> CrimeOutcomeRules.agree(Optional.empty(), List.of(reopened), "type"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> CrimeOutcomeRules.agree(Optional.of("18"), List.of(charged), "type"))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> CrimeOutcomeRules.agree(Optional.of("1"), List.of(reopened), "type"))
        .isInstanceOf(InvalidInput.class);
  }

  @ParameterizedTest
  @CsvSource({"1,false,not-authorised", "1A,false,not-authorised", "1,true,", "1,,", "18,false,"})
  void aHateCrimeIsChargedWhereProsecutorsAuthorisedIt(
      String type, Boolean authorised, String code) {
    var strand = new CrimeStrand(OTHER, Strand.RAC, Instant.EPOCH, null, null);
    for (boolean hate : List.of(true, false)) {
      var findings = new Findings();
      Crime crime = crime(CRIME, hate ? List.of(strand) : List.of(), List.of());
      CrimeOutcomeRules.authorised(
          crime, content(type, 1, DECIDED, null, null), authorised, findings);
      assertThat(findings.all().stream().map(FieldError::code))
          .isEqualTo(code == null || !hate ? List.of() : List.of(code));
    }
  }

  @Test
  void aCrimeIsNotRecordedAfterWhatCameOfIt() {
    Crime charged = crime(outcome(1, 1, "1", true));
    assertThatCode(() -> CrimeOutcomeRules.check(charged, DECIDED)).doesNotThrowAnyException();
    assertThatThrownBy(() -> CrimeOutcomeRules.check(charged, DECIDED.plusDays(1)))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void aCrimeIsMergedIntoOneThatCounts() {
    Crime one = crime();
    Crime other = crime(OTHER, List.of());
    Crime merged = crime(OTHER, List.of(new CrimeMerge(CRIME, "Twice.", "x", Instant.EPOCH)));
    assertThat(merge(one, OTHER, "Twice.", other)).isEmpty();
    assertThat(merge(one, OTHER, " ", other)).containsExactly("reason:required");
    assertThat(merge(one, CRIME, "Twice.", other)).containsExactly("into:itself");
    assertThat(merge(one, UUID.randomUUID(), "Twice.", other)).containsExactly("into:unknown");
    assertThat(merge(one, OTHER, "Twice.", merged))
        .containsExactly("into:unknown", "into:has-merged");
    assertThat(merge(one, null, "It is one.", other)).containsExactly("into:not-merged");
    assertThat(merge(merged, null, "It is one.", one)).isEmpty();
  }

  private static List<String> merge(Crime crime, UUID into, String reason, Crime other) {
    return CrimeMergeRules.findings(crime, into, reason, List.of(crime, other)).all().stream()
        .map(error -> error.field() + ":" + error.code())
        .toList();
  }

  private List<String> found(Crime crime, CrimeOutcomeContent content) {
    PoliceOutcomeType type = OutcomeBook.type(content.type());
    List<OutcomeField> needs = type == null ? List.of() : OutcomeBook.needs(content.type());
    return rules.findings(crime, content, type, needs).all().stream()
        .map(error -> error.field() + ":" + error.code())
        .toList();
  }

  private static CrimeOutcomeContent content(
      String type, Integer suspect, LocalDate day, String reason, String details) {
    Map<String, String> said = new TreeMap<>();
    if (details != null) {
      Arrays.stream(details.strip().split(" "))
          .filter(one -> !one.isEmpty())
          .map(one -> one.split("="))
          .forEach(one -> said.put(one[0], one[1]));
    }
    return new CrimeOutcomeContent(suspect, type, day, reason, said);
  }

  private static CrimeOutcome outcome(Integer suspect, int number, String type, boolean current) {
    return new CrimeOutcome(
        UUID.randomUUID(),
        suspect,
        number,
        type,
        "",
        DECIDED,
        null,
        current,
        "police-officer",
        Instant.EPOCH,
        Map.of());
  }

  private static Crime crime(CrimeOutcome... outcomes) {
    return new Crime(
        CRIME,
        "41/900001/26",
        "HERTS-POLICE",
        RECORDED,
        Instant.EPOCH,
        new CrimeDetail(
            RECORDED, "8M", null, null, List.of(), List.of(), List.of(outcomes), List.of()));
  }

  private static Crime crime(UUID id, List<CrimeMerge> merges) {
    return crime(id, List.of(), merges);
  }

  private static Crime crime(UUID id, List<CrimeStrand> strands, List<CrimeMerge> merges) {
    return new Crime(
        id,
        "41/900002/26",
        "HERTS-POLICE",
        RECORDED,
        Instant.EPOCH,
        new CrimeDetail(RECORDED, "8M", null, null, strands, List.of(), List.of(), merges));
  }
}
