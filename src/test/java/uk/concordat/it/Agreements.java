package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Brings an agreement to where a test begins. */
final class Agreements {
  private final Api api;

  Agreements(Api api) {
    this.api = api;
  }

  /** The description's example, to another agency and reviewed in half a year. */
  ObjectNode proposal(String other, List<String> gives, List<String> gets) {
    ObjectNode proposal =
        api.description()
            .tree()
            .at("/paths/~1api~1agreements/post/requestBody/content/application~1json/example")
            .deepCopy();
    proposal.put("reviewDate", LocalDate.now(ZoneId.of("Europe/London")).plusMonths(6).toString());
    side(proposal, "own", gives);
    side(proposal, "other", gets).put("agency", other);
    return proposal;
  }

  static ObjectNode side(ObjectNode proposal, String side, Collection<String> classes) {
    ObjectNode party = (ObjectNode) proposal.get(side);
    party.putArray("gives").removeAll();
    classes.forEach(party.withArray("gives")::add);
    return party;
  }

  Answer proposed(String user, ObjectNode proposal) {
    Answer answer = api.post(user, "/api/agreements", proposal);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer;
  }

  Answer move(String user, Answer agreement, String body) {
    return api.post(user, path(agreement) + "/moves", body, "If-Match", etag(user, agreement));
  }

  Answer moved(String user, Answer agreement, String body) {
    Answer answer = move(user, agreement, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  String etag(String user, Answer agreement) {
    return api.get(user, path(agreement)).header("ETag").orElse("\"v1\"");
  }

  static String path(Answer agreement) {
    return "/api/agreements/" + agreement.text("/code") + "/versions/" + agreement.text("/version");
  }

  /** The classes that a preview says start or stop, as {@code from to class}. */
  static List<String> lines(Answer preview, String which) {
    return items(preview.json().get(which))
        .map(
            line ->
                line.get("from").asText()
                    + " "
                    + line.get("to").asText()
                    + " "
                    + line.get("dataClass").asText())
        .toList();
  }

  static Stream<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
