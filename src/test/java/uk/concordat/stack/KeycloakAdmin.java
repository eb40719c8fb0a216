package uk.concordat.stack;

import org.keycloak.admin.client.KeycloakBuilder;

/** Signs the launcher in to Keycloak as its bootstrap administrator. */
final class KeycloakAdmin {
  private KeycloakAdmin() {}

  static org.keycloak.admin.client.Keycloak connect(Keycloak server, Secrets secrets) {
    return KeycloakBuilder.builder()
        .serverUrl(server.address())
        .realm("master")
        .clientId("admin-cli")
        .username(Keycloak.ADMIN)
        .password(secrets.keycloakAdmin())
        .build();
  }
}
