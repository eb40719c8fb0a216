package uk.concordat.api;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import uk.concordat.kernel.FieldError;

/**
 * A refusal as RFC 9457 wants it. It names no record and no path, so that two of one kind are the
 * same to the byte.
 *
 * @param errors what is wrong with which field; empty where it is not about input
 * @param possible the moves that could be made instead; null where it is not about moves
 * @param incident number under which the log has the cause; null where the client is to blame
 */
record Problem(
    int status,
    String title,
    String code,
    List<FieldError> errors,
    List<String> possible,
    String incident) {
  static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(int status, String title, String code) {
    return new Problem(status, title, code, List.of(), null, null);
  }

  Problem with(List<FieldError> errors) {
    return new Problem(status, title, code, errors, possible, incident);
  }

  Problem with(String field, String code) {
    return with(List.of(new FieldError(field, code)));
  }

  Problem possible(List<String> possible) {
    return new Problem(status, title, code, errors, possible, incident);
  }

  Problem incident(String incident) {
    return new Problem(status, title, code, errors, possible, incident);
  }

  JsonObject json() {
    var json =
        new JsonOut()
            .put("type", "urn:concordat:problem:" + code)
            .put("title", title)
            .put("status", jakarta.json.Json.createValue(status))
            .put("code", code);
    if (!errors.isEmpty()) {
      json.put("errors", JsonOut.array(errors, Problem::error));
    }
    if (possible != null) {
      json.texts("possible", possible);
    }
    return json.put("incident", incident).build();
  }

  Response.ResponseBuilder response() {
    return Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(json().toString());
  }

  private static JsonObject error(FieldError error) {
    return new JsonOut().put("field", error.field()).put("code", error.code()).build();
  }
}
