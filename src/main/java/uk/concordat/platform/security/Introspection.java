package uk.concordat.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
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
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import uk.concordat.audit.SecurityAlarm;
import uk.concordat.audit.SecurityEvent;

/**
 * Asks Keycloak whether a good token is still honoured and what it is worth now (RFC 7662): a
 * disabled user, an ended session, a role or an agency that was taken away count from the next
 * request. While Keycloak is away the token counts as it was signed: people at work are not locked
 * out. A Keycloak that answers, but not this question, is a fault of the installation, and nobody
 * is let in.
 */
@ApplicationScoped
public class Introspection {
  private static final Logger LOG = Logger.getLogger(Introspection.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int OK = 200;
  private static final int SERVER_ERROR = 500;

  @Inject OidcSettings settings;
  @Inject SecurityAlarm alarm;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private volatile boolean answered;

  /**
   * The claims of a token as Keycloak sees them at this moment; empty where it no longer honours
   * the token, and the claims as they were signed where Keycloak cannot be reached.
   *
   * @throws IntrospectionRefused where Keycloak does not answer us
   */
  Optional<Map<String, Object>> current(String token, Map<String, Object> signed) {
    HttpResponse<String> answer;
    try {
      answer = http.send(request(token), HttpResponse.BodyHandlers.ofString());
    } catch (IOException away) {
      LOG.log(Level.WARNING, "Keycloak cannot be asked about a token: {0}", away.getClass());
      alarm.ring(SecurityEvent.INTROSPECTION_FAILED, "away");
      return Optional.of(signed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IntrospectionRefused();
    }
    if (answer.statusCode() >= SERVER_ERROR) {
      LOG.log(Level.WARNING, "Keycloak answered {0} to introspection", answer.statusCode());
      alarm.ring(SecurityEvent.INTROSPECTION_FAILED, "broken");
      return Optional.of(signed);
    }
    return Optional.of(read(answer))
        .filter(claims -> claims.getBoolean("active", false))
        .map(Introspection::plain);
  }

  /**
   * Whether Keycloak answers our questions, as far as known: without a doubt nothing is asked,
   * because Keycloak logs every question about a token that is none.
   */
  public boolean works() {
    if (!answered) {
      try {
        current("none", Map.of());
      } catch (IntrospectionRefused refused) {
        return false;
      }
    }
    return answered;
  }

  private JsonObject read(HttpResponse<String> answer) {
    answered = false;
    if (answer.statusCode() == OK) {
      try (var reader = Json.createReader(new StringReader(answer.body()))) {
        JsonObject claims = reader.readObject();
        answered = true;
        return claims;
      } catch (JsonException notKeycloak) {
        alarm.ring(SecurityEvent.INTROSPECTION_FAILED, "not-keycloak");
        LOG.severe("What answers to introspection is not Keycloak");
        throw new IntrospectionRefused();
      }
    }
    alarm.ring(SecurityEvent.INTROSPECTION_FAILED, "refused");
    LOG.log(
        Level.SEVERE,
        "Keycloak refuses introspection with {0}, so nobody is let in: check the secret of {1}",
        new Object[] {answer.statusCode(), settings.audience()});
    throw new IntrospectionRefused();
  }

  private HttpRequest request(String token) {
    String credentials = settings.audience() + ":" + settings.apiSecret();
    return HttpRequest.newBuilder(
            URI.create(settings.getIssuer() + "/protocol/openid-connect/token/introspect"))
        .timeout(PATIENCE)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header(
            "Authorization",
            "Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
        .POST(
            HttpRequest.BodyPublishers.ofString(
                "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
        .build();
  }

  private static Map<String, Object> plain(JsonObject claims) {
    return claims.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, claim -> plain(claim.getValue())));
  }

  private static Object plain(JsonValue value) {
    if (value instanceof JsonString text) {
      return text.getString();
    }
    return value instanceof JsonArray values
        ? values.stream().map(Introspection::plain).toList()
        : value.toString();
  }
}
