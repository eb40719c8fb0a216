package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import uk.concordat.stack.Lane;
import uk.concordat.stack.Lanes;
import uk.concordat.stack.StackExtension;

/**
 * After everything that all other tests did to the stacks, what is stored of visibility is still
 * what follows from its sources. Comes last.
 */
@Isolated
@Order(Integer.MAX_VALUE)
@ExtendWith({ApiExtension.class, StackExtension.class})
class StoredVisibilityIT {
  private final Lanes lanes;

  StoredVisibilityIT(Api api, Lanes lanes) {
    this.lanes = lanes;
    new Referrals(api).received(); // so that there is something, whatever else ran
  }

  @TestFactory
  Stream<DynamicTest> followsFromItsSources() {
    return lanes.all().stream()
        .map(lane -> DynamicTest.dynamicTest(lane.stack().portal(), () -> follows(lane)));
  }

  private static void follows(Lane lane) throws SQLException {
    try (Connection owner = lane.stack().postgres().owner().getConnection()) {
      var database = new GuardedTables(owner);
      assertThat(database.strings("select viewer from visibility limit 1")).isNotEmpty();
      assertThat(
              database.strings(
                  "select record || ' ' || difference || ' ' || viewer from"
                      + " visibility_differences()"))
          .isEmpty();
    }
  }
}
