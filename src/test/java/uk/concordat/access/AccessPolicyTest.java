package uk.concordat.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.caller.Caller;

class AccessPolicyTest {
  private static final UUID OWNER = UUID.randomUUID();
  private static final UUID ASSIGNEE = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();

  private final AccessPolicy policy = new AccessPolicy();

  AccessPolicyTest() {
    policy.permissions = PermissionsTest.on("2026-11-23T10:00:00Z");
  }

  private enum Role {
    POLICE_OFFICER,
    HATE_CRIME_OFFICER,
    CPS_PROSECUTOR,
    COUNCIL_OFFICER,
    NHS_PRACTITIONER,
    NHS_SAFEGUARDING_LEAD,
    THIRD_PARTY_REPORTER,
    BOARD_ANALYST;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  @Property
  void nobodyButItsOwnerDoesAnythingToADraft(@ForAll Role role, @ForAll Action action) {
    for (String agency : new String[] {"A", "B", "C"}) {
      assertThat(policy.permits(caller(OTHER, agency, role), action, record(true))).isFalse();
    }
    assertThat(policy.permits(caller(OWNER, "B", role), action, record(true))).isFalse();
  }

  @Property
  void aThirdAgencyDoesNothingToARecord(@ForAll Role role, @ForAll Action action) {
    assertThat(policy.permits(caller(OTHER, "C", role), action, record(false))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // who, agency, role, reads, acknowledges, decides
    "owner,A,COUNCIL_OFFICER,true,false,false",
    "other,A,COUNCIL_OFFICER,true,false,false",
    "other,A,NHS_PRACTITIONER,false,false,false",
    "other,B,HATE_CRIME_OFFICER,true,true,true",
    "other,B,POLICE_OFFICER,false,false,false",
    "assignee,B,POLICE_OFFICER,true,false,false",
    "assignee,B,BOARD_ANALYST,false,false,false",
  })
  void senderReadsAndReceiverDecides(
      String who, String agency, Role role, boolean reads, boolean acknowledges, boolean decides) {
    UUID subject = who.equals("owner") ? OWNER : who.equals("assignee") ? ASSIGNEE : OTHER;
    Caller caller = caller(subject, agency, role);
    assertThat(policy.permits(caller, Action.REFERRAL_READ, record(false))).isEqualTo(reads);
    assertThat(policy.permits(caller, Action.REFERRAL_ACKNOWLEDGE, record(false)))
        .isEqualTo(acknowledges);
    assertThat(policy.permits(caller, Action.REFERRAL_DECIDE, record(false))).isEqualTo(decides);
  }

  private static Participation record(boolean draft) {
    return new Participation(OTHER, draft, OWNER, "A", "B", ASSIGNEE);
  }

  private static Caller caller(UUID subject, String agency, Role role) {
    return new Caller(subject, "user", "User", agency, Set.of(), role.code());
  }
}
