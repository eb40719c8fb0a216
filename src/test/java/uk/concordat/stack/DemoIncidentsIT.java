package uk.concordat.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo's incidents are told once, each as old as its story says. */
@ExtendWith(StackExtension.class)
class DemoIncidentsIT {
  private static final String STORIES =
      """
      select k.key || ' ' || i.state || ' ' || round(extract(epoch from k.created_at - i.logged_at) / 3600)
      from idempotency_key k join incident i using (reference) where k.key like 'told-%' order by k.key, i.reference
      """;

  private final Stack stack;

  DemoIncidentsIT(Stack stack) {
    this.stack = stack;
  }

  @Test
  void areToldOnce() throws IOException, SQLException {
    try (InputStream file = DemoIncidents.class.getResourceAsStream("/demo/incidents.json");
        Connection superuser = stack.postgres().superuser().getConnection()) {
      JsonNode stories = new ObjectMapper().readTree(file);
      List<String> expected = new ArrayList<>();
      for (JsonNode story : stories) {
        // Keys of the test's own: the stack is shared, and its data are no demo.
        String key = "told-" + story.path("key").textValue();
        ((ObjectNode) story).put("key", key);
        expected.add(key + " LOGGED " + story.path("hoursAgo").asInt());
      }
      var demo = new DemoIncidents(stack);
      demo.complete(stories, superuser);
      demo.complete(stories, superuser);
      List<String> told = new ArrayList<>();
      try (Statement statement = superuser.createStatement();
          ResultSet rows = statement.executeQuery(STORIES)) {
        while (rows.next()) {
          told.add(rows.getString(1));
        }
      }
      assertThat(told).isEqualTo(expected);
    }
  }
}
