package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/** The pages on which governance exports a month of the ledger, and two agencies erase one. */
@ExtendWith({ApiExtension.class, StackExtension.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerMonthPagesIT {
  private static final String NOT_HERE = "We cannot show you this page";
  private static final String DISPOSAL = "/ledger/disposal.xhtml?month=%s&move=%s";

  private final Visitors visitors;
  private final LedgerTree tree;
  private final LedgerRows rows;
  private final OldEntries old;
  private final YearMonth now = YearMonth.now(ZoneOffset.UTC);
  private final Map<String, Visitor> signedIn = new ConcurrentHashMap<>();

  LedgerMonthPagesIT(Visitors visitors, LedgerTree tree, LedgerRows rows, Stack stack) {
    this.visitors = visitors;
    this.tree = tree;
    this.rows = rows;
    old = new OldEntries(stack.postgres().superuser());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ledger/months.xhtml",
        "/ledger/export.xhtml?month=2026-11",
        "/ledger/disposal.xhtml?month=2026-11&move=propose"
      })
  void areForGovernanceOnly(String page) {
    int before = rows.refused("police.lead").size();
    Silence.friendly(as("police.lead").get(page), 404, NOT_HERE);
    assertThat(rows.refused("police.lead")).hasSize(before + 1);
  }

  @Test
  void exportAMonthOnceItIsSaidWhatFor() {
    tree.awaitAll();
    Visitor governance = as("council.governance");
    String page = "/ledger/export.xhtml?month=" + now;
    assertThat(governance.get("/ledger/months.xhtml").body()).contains(page.replace("&", "&amp;"));
    assertThat(governance.get(page).body()).contains("The Information Commissioner asked for it");
    int exported = rows.months("audit.export", now);
    Answer without = governance.post(page, form("export"));
    assertThat(without.body()).contains("Error: ", "Say what the export is for");
    Map<String, String> form = form("export");
    form.put("export-use", "COMMISSIONER");
    Answer file = governance.post(page, form);
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Type").orElseThrow()).startsWith("application/zip");
    assertThat(file.header("Content-Disposition").orElseThrow())
        .contains("concordat-ledger-" + now + ".zip");
    assertThat(file.body()).startsWith("PK");
    assertThat(rows.months("audit.export", now)).isEqualTo(exported + 1);
    Silence.friendly(governance.get("/ledger/export.xhtml?month=1999-01"), 404, NOT_HERE);
    Silence.friendly(governance.get("/ledger/export.xhtml?month=soon"), 404, NOT_HERE);
  }

  @Test
  void eraseAMonthByTwoAgencies() {
    YearMonth month = old.fresh();
    old.write(month, UUID.randomUUID());
    tree.awaitAll();
    Visitor council = as("council.governance");
    Visitor police = as("police.governance");
    assertThat(council.get("/ledger/months.xhtml").body()).contains("May be erased");
    refused(council, month, "withdraw");
    refused(council, month, "approve");
    moved(council, month, "propose");
    refused(council, month, "approve");
    moved(council, month, "withdraw");
    moved(council, month, "propose");
    assertThat(police.get("/ledger/months.xhtml").body()).contains("Approve and erase");
    refused(police, month, "withdraw");
    assertThat(police.get(DISPOSAL.formatted(month, "approve")).body()).contains("for good?");
    assertThat(rows.months("disposal.approve", month)).isZero();
    moved(police, month, "approve");
    assertThat(rows.months("disposal.approve", month)).isOne();
    assertThat(police.get("/ledger/months.xhtml").body()).contains("The hashes are still there.");
    refused(police, month, "propose");
  }

  private static void moved(Visitor visitor, YearMonth month, String move) {
    Answer answer = visitor.post(DISPOSAL.formatted(month, move), form(move));
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
    assertThat(answer.header("Location").orElseThrow()).endsWith("/ledger/months.xhtml");
  }

  private static void refused(Visitor visitor, YearMonth month, String move) {
    Silence.friendly(visitor.get(DISPOSAL.formatted(month, move)), 404, NOT_HERE);
  }

  private static Map<String, String> form(String button) {
    var form = new HashMap<String, String>();
    form.put("jakarta.faces.ViewState", "stateless");
    form.put("form", "form");
    form.put(button, "");
    return form;
  }

  private Visitor as(String user) {
    return signedIn.computeIfAbsent(user, visitors::signedIn);
  }
}
