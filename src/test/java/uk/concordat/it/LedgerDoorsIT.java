package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import uk.concordat.stack.Lane;
import uk.concordat.stack.Lanes;
import uk.concordat.stack.StackExtension;

/**
 * Looks back on the whole run: each operation of OpenAPI and each page that lies in the sources was
 * passed by somebody, and whatever it answered then is in the ledger. A new door without an entry
 * fails here, and so does one that no test opens. What does not touch personal data stands below.
 */
@Isolated
@Order(Integer.MAX_VALUE - 2)
@ExtendWith({ApiExtension.class, StackExtension.class})
class LedgerDoorsIT {
  /** Hashes, signatures and proposals: in the security log instead. */
  private static final Set<String> SECURITY =
      Set.of(
          "GET /api/ledger/checkpoint",
          "GET /api/ledger/key",
          "GET /api/ledger/months",
          "GET /api/ledger/proof/consistency",
          "GET /api/ledger/proof/inclusion",
          "GET /api/ledger/witnesses",
          "POST /api/ledger/witness",
          "POST /api/ledger/witnesses",
          "PUT /api/ledger/months/{month}/disposal",
          "DELETE /api/ledger/months/{month}/disposal",
          "/ledger/disposal.xhtml", // the question; what is answered there: LedgerMonthPagesIT
          "/ledger/export.xhtml", // the question; the export itself: LedgerMonthPagesIT
          "/ledger/months.xhtml",
          "/ledger/witnesses.xhtml");

  /**
   * The reader's own session; pages that are the same for everybody; forms before they are sent.
   */
  private static final Set<String> NOTHING_PERSONAL =
      Set.of(
          "GET /api/filters",
          "GET /api/me",
          "/accessibility.xhtml",
          "/access/acting-role.xhtml",
          "/access/ask.xhtml",
          "/access/not-proved.xhtml",
          "/access/proved.xhtml",
          "/access/roles.xhtml",
          "/agreement/propose.xhtml",
          "/agreement/start.xhtml",
          "/glass/break.xhtml",
          "/glass/start.xhtml",
          "/help.xhtml",
          "/incident/draft/logged.xhtml",
          "/incident/import.xhtml",
          "/incident/start.xhtml",
          "/notice/saved.xhtml",
          "/privacy.xhtml",
          "/referral/bulk.xhtml", // where nothing was chosen; each that was is read: BulkIT
          "/referral/declared.xhtml",
          "/referral/export.xhtml",
          "/referral/paper.xhtml", // the question; what is taken out: PaperIT
          "/referral/search.xhtml", // the form; what is found with it: SearchIT
          "/referral/filter.xhtml",
          "/referral/filters.xhtml",
          "/referral/start.xhtml",
          "/signed-in.xhtml");

  /** Without a reference in their address they are a form that asks for it. */
  private static final Set<String> ASK_FOR_A_REFERENCE =
      Set.of("/referral/header.xhtml", "/referral/override.xhtml");

  private static final String WRITTEN =
      "select exists (select from %s where actor = any (array(select subject from staff where"
          + " cast(subject as text) = ? or username = ?)) and at between ? and ?)";

  private final EveryDoor doors;
  private final Lanes lanes;

  LedgerDoorsIT(Api api, Lanes lanes) {
    doors = new EveryDoor(api.description());
    this.lanes = lanes;
  }

  @TestFactory
  Stream<DynamicTest> everyDoorIsInTheLedger() {
    Stream<String> operations = doors.operations().stream().map(EveryDoor.Operation::toString);
    return Stream.concat(operations, EveryDoor.pages().stream())
        .map(door -> DynamicTest.dynamicTest(door, () -> isWritten(door)));
  }

  private void isWritten(String door) throws SQLException {
    Map<Lane, List<Exchanges.Exchange>> passed =
        lanes.all().stream().collect(Collectors.toMap(Function.identity(), lane -> of(door, lane)));
    assertThat(passed.values().stream().flatMap(List::stream))
        .as("answers of %s in this run", door)
        .isNotEmpty();
    if (!NOTHING_PERSONAL.contains(door)) {
      for (Map.Entry<Lane, List<Exchanges.Exchange>> each : passed.entrySet()) {
        areWritten(door, each.getValue(), each.getKey().stack().postgres().owner());
      }
    }
  }

  private static List<Exchanges.Exchange> of(String door, Lane lane) {
    Exchanges seen = ApiExtension.exchanges(lane);
    List<Exchanges.Exchange> passed = new ArrayList<>(seen.of(door));
    if (!ASK_FOR_A_REFERENCE.contains(door)) {
      passed.addAll(seen.of(door + EveryDoor.BARE));
    }
    return passed;
  }

  private static void areWritten(String door, List<Exchanges.Exchange> passed, DataSource owner)
      throws SQLException {
    String table =
        SECURITY.contains(door)
            ? "security_event"
            : "(select actor, at from ledger_entry where permitted) e";
    try (Connection connection = owner.getConnection();
        PreparedStatement question = connection.prepareStatement(WRITTEN.formatted(table))) {
      for (Exchanges.Exchange each : passed) {
        assertThat(holds(question, each)).as("%s has %s", table, each).isTrue();
      }
    }
  }

  private static boolean holds(PreparedStatement question, Exchanges.Exchange each)
      throws SQLException {
    question.setString(1, each.who());
    question.setString(2, each.who());
    question.setTimestamp(3, time(each.from().minusMillis(1)));
    question.setTimestamp(4, time(each.to().plusMillis(1)));
    try (ResultSet row = question.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static Timestamp time(Instant instant) {
    return Timestamp.from(instant.truncatedTo(ChronoUnit.MILLIS));
  }
}
