package uk.concordat.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.caller.Caller;

class AccessPolicyTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final UUID OWNER = UUID.randomUUID();
  private static final UUID ASSIGNEE = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();
  private static final Period TODAY =
      new Period(NOW.minus(1, ChronoUnit.HOURS), NOW.plus(3, ChronoUnit.HOURS));

  private final AccessPolicy policy = AccessPolicies.at(NOW);

  @ParameterizedTest(name = "{0} of {1}, {2}: D1 {3}, D2 {4}, D6 {5}, D13 {6}")
  @CsvSource({
    "owner,A,council-officer,FULL,FULL,FULL,WITHHELD",
    "other,A,council-officer,FULL,FULL,MASKED,WITHHELD",
    "other,A,nhs-practitioner,WITHHELD,WITHHELD,WITHHELD,WITHHELD",
    "other,A,information-governance,HEADER,WITHHELD,WITHHELD,WITHHELD",
    "other,B,hate-crime-officer,FULL,FULL,FULL,WITHHELD",
    "other,B,police-officer,FULL,FULL,FULL,WITHHELD",
    "other,B,cps-prosecutor,FULL,FULL,FULL,ON_REQUEST",
    "assignee,B,nhs-practitioner,FULL,FULL,WITHHELD,FULL",
    "assignee,B,board-analyst,WITHHELD,WITHHELD,WITHHELD,WITHHELD",
    "other,C,hate-crime-officer,WITHHELD,WITHHELD,WITHHELD,WITHHELD",
  })
  void showsEachClassByRoleAndRelation(
      String who, String agency, String role, Level d1, Level d2, Level d6, Level d13) {
    Access access = policy.decide(caller(who, agency, role), sent(flows(), Set.of(), List.of()));
    assertThat(access.level(DataClass.D1)).isEqualTo(d1);
    assertThat(access.level(DataClass.D2)).isEqualTo(d2);
    assertThat(access.level(DataClass.D6)).isEqualTo(d6);
    assertThat(access.level(DataClass.D13)).isEqualTo(d13);
  }

  @Test
  void showsTheReceiverNothingThatNoAgreementCovers() {
    Access access =
        policy.decide(
            caller("other", "B", "hate-crime-officer"), sent(List.of(), Set.of(), List.of()));
    assertThat(access.knows()).isFalse();
    assertThat(access.sights().get(DataClass.D1).why()).isEqualTo(Why.AGREEMENT);
  }

  @Test
  void letsAnExclusionBeatEverything() {
    Grant grant =
        new Grant(
            ASSIGNEE, "B", "hate-crime-officer", false, EnumSet.allOf(DataClass.class), "P", TODAY);
    Access access =
        policy.decide(
            caller("assignee", "B", "hate-crime-officer"),
            sent(flows(), Set.of(ASSIGNEE), List.of(grant)));
    assertThat(access.knows()).isFalse();
    assertThat(access.actions()).isEmpty();
  }

  @Test
  void opensNoPrivilegedClassByBreakingTheGlass() {
    Grant glass =
        new Grant(
            OTHER, "C", "hate-crime-officer", true, EnumSet.allOf(DataClass.class), "P", TODAY);
    Access access =
        policy.decide(
            caller("other", "C", "hate-crime-officer"), sent(flows(), Set.of(), List.of(glass)));
    assertThat(access.level(DataClass.D6)).isEqualTo(Level.FULL);
    assertThat(access.level(DataClass.D14)).isEqualTo(Level.FULL);
    assertThat(access.level(DataClass.D8)).isEqualTo(Level.WITHHELD);
    assertThat(access.level(DataClass.D10)).isEqualTo(Level.WITHHELD);
    assertThat(access.level(DataClass.D12)).isEqualTo(Level.WITHHELD);
    assertThat(access.actions()).isEmpty();
  }

  @Test
  void letsNobodyDoAnythingToARecordWhileTheyLookAtItInAnEmergency() {
    Caller decider = caller("other", "B", "hate-crime-officer");
    Grant given =
        new Grant(OTHER, "B", "hate-crime-officer", false, Set.of(DataClass.D8), "P", TODAY);
    Grant glass =
        new Grant(OTHER, "B", "hate-crime-officer", true, Set.of(DataClass.D6), "P", TODAY);
    Grant over =
        new Grant(
            OTHER,
            "B",
            "hate-crime-officer",
            true,
            Set.of(DataClass.D6),
            "P",
            new Period(NOW.minus(5, ChronoUnit.HOURS), NOW.minus(1, ChronoUnit.HOURS)));
    assertThat(policy.decide(decider, sent(flows(), Set.of(), List.of(given, over))).actions())
        .contains(Action.REFERRAL_DECIDE);
    Access emergency = policy.decide(decider, sent(flows(), Set.of(), List.of(glass)));
    assertThat(emergency.reads()).isTrue();
    assertThat(emergency.actions()).isEmpty();
  }

  @Test
  void keepsADraftForItsOwner() {
    var draft =
        new RecordFacts(
            new Participation(
                UUID.randomUUID(), true, OWNER, "A", "t", "B", null, null, null, false, null),
            false,
            Set.of(),
            Set.of(),
            List.of(),
            flows());
    assertThat(policy.decide(caller("owner", "A", "council-officer"), draft).actions())
        .containsExactlyInAnyOrder(Action.REFERRAL_SUBMIT, Action.REFERRAL_AMEND);
    assertThat(policy.decide(caller("other", "A", "council-officer"), draft).knows()).isFalse();
    assertThat(policy.decide(caller("owner", "B", "council-officer"), draft).knows()).isFalse();
  }

  private static List<Flow> flows() {
    Set<DataClass> all = EnumSet.allOf(DataClass.class);
    return List.of(
        new Flow("ISA-1", "A", "B", all, Set.of("P"), Period.ALWAYS),
        new Flow("ISA-1", "B", "A", all, Set.of("P"), Period.ALWAYS));
  }

  private static RecordFacts sent(List<Flow> flows, Set<UUID> excluded, List<Grant> grants) {
    return new RecordFacts(
        new Participation(
            UUID.randomUUID(), false, OWNER, "A", "t", "B", "t", ASSIGNEE, "P", true, null),
        false,
        Set.of(),
        excluded,
        grants,
        flows);
  }

  private static Caller caller(String who, String agency, String role) {
    UUID subject = who.equals("owner") ? OWNER : who.equals("assignee") ? ASSIGNEE : OTHER;
    return Caller.holding(subject, "user", "User", agency, Set.of("t"), List.of(role));
  }
}
