package uk.concordat.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.it.Answer;
import uk.concordat.it.Api;
import uk.concordat.it.ApiExtension;
import uk.concordat.it.Incidents;
import uk.concordat.it.Referrals;

/**
 * Story 3: harassment by a neighbour. The council logs seven incidents; the product proposes that
 * they belong together, an officer confirms it with a reason, and the last one goes to the police.
 *
 * <p>The rule: the product proposes and a person decides; what was reported is never changed by it,
 * and whoever was harmed again is flagged.
 */
@ExtendWith(ApiExtension.class)
class Story03SevenIncidentsIT {
  private static final int INCIDENTS = 7;

  private final Api api;
  private final Incidents incidents;
  private final Referrals referrals;
  private final String street = "3 " + UUID.randomUUID();

  Story03SevenIncidentsIT(Api api) {
    this.api = api;
    incidents = new Incidents(api);
    referrals = new Referrals(api);
  }

  @Test
  void sevenIncidentsBecomeASeriesAndTheRepeatIsFlagged() {
    List<String> logged = new ArrayList<>();
    for (int i = 0; i < INCIDENTS; i++) {
      String next = incidents.logged("council.officer", atTheFence());
      if (!logged.isEmpty()) {
        String before = logged.get(logged.size() - 1);
        assertThat(proposed(next)).as("the system proposes").contains(before);
        assertThat(read(next).get("repeatLinked").asBoolean()).as("and decides nothing").isFalse();
        belongTogether(next, before);
      }
      logged.add(next);
    }
    String last = logged.get(INCIDENTS - 1);
    assertThat(api.get("council.officer", series(last)).texts("/members"))
        .containsExactlyInAnyOrderElementsOf(logged.subList(0, INCIDENTS - 1));
    assertThat(read(logged.get(0)).get("repeatLinked").asBoolean()).as("the first").isFalse();
    assertThat(read(last).get("repeatLinked").asBoolean()).as("the seventh").isTrue();
    assertThat(read(last).get("repeat").asBoolean()).as("what was reported stays").isFalse();

    String draft =
        api.post("council.officer", "/api/incidents/" + last + "/referrals", "{}").reference();
    ObjectNode missing = JsonNodeFactory.instance.objectNode();
    ObjectNode whole = referrals.complete();
    for (String part : new String[] {"needs", "footing", "urgency"}) {
      missing.set(part, whole.get(part));
    }
    String address = "/api/referrals/" + draft;
    String etag = api.get("council.officer", address).etag();
    Answer filled = api.patch("council.officer", address, missing, "If-Match", etag);
    assertThat(filled.status()).as(filled.body()).isEqualTo(200);
    referrals.moved("council.officer", draft, "{\"move\":\"submit\"}");
    Answer atPolice = api.get("police.hco", address);
    assertThat(atPolice.text("/incident/place")).contains(street);
    assertThat(api.get("police.hco", "/api/incidents/" + last).status())
        .as("the log itself stays with the council")
        .isEqualTo(404);
  }

  private ObjectNode atTheFence() {
    ObjectNode content = incidents.complete().put("repeat", false);
    content
        .putObject("place")
        .put("locationType", "HOME")
        .put("address", street)
        .put("postcode", "AL99 9ZZ");
    return content;
  }

  private List<String> proposed(String incident) {
    List<String> others = new ArrayList<>();
    for (JsonNode each : api.get("council.officer", series(incident)).json().get("proposals")) {
      others.add(each.get("other").asText());
    }
    return others;
  }

  private void belongTogether(String one, String other) {
    ObjectNode decision =
        JsonNodeFactory.instance
            .objectNode()
            .put("other", other)
            .put("ground", "PLACE")
            .put("confirmed", true)
            .put("reason", "The same family, and the same fence.");
    String etag = api.get("council.officer", series(one)).etag();
    Answer decided = api.post("council.officer", series(one), decision, "If-Match", etag);
    assertThat(decided.status()).as(decided.body()).isEqualTo(200);
  }

  private JsonNode read(String incident) {
    return api.get("council.officer", "/api/incidents/" + incident).json();
  }

  private static String series(String incident) {
    return "/api/incidents/" + incident + "/series";
  }
}
