package uk.concordat.web.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.audit.LeafSpan;
import uk.concordat.oversight.LedgerMonth;

class MonthRowTest {
  private static final YearMonth MONTH = YearMonth.of(2019, 11);

  @Test
  void isKeptForAReasonAndCanBeExported() {
    MonthRow row = row("too-young", null, null, false);
    assertThat(row.name()).isEqualTo("November 2019");
    assertThat(row.extent()).isEqualTo("4,711 entries");
    assertThat(row.fate()).isEqualTo("Kept: its time is not over.");
    assertThat(row.links()).extracting(MonthRow.Link::label).containsExactly("Export");
  }

  @Test
  void isProposedTakenBackOrApprovedByWhomItIsTheirs() {
    assertThat(row(null, null, null, false).links())
        .extracting(MonthRow.Link::label)
        .containsExactly("Export", "Propose to erase");
    assertThat(row(null, "BTP", null, true).links())
        .extracting(MonthRow.Link::href)
        .contains("/ledger/disposal.xhtml?month=2019-11&move=withdraw");
    MonthRow others = row(null, "BTP", null, false);
    assertThat(others.links())
        .extracting(MonthRow.Link::href)
        .contains("/ledger/disposal.xhtml?month=2019-11&move=approve");
    assertThat(others.fate()).contains("Another agency must approve that.");
  }

  @Test
  void isTakenBackEvenWhereItIsKeptAgain() {
    assertThat(row("records-held", "BTP", null, true).links())
        .extracting(MonthRow.Link::label)
        .containsExactly("Export", "Take the proposal back");
    assertThat(row("records-held", "BTP", null, false).links()).hasSize(1);
  }

  @Test
  void isErased() {
    MonthRow row = row("disposed", "BTP", LocalDate.of(2026, 11, 25), false);
    assertThat(row.fate()).startsWith("Erased on 25 November 2026.");
    assertThat(row.links()).extracting(MonthRow.Link::label).containsExactly("Export");
  }

  private static MonthRow row(String kept, String proposedBy, LocalDate disposed, boolean own) {
    var month =
        new LedgerMonth(
            UUID.randomUUID(),
            MONTH,
            new LeafSpan(0, 4_711),
            true,
            kept,
            proposedBy == null ? null : "LEDGER_SEVEN_YEARS",
            proposedBy,
            proposedBy == null ? null : Instant.parse("2026-11-24T09:00:00Z"),
            disposed);
    return new MonthRow(month, "British Transport Police", own);
  }
}
