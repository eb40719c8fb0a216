package uk.concordat.api;

import java.util.Map;

/** The problems that only a status tells of: those of the container and of the mechanism. */
public final class Problems {
  /** Media type of what {@link #json} renders. */
  public static final String MEDIA_TYPE = Problem.MEDIA_TYPE;

  private static final Map<Integer, Problem> BY_STATUS =
      Map.ofEntries(
          known(400, "The request cannot be read", "bad-request"),
          known(401, "A valid bearer token is needed", "invalid-token"),
          known(403, "Your role does not have this action", "action-not-allowed"),
          known(404, "There is nothing here for you", "not-found"),
          known(405, "This method is not allowed here", "method-not-allowed"),
          known(406, "The answer has no form that you accept", "not-acceptable"),
          known(412, "Somebody changed it since you read it", "stale"),
          known(413, "The body is too large", "too-large"),
          known(414, "The address is too long", "uri-too-long"),
          known(415, "The body has a media type that is not read here", "unsupported-media-type"),
          known(428, "Say which version you change", "precondition-required"),
          known(431, "The headers are too large", "headers-too-large"),
          known(500, "Something went wrong here", "internal"),
          known(503, "The service is not ready", "unavailable"));

  private Problems() {}

  /** A problem as the text of a JSON object. */
  public static String json(int status, String title, String code) {
    return Problem.of(status, title, code).json().toString();
  }

  /** The problem that belongs to a status, as the text of a JSON object. */
  public static String json(int status) {
    return of(status).json().toString();
  }

  static Problem of(int status) {
    String code = status < 500 ? "bad-request" : "internal";
    String title = status < 500 ? "The request cannot be answered" : "Something went wrong here";
    return BY_STATUS.getOrDefault(status, Problem.of(status, title, code));
  }

  private static Map.Entry<Integer, Problem> known(int status, String title, String code) {
    return Map.entry(status, Problem.of(status, title, code));
  }
}
