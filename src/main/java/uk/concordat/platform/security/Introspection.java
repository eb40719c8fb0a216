package uk.concordat.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks Keycloak whether a good token is still honoured (RFC 7662), so that a disabled user or an
 * ended session is refused on the next request. While Keycloak is away the signature counts alone:
 * people at work are not locked out, and our own suspension is still checked in the database.
 */
@ApplicationScoped
class Introspection {
  private static final Logger LOG = Logger.getLogger(Introspection.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  @Inject OidcSettings settings;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  boolean honours(String token) {
    String credentials = settings.audience() + ":" + settings.apiSecret();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(settings.getIssuer() + "/protocol/openid-connect/token/introspect"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 200) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
          return reader.readObject().getBoolean("active", false);
        }
      }
      LOG.log(Level.WARNING, "Keycloak answered {0} to introspection", answer.statusCode());
    } catch (IOException | JsonException away) {
      LOG.log(Level.WARNING, "Keycloak cannot be asked about a token: {0}", away.getClass());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    return true;
  }
}
