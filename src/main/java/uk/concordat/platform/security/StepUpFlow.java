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
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.concordat.access.StepUp;

/**
 * The second code flow, beside the one that signs people in: it asks Keycloak for a second factor
 * now, whoever is signed in there, and keeps nothing but the proof (RFC 9470, RFC 7636).
 */
@ApplicationScoped
class StepUpFlow {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int OK = 200;

  @Inject OidcSettings settings;
  @Inject IdTokens idTokens;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /** Where to send the browser. */
  String address(StepUpAttempt attempt) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", settings.getClientId());
    query.put("redirect_uri", settings.getStepUpCallback());
    query.put("scope", "openid");
    query.put("acr_values", StepUp.LEVEL);
    query.put("prompt", "login");
    query.put("max_age", "0");
    query.put("state", attempt.state());
    query.put("nonce", attempt.nonce());
    query.put("code_challenge", attempt.challenge());
    query.put("code_challenge_method", "S256");
    return settings.getIssuer() + "/protocol/openid-connect/auth?" + form(query);
  }

  /** What the ID token for this code says; empty where Keycloak gives none that is good. */
  Optional<Map<String, Object>> redeem(String code, StepUpAttempt attempt) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", settings.getStepUpCallback());
    form.put("client_id", settings.getClientId());
    form.put("client_secret", settings.getClientSecret());
    form.put("code_verifier", attempt.verifier());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(settings.getIssuer() + "/protocol/openid-connect/token"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(form)))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      return answer.statusCode() == OK
          ? idToken(answer.body()).flatMap(token -> idTokens.claims(token, attempt.nonce()))
          : Optional.empty();
    } catch (IOException away) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Optional<String> idToken(String body) {
    try (var reader = Json.createReader(new StringReader(body))) {
      return Optional.ofNullable(reader.readObject().getString("id_token", null));
    } catch (JsonException notKeycloak) {
      return Optional.empty();
    }
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
