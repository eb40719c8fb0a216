package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Logs incidents through the API. */
public final class Incidents {
  private final Api api;

  /** Works through this door. */
  public Incidents(Api api) {
    this.api = api;
  }

  /** A complete incident, to be changed at will: the example of the description. */
  public ObjectNode complete() {
    return (ObjectNode) api.json(api.description().body("post", "/api/incidents"));
  }

  /** Logs an incident of somebody's; answers its reference. */
  public String logged(String user, ObjectNode content) {
    Answer answer = api.post(user, "/api/incidents", content);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.reference();
  }

  /** Logs the example; answers its reference. */
  public String logged(String user) {
    return logged(user, complete());
  }
}
