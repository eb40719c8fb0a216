package uk.concordat.it;

import java.util.HashMap;
import java.util.Map;

/** Tries the doors through which something is done to a record. */
final class Doors {
  static final String REJECT =
      "{\"move\":\"reject\",\"reason\":\"OUT_OF_AREA\",\"text\":\"It happened elsewhere.\","
          + "\"advice\":\"Send it to the force of that place.\"}";

  /** Somebody of each agency whom nobody misses, by the beginning of their colleagues' names. */
  private static final Map<String, String> COLLEAGUES =
      Map.of(
          "police", "police.admin",
          "council", "council.admin",
          "cps", "cps.admin",
          "nhs", "nhs.admin");

  private static final String ASK =
      """
      {"reference":"%s","dataClasses":["D2"],"purpose":"SAFEGUARDING","why":"They live in a home of ours.",
       "duration":"TODAY"}
      """;

  private final Api api;
  private final String asker;
  private final Map<String, String> requests = new HashMap<>();

  /**
   * @param asker who asks for access where somebody tries to decide on that
   */
  Doors(Api api, String asker) {
    this.api = api;
    this.asker = asker;
  }

  /**
   * The status that answers an attempt.
   *
   * @param user who tries
   * @param agency the beginning of the names of the demo's accounts there
   * @param version the entity tag of what they see
   */
  int attempt(String door, String user, String agency, String reference, String version) {
    String address = "/api/referrals/" + reference;
    return switch (door) {
      case "amend" ->
          api.patch(user, address, "{\"urgency\":\"HIGH\"}", "If-Match", version).status();
      case "submit" -> move(user, address, version, "{\"move\":\"submit\"}");
      case "acknowledge" -> move(user, address, version, "{\"move\":\"acknowledge\"}");
      case "accept" ->
          move(
              user,
              address,
              version,
              "{\"move\":\"accept\",\"assignee\":\"%s\"}".formatted(lead(agency)));
      case "reject" -> move(user, address, version, REJECT);
      case "decide" -> decide(user, requests.computeIfAbsent(reference, this::ask));
      case "barred" -> api.get(user, address + "/exclusions").status();
      case "exclude" -> api.post(user, address + "/exclusions", exclusion(agency)).status();
      case "restrict" ->
          api.send(
                  "PUT",
                  address + "/restriction",
                  api.token(user),
                  "{\"names\":[]}",
                  "Content-Type",
                  "application/json")
              .status();
      default -> throw new IllegalArgumentException(door);
    };
  }

  private int move(String user, String address, String version, String body) {
    return api.post(user, address + "/moves", body, "If-Match", version).status();
  }

  /** The version that they see, or the first: whoever sees none must be refused for that. */
  String version(String user, String reference) {
    return api.get(user, "/api/referrals/" + reference).header("ETag").orElse("\"v1\"");
  }

  /** The address of a request for access to the record. */
  private String ask(String reference) {
    Answer asked = api.post(asker, "/api/access-requests", ASK.formatted(reference));
    return "/api/access-requests/" + asked.text("/id");
  }

  private int decide(String user, String request) {
    String version = api.get(user, request).header("ETag").orElse("\"v1\"");
    String refusal = "{\"move\":\"refuse\",\"text\":\"Not needed for that.\"}";
    return api.post(user, request + "/moves", refusal, "If-Match", version).status();
  }

  private static String exclusion(String agency) {
    return "{\"username\":\"%s\",\"reason\":\"RELATIVE\"}"
        .formatted(COLLEAGUES.getOrDefault(agency, "btp.hco"));
  }

  private static String lead(String agency) {
    return switch (agency) {
      case "police" -> "police.officer";
      case "cps" -> "cps.prosecutor2";
      case "council" -> "council.officer";
      case "nhs" -> "nhs.practitioner";
      default -> "btp.hco";
    };
  }
}
