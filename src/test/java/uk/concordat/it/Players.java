package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

/**
 * The people of the matrix: the demo's accounts, and those whom {@code players.csv} adds because a
 * table needs a colleague in another team or a second lead.
 */
final class Players {
  private final Map<String, String> usernames = new HashMap<>();

  Players(Api api, StaffDirectory directory, DatabaseOwner owner) {
    Table.read("players.csv")
        .forEach(
            line -> {
              String username = directory.joins(line.get("group"), line.get("role"));
              assertThat(api.get(username, "/api/me").status()).as(line.toString()).isEqualTo(200);
              if (!line.get("leads").isEmpty()) {
                owner.leads(username, line.get("leads"));
              }
              usernames.put(line.get("who"), username);
            });
  }

  /** The user name of somebody in a table. */
  String username(String who) {
    return usernames.getOrDefault(who, who);
  }
}
