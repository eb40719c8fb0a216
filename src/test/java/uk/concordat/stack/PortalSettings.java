package uk.concordat.stack;

import java.util.HashMap;
import java.util.Map;

/** What the portal is told of its surroundings, by the names of the environment variables. */
final class PortalSettings {
  /** Who tests waits for what the portal does by itself: it looks more often then. */
  private static final Map<String, String> SOON =
      Map.of("CONCORDAT_MAIL_PAUSE", "1", "CONCORDAT_DEADLINE_PAUSE", "2");

  private PortalSettings() {}

  static Map<String, String> of(Workplace place) {
    Ports ports = place.ports();
    Secrets secrets = place.secrets();
    Map<String, String> mail =
        ports.smtp() == 0
            ? Map.of()
            : Map.of(
                "CONCORDAT_MAIL_HOST",
                Ports.LOOPBACK,
                "CONCORDAT_MAIL_PORT",
                Integer.toString(ports.smtp()));
    Map<String, String> all = new HashMap<>(mail);
    all.putAll(place.shortLived() ? SOON : Map.of());
    all.putAll(
        Map.ofEntries(
            Map.entry("CONCORDAT_DATABASE_HOST", Ports.LOOPBACK),
            Map.entry("CONCORDAT_DATABASE_PORT", Integer.toString(ports.postgres())),
            Map.entry("CONCORDAT_DATABASE_NAME", Postgres.DATABASE),
            Map.entry("CONCORDAT_DATABASE_USER", "concordat_app"),
            Map.entry("CONCORDAT_DATABASE_PASSWORD", secrets.app()),
            Map.entry("CONCORDAT_OIDC_ISSUER", Keycloak.issuer(ports)),
            Map.entry("CONCORDAT_OIDC_CLIENT_ID", DemoClients.PORTAL),
            Map.entry("CONCORDAT_OIDC_CLIENT_SECRET", secrets.portalClient()),
            Map.entry("CONCORDAT_OIDC_AUDIENCE", "concordat-api"),
            Map.entry("CONCORDAT_OIDC_API_SECRET", secrets.apiClient()),
            Map.entry("CONCORDAT_PORTAL_URL", Payara.address(ports.portal())),
            Map.entry("CONCORDAT_MANAGEMENT_PORT", Integer.toString(ports.management())),
            Map.entry("CONCORDAT_LEDGER_KEY", secrets.ledgerKey()),
            Map.entry("CONCORDAT_DOCUMENT_KEY", secrets.documentKey()),
            Map.entry("CONCORDAT_DEMO", "true")));
    return Map.copyOf(all);
  }
}
