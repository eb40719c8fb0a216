package uk.concordat.it;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/**
 * Tokens that the realm itself signs, but that differ from those of {@code concordat-cli} in one
 * thing: for each there is a client that is its copy but for that.
 */
public final class RealmTokens {
  private static final String AUDIENCE_MAPPER = "oidc-audience-mapper";

  private final RealmResource realm;
  private final URI tokenEndpoint;

  /**
   * @param realm with the right to make clients
   */
  public RealmTokens(RealmResource realm, URI tokenEndpoint) {
    this.realm = realm;
    this.tokenEndpoint = tokenEndpoint;
  }

  /** Like any other, from a copy of the client: it must be let in, or the others prove nothing. */
  public String copied() {
    return token("it-copied", client -> {});
  }

  /** Good for one second. */
  public String shortLived() {
    return token(
        "it-short-lived",
        client -> {
          Map<String, String> attributes = new HashMap<>();
          if (client.getAttributes() != null) {
            attributes.putAll(client.getAttributes());
          }
          attributes.put("access.token.lifespan", "1");
          client.setAttributes(attributes);
        });
  }

  /** For no audience. */
  public String withoutAudience() {
    return token("it-no-audience", client -> client.setProtocolMappers(others(client)));
  }

  /** For another audience. */
  public String forAnotherAudience() {
    return token(
        "it-other-audience",
        client ->
            client.getProtocolMappers().stream()
                .filter(mapper -> mapper.getProtocolMapper().equals(AUDIENCE_MAPPER))
                .forEach(RealmTokens::pointElsewhere));
  }

  /** Of a client that says that its people are of an agency that they are not of. */
  public String ofAnotherAgency() {
    return token(
        "it-other-agency",
        client -> {
          List<ProtocolMapperRepresentation> mappers = new ArrayList<>(others(client));
          mappers.removeIf(mapper -> "agency".equals(mapper.getConfig().get("claim.name")));
          mappers.add(claiming("STEVENAGE-COUNCIL"));
          client.setProtocolMappers(mappers);
        });
  }

  private static ProtocolMapperRepresentation claiming(String agency) {
    ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
    mapper.setName("another agency");
    mapper.setProtocol("openid-connect");
    mapper.setProtocolMapper("oidc-hardcoded-claim-mapper");
    mapper.setConfig(
        Map.of(
            "claim.name", "agency",
            "claim.value", agency,
            "jsonType.label", "String",
            "access.token.claim", "true",
            "introspection.token.claim", "true"));
    return mapper;
  }

  private static void pointElsewhere(ProtocolMapperRepresentation mapper) {
    Map<String, String> config = new HashMap<>(mapper.getConfig());
    config.remove("included.client.audience");
    config.put("included.custom.audience", "another-api");
    mapper.setConfig(config);
  }

  private static List<ProtocolMapperRepresentation> others(ClientRepresentation client) {
    return client.getProtocolMappers().stream()
        .filter(mapper -> !mapper.getProtocolMapper().equals(AUDIENCE_MAPPER))
        .toList();
  }

  private String token(String name, Consumer<ClientRepresentation> difference) {
    if (realm.clients().findByClientId(name).isEmpty()) {
      ClientRepresentation copy = realm.clients().findByClientId("concordat-cli").get(0);
      copy.setId(null);
      copy.setClientId(name);
      copy.getProtocolMappers().forEach(mapper -> mapper.setId(null));
      difference.accept(copy);
      realm.clients().create(copy).close();
      scope(name).add(scope("concordat-cli").listAll());
    }
    return granted(name, "access_token");
  }

  /** No access token: it says who somebody is, not that they may come in. */
  public String idToken() {
    return granted("concordat-cli", "id_token");
  }

  private RoleScopeResource scope(String client) {
    String id = realm.clients().findByClientId(client).get(0).getId();
    return realm.clients().get(id).getScopeMappings().realmLevel();
  }

  private String granted(String client, String kind) {
    String form =
        "grant_type=password&username=council.officer&password=concordat&scope=openid&client_id="
            + URLEncoder.encode(client, StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(tokenEndpoint)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    try {
      String answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
      return new ObjectMapper().readTree(answer).required(kind).asText();
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
