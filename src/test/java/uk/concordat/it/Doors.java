package uk.concordat.it;

import java.util.Map;

/** Tries the doors through which something is done to a record. */
record Doors(Api api) {
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
