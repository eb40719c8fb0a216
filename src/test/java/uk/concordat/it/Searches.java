package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Searches as a client does. */
record Searches(Api api) {

  /** The answer to a search that must succeed, as much of it as there can be. */
  Answer of(String user, String text) {
    Answer answer = asked(user, text, 100);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  /** The answer, whatever it is. */
  Answer asked(String user, String text, int limit) {
    var body = JsonNodeFactory.instance.objectNode().put("text", text).put("limit", limit);
    return api.post(user, "/api/searches", body);
  }

  /** What is found, best first. */
  List<String> found(String user, String text) {
    return hits(of(user, text)).stream()
        .map(hit -> hit.at("/referral/reference").asText())
        .toList();
  }

  /** As what a referral is found, for example {@code D5 WORDS}; empty where it is not. */
  String matched(String user, String text, String reference) {
    return hits(of(user, text)).stream()
        .filter(hit -> hit.at("/referral/reference").asText().equals(reference))
        .map(hit -> hit.get("dataClass").asText() + " " + hit.get("matched").asText())
        .collect(Collectors.joining(","));
  }

  /** A word of nine letters that stands nowhere yet. */
  static String word() {
    return UUID.randomUUID()
        .toString()
        .substring(24, 33)
        .chars()
        .mapToObj(c -> Character.toString(Character.isDigit(c) ? 'g' + c - '0' : c))
        .collect(Collectors.joining());
  }

  static List<JsonNode> hits(Answer answer) {
    return StreamSupport.stream(answer.json().get("items").spliterator(), false).toList();
  }
}
