package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.stack.SecondFactor;

/** Somebody takes their own list out as a file: those rows of it that are theirs to export. */
@ExtendWith(ApiExtension.class)
class ListExportIT {
  private static final String FILE = "/api/referrals.csv?purpose=SAFEGUARDING&reference=";

  private final Api api;
  private final StaffDirectory directory;
  private final StrongTokens tokens;
  private final DatabaseOwner owner;
  private final LedgerRows ledger;
  private final Referrals referrals;
  private final SecondFactor factor = SecondFactor.fresh();

  ListExportIT(
      Api api,
      StaffDirectory directory,
      StrongTokens tokens,
      DatabaseOwner owner,
      LedgerRows ledger) {
    this.api = api;
    this.directory = directory;
    this.tokens = tokens;
    this.owner = owner;
    this.ledger = ledger;
    referrals = new Referrals(api);
  }

  @Test
  void itHoldsTheRowsOfTheListAndIsADisclosureInTheLedger() {
    ObjectNode content = referrals.complete();
    content.withObject("/person").put("name", "=1+1");
    String draft = referrals.draft("council.officer", content).reference();
    String reference =
        referrals.moved("council.officer", draft, "{\"move\":\"submit\"}").reference();
    String officer = officer();
    Answer file = file(tokens.token(officer, factor), reference);
    assertThat(file.status()).as(file.body()).isEqualTo(200);
    assertThat(file.header("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(file.header("Content-Disposition").orElseThrow())
        .contains("concordat-referrals.csv");
    assertThat(file.body()).startsWith("\uFEFF\"OFFICIAL-SENSITIVE - PERSONAL DATA");
    assertThat(rows(file)).hasSize(1);
    assertThat(rows(file).get(0)).startsWith(reference).contains(",'=1+1,");
    assertThat(ledger.operations(reference)).contains("DISCLOSE export.case hate-crime-officer");
  }

  @Test
  void whatIsHiddenInTheListIsHiddenInTheFile() {
    String barred = referrals.received().reference();
    String narrowed = referrals.received().reference();
    String officer = officer();
    String token = tokens.token(officer, factor);
    assertThat(rows(file(token, barred))).hasSize(1);
    owner.exclude(barred, officer);
    referrals.restricted("police.hco", narrowed);
    for (String hidden : List.of(barred, narrowed, "HCR-2026-999999")) {
      Answer file = file(token, hidden);
      assertThat(rows(file)).isEmpty();
      assertThat(file.body()).contains("not yours to export: 0");
    }
  }

  /** The list shows a prosecutor what arrived at their team; they export what is theirs. */
  @Test
  void whatTheCallerMayReadButNotExportIsLeftOut() {
    String reference = referrals.sent("police.hco", "CPS-THAMES-CHILTERN").reference();
    String prosecutor =
        directory.joinsWith(factor, "CPS-THAMES-CHILTERN/hate-crime-prosecutors", "cps-prosecutor");
    String token = tokens.token(prosecutor, factor);
    assertThat(
            api.send("GET", "/api/referrals?reference=" + reference, token, null)
                .items("reference"))
        .containsExactly(reference);
    Answer file = file(token, reference);
    assertThat(rows(file)).isEmpty();
    assertThat(file.body()).contains("not yours to export: 1");
    assertThat(ledger.operations(reference)).noneMatch(entry -> entry.contains("export.case"));
  }

  @Test
  void withoutAFreshSecondFactorThereIsNone() {
    String officer = officer();
    api.subject(officer);
    assertThat(file(api.token(officer), "HCR-").status()).isEqualTo(401);
    assertThat(ledger.refused(officer)).containsExactly("export.case step-up-needed");
  }

  @ParameterizedTest
  @CsvSource({
    "HERTS-POLICE/response,police-officer,role-lacks-action",
    "WELHAT-COUNCIL/community-safety,council-officer,leads-no-team",
    "BTP,information-governance,role-lacks-action",
    "BOARD,board-analyst,role-lacks-action",
  })
  void whoseRoleExportsNoListIsRefused(String group, String role, String reason) {
    String person = directory.joins(group, role);
    api.subject(person);
    assertThat(file(api.token(person), "HCR-").status()).isEqualTo(403);
    assertThat(ledger.refused(person)).containsExactly("export.case " + reason);
  }

  @Test
  void aPurposeIsNamed() {
    String token = tokens.token(officer(), factor);
    assertThat(api.send("GET", "/api/referrals.csv", token, null).errors())
        .containsExactly("purpose:required");
    assertThat(api.send("GET", "/api/referrals.csv?purpose=FUN", token, null).errors())
        .containsExactly("purpose:unknown");
    assertThat(
            api.send("GET", "/api/referrals.csv?purpose=SAFEGUARDING&limit=5", token, null)
                .errors())
        .containsExactly("limit:unknown-parameter");
  }

  private String officer() {
    return directory.joinsWith(factor, "HERTS-POLICE/hate-crime-unit", "hate-crime-officer");
  }

  private Answer file(String token, String reference) {
    return api.send("GET", FILE + reference, token, null);
  }

  private static List<String> rows(Answer file) {
    return file.body().lines().skip(2).toList();
  }
}
