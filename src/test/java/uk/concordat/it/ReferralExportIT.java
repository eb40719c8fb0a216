package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A record is taken out by those alone who may, once they have proved who they are; every attempt
 * is in the ledger.
 */
@ExtendWith(ApiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferralExportIT {
  private static final String PAGE = "/referral/paper.xhtml?ref=";

  private final Visitors visitors;
  private final LedgerRows ledger;
  private final StaffDirectory directory;
  private final Referrals referrals;
  private String reference;

  ReferralExportIT(Api api, Visitors visitors, LedgerRows ledger, StaffDirectory directory) {
    this.visitors = visitors;
    this.ledger = ledger;
    this.directory = directory;
    referrals = new Referrals(api);
  }

  @BeforeAll
  void receives() {
    reference = referrals.received().reference();
  }

  @ParameterizedTest
  @CsvSource({
    "HERTS-POLICE,police-officer,role-lacks-action",
    "WELHAT-COUNCIL/community-safety,council-officer,not-permitted",
    "HERTS-POLICE,information-governance,not-permitted",
    "BTP,hate-crime-officer,not-visible",
  })
  void nobodyElseTakesItOut(String group, String role, String reason) {
    Visitor visitor = visitors.signedIn(joins(group, role));
    String said = "export.case " + reason + " " + role;
    long before = refusals(role, reason, said);
    assertThat(visitor.get(PAGE + reference).status()).isEqualTo(404);
    assertThat(visitor.post(PAGE + reference, form("COURT")).status()).isEqualTo(404);
    assertThat(refusals(role, reason, said)).isGreaterThanOrEqualTo(before + 2);
  }

  @Test
  void withoutASecondFactorNothingGoesOut() {
    Visitor visitor =
        visitors.signedIn(directory.joins("HERTS-POLICE/hate-crime-unit", "hate-crime-officer"));
    int before = ledger.refusals("hate-crime-officer", "step-up-needed");
    Answer asked = visitor.get(PAGE + reference);
    assertThat(asked.header("Location").orElse("")).contains("/step-up?to=");
    Answer posted = visitor.post(PAGE + reference, form("COURT"));
    assertThat(posted.header("Content-Disposition")).isEmpty();
    assertThat(posted.body()).contains("Prove again who you are");
    assertThat(ledger.refusals("hate-crime-officer", "step-up-needed")).isGreaterThan(before);
    assertThat(ledger.operations(reference)).noneMatch(one -> one.startsWith("DISCLOSE export"));
  }

  /** With the record where it is known to whoever was refused, else without. */
  private long refusals(String role, String reason, String said) {
    return ledger.refusals(role, reason)
        + ledger.refusals(reference).stream().filter(said::equals).count();
  }

  private String joins(String group, String role) {
    return role.equals("information-governance")
        ? directory.joinsGovernance(group)
        : directory.joins(group, role);
  }

  private static Map<String, String> form(String use) {
    return Map.of(
        "jakarta.faces.ViewState", "stateless", "form", "form", "paper-use", use, "print", "");
  }
}
