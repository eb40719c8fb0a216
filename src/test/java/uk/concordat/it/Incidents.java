package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;

/** Logs incidents through the API. */
public final class Incidents {
  /** A day in half a year, on which what was decided is looked at again. */
  static final String REVIEW_ON =
      LocalDate.now(ZoneId.of("Europe/London")).plusMonths(6).toString();

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
