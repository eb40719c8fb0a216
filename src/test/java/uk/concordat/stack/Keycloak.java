package uk.concordat.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A running Keycloak with realm {@code concordat}, reachable from this machine only. */
public final class Keycloak {
  /** The one realm. */
  public static final String REALM = "concordat";

  static final String ADMIN = "launcher";

  private static final Duration LIMIT = Duration.ofSeconds(180);

  private final Ports ports;

  private Keycloak(Ports ports) {
    this.ports = ports;
  }

  /**
   * Starts Keycloak, which imports the realm where it is absent; returns when the realm answers.
   */
  static Keycloak start(Workplace place, Children children, Progress progress) {
    KeycloakDistribution distribution =
        KeycloakDistribution.in(
            place.cache(), place.logs().resolve("keycloak-build.log"), children, progress);
    KeycloakHome home = KeycloakHome.at(place.data().resolve("keycloak"), distribution);
    List<String> command = new ArrayList<>(distribution.java(home.folder()));
    command.addAll(
        List.of(
            "start",
            "--optimized",
            "--import-realm",
            "--cache=local",
            "--http-enabled=true",
            "--http-host=" + Ports.LOOPBACK,
            "--http-port=" + place.ports().keycloak(),
            "--hostname=" + address(place.ports()),
            "--http-management-host=" + Ports.LOOPBACK,
            "--http-management-port=" + place.ports().keycloakManagement()));
    Child server =
        children.start(
            "Keycloak", "TERM", command, environment(place), place.logs().resolve("keycloak.log"));
    Keycloak keycloak = new Keycloak(place.ports());
    Waiting.untilReady(server, LIMIT, keycloak::answers);
    return keycloak;
  }

  /** What keycloak-realm.json leaves open, and the first administrator. */
  private static Map<String, String> environment(Workplace place) {
    return Map.of(
        "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
        "KC_BOOTSTRAP_ADMIN_PASSWORD", place.secrets().keycloakAdmin(),
        "CONCORDAT_PORTAL_URL", Payara.address(place.ports().portal()),
        "CONCORDAT_OIDC_CLIENT_SECRET", place.secrets().portalClient(),
        "CONCORDAT_OIDC_API_SECRET", place.secrets().apiClient());
  }

  /** The address of the server, for browsers and for the back channel alike. */
  public String address() {
    return address(ports);
  }

  /** The issuer of all tokens. */
  public String issuer() {
    return issuer(ports);
  }

  /** The token endpoint. */
  public String tokenEndpoint() {
    return issuer(ports) + "/protocol/openid-connect/token";
  }

  private boolean answers() {
    return Http.status("http://localhost:%d/health/ready".formatted(ports.keycloakManagement()))
            == 200
        && Http.status(issuer()) == 200;
  }

  static String issuer(Ports ports) {
    return address(ports) + "/realms/" + REALM;
  }

  private static String address(Ports ports) {
    return "http://localhost:" + ports.keycloak();
  }
}
