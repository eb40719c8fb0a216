package uk.concordat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.agency.Agency;
import uk.concordat.agency.AgencyKind;
import uk.concordat.codelist.CodeLists;
import uk.concordat.codelist.CodeValue;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.Strand;
import uk.concordat.kernel.Urgency;

/** What even a draft may not hold, and what must not be missing when it is sent. */
class ContentRulesTest {
  /** A summer evening: in London it is already tomorrow. */
  private static final Instant NOW = Instant.parse("2026-06-30T23:30:00Z");

  private static final Agency COUNCIL =
      new Agency(
          "WELHAT-COUNCIL",
          "Council",
          AgencyKind.COUNCIL,
          "UK_GDPR",
          "Community safety",
          "community-safety");
  private static final Agency TRUST =
      new Agency(
          "NORTH-LEA-NHS", "Trust", AgencyKind.NHS, "UK_GDPR", "Safeguarding", "safeguarding");
  private static final CodeLists LISTS =
      new CodeLists(
          List.of(
              code("category", "VERBAL_ABUSE", null),
              code("location-type", "STREET", null),
              code("perceived-by", "VICTIM", null),
              code("contact-method", "TELEPHONE", null),
              code("contact-method", "THROUGH_US", null),
              code("wish", "AGREES", null),
              code("wish", "NOT_ASKED", null),
              code("override-reason", "LEGAL_DUTY", null),
              code("confidentiality", "CONSENTED", null),
              code("confidentiality", "NOT_NEEDED", null),
              code("injury", "NONE", null),
              code("ethnicity", "ASIAN_INDIAN", null),
              code("purpose", "SAFEGUARDING", null),
              code("lawful-basis", "UK_GDPR_6_1_E", "UK_GDPR"),
              code("lawful-basis", "DPA_35_2_B", "DPA_PART_3"),
              code("condition", "SCH1_10", "UK_GDPR")));
  private static final Occurrence YESTERDAY =
      new Occurrence(LocalDate.of(2026, 6, 29), LocalTime.of(21, 0), null, null);
  private static final Incident INCIDENT =
      new Incident(
          "VERBAL_ABUSE",
          "Shouted at",
          YESTERDAY,
          "STREET",
          "Bus stop",
          "AL99 9ZZ",
          List.of("VICTIM"));
  private static final Person PERSON = new Person(true, "Ivo Quill", null, null);
  private static final Needs NEEDS =
      new Needs("TELEPHONE", "01632 960001", null, null, "AGREES", null, true, null, null, null);
  private static final Footing FOOTING = new Footing("SAFEGUARDING", "UK_GDPR_6_1_E", "SCH1_10");
  private static final ReferralContent COMPLETE =
      new ReferralContent(
          "HERTS-POLICE",
          Urgency.STANDARD,
          Set.of(Strand.RAC, Strand.REL),
          INCIDENT,
          PERSON,
          NEEDS,
          Further.NOTHING,
          FOOTING);

  private static final ReferralContent PATIENT =
      COMPLETE.withFurther(
          Further.NOTHING.with(
              Compartment.CLINICAL,
              Map.of(
                  "nhsNumberStatus", "ABSENT",
                  "capacity", "HAS_CAPACITY",
                  "safeguarding", "NO_CONCERN")));

  private final DraftRules draftRules = new DraftRules();
  private final SubmitRules submitRules = new SubmitRules();

  ContentRulesTest() {
    draftRules.clock = Clock.fixed(NOW, ZoneOffset.UTC);
  }

  @Test
  void anEmptyDraftIsFine() {
    assertThat(draft(ReferralContent.EMPTY)).isEmpty();
    assertThat(draft(COMPLETE)).isEmpty();
  }

  @Test
  void aDraftHoldsNoUnknownCode() {
    var incident = new Incident("X", null, Occurrence.UNKNOWN, "X", null, null, List.of("X"));
    var needs = new Needs("X", null, null, null, "X", "X", null, null, null, null);
    assertThat(draft(COMPLETE.withIncident(incident).withNeeds(needs)))
        .containsExactly(
            "incident.category:unknown",
            "incident.locationType:unknown",
            "incident.perceivedBy:unknown",
            "needs.contactMethod:unknown",
            "needs.wish:unknown",
            "needs.overrideReason:unknown");
  }

