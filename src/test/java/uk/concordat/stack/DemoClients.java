package uk.concordat.stack;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/**
 * The client that gives a script its token, and the portal's addresses on this machine. A script
 * whose token is of too low a level gets a better one with the code flow, through the person's
 * browser and a loopback address (RFC 8252).
 */
record DemoClients(RealmResource realm) {
  /** A public client with direct access grants: a relaxation that production never has. */
  static final String CLI = "concordat-cli";

  /** On whatever port the script listens. */
  static final String LOOPBACK = "http://127.0.0.1/token";

  static final String PORTAL = "concordat-portal";

  void register(String portalAddress) {
    ClientRepresentation portal = realm.clients().findByClientId(PORTAL).get(0);
    move(portal, portalAddress);
    if (realm.clients().findByClientId(CLI).isEmpty()) {
      create(portal);
    }
  }

  /** The realm was imported once; this start may use another port. */
  private void move(ClientRepresentation portal, String address) {
    if (!address.equals(portal.getRootUrl())) {
      String old = portal.getRootUrl();
      portal.setRootUrl(address);
      portal.setRedirectUris(
          portal.getRedirectUris().stream().map(uri -> uri.replace(old, address)).toList());
      portal
          .getAttributes()
          .computeIfPresent("post.logout.redirect.uris", (key, uris) -> uris.replace(old, address));
      realm.clients().get(portal.getId()).update(portal);
    }
  }

  private void create(ClientRepresentation portal) {
    ClientRepresentation cli = new ClientRepresentation();
    cli.setClientId(CLI);
    cli.setName("Concordat for scripts (demo only)");
    cli.setPublicClient(true);
    cli.setDirectAccessGrantsEnabled(true);
    cli.setStandardFlowEnabled(true);
    cli.setRedirectUris(List.of(LOOPBACK));
    cli.setAttributes(Map.of("pkce.code.challenge.method", "S256"));
    cli.setFullScopeAllowed(false);
    cli.setDefaultClientScopes(portal.getDefaultClientScopes());
    cli.setOptionalClientScopes(List.of());
    cli.setProtocolMappers(portal.getProtocolMappers().stream().map(DemoClients::copy).toList());
    try (Response answer = realm.clients().create(cli)) {
      if (answer.getStatus() != 201) {
        throw new StackFailure("Keycloak refused client %s: %d".formatted(CLI, answer.getStatus()));
      }
    }
    scope(CLI).add(scope(PORTAL).listAll());
  }

  private org.keycloak.admin.client.resource.RoleScopeResource scope(String client) {
    ClientRepresentation found = realm.clients().findByClientId(client).get(0);
    ClientResource resource = realm.clients().get(found.getId());
    return resource.getScopeMappings().realmLevel();
  }

  private static ProtocolMapperRepresentation copy(ProtocolMapperRepresentation mapper) {
    ProtocolMapperRepresentation copy = new ProtocolMapperRepresentation();
    copy.setName(mapper.getName());
    copy.setProtocol(mapper.getProtocol());
    copy.setProtocolMapper(mapper.getProtocolMapper());
    copy.setConfig(mapper.getConfig());
    return copy;
  }
}
