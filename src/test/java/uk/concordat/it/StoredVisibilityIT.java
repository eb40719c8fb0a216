package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/**
 * After everything that all other tests did to the one stack, what is stored of visibility is still
 * what follows from its sources. Comes last.
 */
@Order(Integer.MAX_VALUE)
@ExtendWith({ApiExtension.class, StackExtension.class})
class StoredVisibilityIT {
  private final Stack stack;

  StoredVisibilityIT(Api api, Stack stack) {
    this.stack = stack;
    new Referrals(api).received(); // so that there is something, whatever else ran
  }

  @Test
  void followsFromItsSources() throws SQLException {
    try (Connection owner = stack.postgres().owner().getConnection()) {
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