  @Test
  void aFootingBelongsToTheSendersRegime() {
    assertThat(draft(COMPLETE.withFooting(new Footing("SAFEGUARDING", "DPA_35_2_B", "X"))))
        .containsExactly("footing.lawfulBasis:unknown", "footing.condition:unknown");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // today in London, although it is yesterday in UTC
        "2026-07-01,00:30,-,-,",
        "2026-07-01,00:31,-,-,incident.occurred.fromDate:in-the-future",
        "2026-07-02,-,-,-,incident.occurred.fromDate:in-the-future",
        "2026-06-01,-,2026-07-02,-,incident.occurred.toDate:in-the-future",
        "2026-06-02,-,2026-06-01,-,incident.occurred.toDate:before-start",
        "2026-06-02,12:00,2026-06-02,11:59,incident.occurred.toDate:before-start",
        "2026-06-02,12:00,2026-06-02,12:00,",
        "2026-06-02,12:00,2026-06-02,-,",
        "1899-12-31,-,-,-,incident.occurred.fromDate:too-long-ago",
        "-,-,2026-06-01,-,",
      })
  void aDraftHoldsNoTimeToComeAndNoRangeBackwards(
      LocalDate from, LocalTime fromTime, LocalDate to, LocalTime toTime, String finding) {
    var incident =
        new Incident(
            null, null, new Occurrence(from, fromTime, to, toTime), null, null, null, List.of());
    assertThat(draft(COMPLETE.withIncident(incident)))
        .containsExactlyElementsOf(Stream.ofNullable(finding).toList());
  }

  @ParameterizedTest
  @CsvSource({"2026-07-01,", "2026-07-02,in-the-future", "1899-12-31,too-long-ago"})
  void nobodyIsBornTomorrowOrTooLongAgo(LocalDate born, String code) {
    assertThat(draft(COMPLETE.withPerson(new Person(true, "Uma", born, null))))
        .containsExactlyElementsOf(
            Stream.ofNullable(code).map(each -> "person.dateOfBirth:" + each).toList());
  }

  @Test
  void textHasALengthAndNoCharacterThatTheDatabaseCannotKeep() {
    assertThat(draft(COMPLETE.withPerson(new Person(true, "a".repeat(200), null, null)))).isEmpty();
    assertThat(draft(COMPLETE.withPerson(new Person(true, "a".repeat(201), null, null))))
        .containsExactly("person.name:too-long");
    var incident = new Incident(null, "a\0", Occurrence.UNKNOWN, null, "\0", null, List.of());
    assertThat(
            draft(
                COMPLETE
                    .withIncident(incident)
                    .withPerson(new Person(true, "a\0", null, "b"))
                    .withNeeds(
                        new Needs(null, null, "\0", null, null, null, null, null, null, null))))
        .containsExactly(
            "incident.narrative:invalid-character",
            "incident.place:invalid-character",
            "person.name:invalid-character",
            "needs.contactSafety:invalid-character");
  }

  @Test
  void aPostcodeHasItsShape() {
    var incident = new Incident(null, null, Occurrence.UNKNOWN, null, null, "NOWHERE", List.of());
    assertThat(draft(COMPLETE.withIncident(incident))).containsExactly("incident.postcode:invalid");
  }

  @Test
  void aCompleteReferralMayBeSent() {
    assertThatCode(() -> submitRules.check(COMPLETE, COUNCIL)).doesNotThrowAnyException();
  }

  @Test
  void everythingThatIsMissingIsSaidAtOnceInTheOrderOfTheForm() {
    assertThat(submit(ReferralContent.EMPTY))
        .containsExactly(
            "to:required",
            "strands:required",
            "incident.category:required",
            "incident.narrative:required",
            "incident.occurred.fromDate:required",
            "incident.locationType:required",
            "incident.place:required",
            "incident.perceivedBy:required",
            "person.known:required",
            "person.name:required",
            "needs.contactMethod:required",
            "needs.contactDetail:required",
            "needs.wish:required",
            "needs.told:required",
            "footing.purpose:required",
            "footing.lawfulBasis:required",
            "footing.condition:required");
  }

  @Test
  void anUnknownPersonHasNoNameAndNoNeeds() {
    assertThat(
            submit(COMPLETE.withPerson(new Person(false, null, null, null)).withNeeds(Needs.EMPTY)))
        .isEmpty();
  }

  @Test
  void sharingWithoutAgreementNeedsAReason() {
    assertThat(submit(COMPLETE.withNeeds(needs("TELEPHONE", "1", "NOT_ASKED", null, true))))
        .containsExactly("needs.overrideReason:required");
    assertThat(submit(COMPLETE.withNeeds(needs("TELEPHONE", "1", "NOT_ASKED", "LEGAL_DUTY", true))))
        .isEmpty();
  }

  @Test
  void contactThroughTheSenderNeedsNoNumber() {
    assertThat(submit(COMPLETE.withNeeds(needs("THROUGH_US", null, "AGREES", null, true))))
        .isEmpty();
  }

  @Test
  void whoWantsNoContactNeedsNoNumber() {
    assertThat(submit(COMPLETE.withNeeds(needs("NO_CONTACT", null, "AGREES", null, true))))
        .isEmpty();
  }

  @Test
  void aTrustSaysWhatSetsTheDutyOfConfidenceAside() {
    assertThat(submit(PATIENT.withNeeds(NEEDS.withInjury("NONE")), TRUST))
        .containsExactly("needs.confidentiality:required");
    assertThat(submit(PATIENT.withNeeds(confidential("CONSENTED")), TRUST)).isEmpty();
    assertThat(submit(PATIENT.withNeeds(confidential("NOT_NEEDED")), TRUST)).isEmpty();
  }

  @Test
  void whereThereIsClinicalDetailItIsNeeded() {
    ReferralContent clinical =
        PATIENT.withFurther(
            PATIENT
                .further()
                .with(
                    Compartment.CLINICAL,
                    Map.of(
                        "nhsNumberStatus",
                        "ABSENT",
                        "capacity",
                        "HAS_CAPACITY",
                        "safeguarding",
                        "NO_CONCERN",
                        "detail",
                        "A broken wrist")));
    assertThat(submit(clinical.withNeeds(confidential("NOT_NEEDED")), TRUST))
        .containsExactly("needs.confidentiality:clinical-detail");
    assertThat(submit(clinical.withNeeds(confidential("CONSENTED")), TRUST)).isEmpty();
  }

  @Test
  void theDutyOfConfidenceIsAMatterOfTrusts() {
    assertThat(draft(COMPLETE.withNeeds(confidential("CONSENTED"))))
        .containsExactly("needs.confidentiality:not-yours");
    assertThat(words(draftRules.wrong(COMPLETE.withNeeds(confidential("X")), TRUST, LISTS)))
        .containsExactly("needs.confidentiality:unknown");
  }

  @Test
  void aCompartmentHoldsNoUnknownCodeNoDayToComeAndNotTooMuch() {
    Further further =
        Further.NOTHING
            .with(Compartment.MONITORING, Map.of("ethnicity", "X", "notes", "a".repeat(2_001)))
            .with(
                Compartment.SUSPECT,
                Map.of("name", "a".repeat(201), "dateOfBirth", "2026-07-02", "description", "\0"))
            .with(Compartment.CLINICAL, Map.of("detail", "a".repeat(20_001)));
    assertThat(draft(COMPLETE.withFurther(further)))
        .containsExactly(
            "monitoring.ethnicity:unknown",
            "monitoring.notes:too-long",
            "suspect.name:too-long",
            "suspect.dateOfBirth:in-the-future",
            "suspect.description:invalid-character",
            "clinical.detail:too-long");
  }

  @Test
  void aCompartmentHoldsEveryScriptUpToItsLength() {
    Further further =
        Further.NOTHING
            .with(Compartment.MONITORING, Map.of("ethnicity", "ASIAN_INDIAN"))
            .with(Compartment.SUSPECT, Map.of("name", "a".repeat(200), "dateOfBirth", "1900-01-01"))
            .with(Compartment.SAFEGUARDING, Map.of("concern", "👩🏽‍🦽 مُنى".repeat(1_000)));
    assertThat(draft(COMPLETE.withFurther(further))).isEmpty();
  }

  @Test
  void whatIsWrongInACompartmentCostsNothingElse() {
    Further stored = Further.NOTHING.with(Compartment.SUSPECT, Map.of("name", "Ed Thackray"));
    Further given =
        stored
            .with(Compartment.SUSPECT, Map.of("name", "a".repeat(201), "description", "Tall"))
            .with(Compartment.CLINICAL, Map.of("detail", "Not theirs"));
    var salvage =
        new Salvage(
            List.of(
                new FieldError("suspect.name", "too-long"),
                new FieldError("clinical", "not-yours")));
    assertThat(salvage.of(COMPLETE.withFurther(given), COMPLETE.withFurther(stored)).further())
        .isEqualTo(
            stored.with(Compartment.SUSPECT, Map.of("name", "Ed Thackray", "description", "Tall")));
  }

  @Test
  void notTellingThePersonNeedsAReason() {
    assertThat(submit(COMPLETE.withNeeds(needs("TELEPHONE", "1", "AGREES", null, false))))
        .containsExactly("needs.notToldReason:required");
  }

  private List<String> draft(ReferralContent content) {
    return words(draftRules.wrong(content, COUNCIL, LISTS));
  }

  private List<String> submit(ReferralContent content) {
    return submit(content, COUNCIL);
  }

  private List<String> submit(ReferralContent content, Agency sender) {
    return findings(() -> submitRules.check(content, sender));
  }

  private static List<String> findings(Runnable check) {
    InvalidInput invalid = catchThrowableOfType(InvalidInput.class, check::run);
    return invalid == null ? List.of() : words(invalid.errors());
  }

  private static List<String> words(List<FieldError> errors) {
    return errors.stream().map(error -> error.field() + ":" + error.code()).toList();
  }

  private static Needs needs(
      String method, String detail, String wish, String override, boolean told) {
    return new Needs(method, detail, null, null, wish, override, told, null, null, null);
  }

  private static Needs confidential(String ground) {
    return new Needs("TELEPHONE", "1", null, null, "AGREES", null, true, null, ground, "NONE");
  }

  private static CodeValue code(String list, String code, String regime) {
    return new CodeValue(list, code, code, null, regime);
  }
}
