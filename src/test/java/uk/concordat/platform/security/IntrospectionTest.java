package uk.concordat.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.audit.SecurityAlarm;
import uk.concordat.audit.SecurityEvent;

/** A token counts as it was signed only while nobody is there to ask. */
class IntrospectionTest {
  private final List<SecurityEvent> rung = new ArrayList<>();

  private static final Map<String, Object> SIGNED = Map.of("agency", "WELHAT-COUNCIL");

  @Test
  void anActiveTokenIsWorthWhatKeycloakSaysNow() throws IOException {
    String now = "{\"active\":true,\"agency\":\"BTP\",\"groups\":[\"council-officer\"],\"exp\":5}";
    try (var keycloak = IdentityServer.answering(200, now)) {
      assertThat(introspection(keycloak).current("t", SIGNED).orElseThrow())
          .containsEntry("agency", "BTP")
          .containsEntry("groups", List.of("council-officer"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"active\":false}", "{}"})
  void anInactiveTokenIsWorthNothing(String answer) throws IOException {
    try (var keycloak = IdentityServer.answering(200, answer)) {
      assertThat(introspection(keycloak).current("t", SIGNED)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503})
  void aTokenCountsAsSignedWhileKeycloakIsBroken(int status) throws IOException {
    try (var keycloak = IdentityServer.answering(status, "")) {
      assertThat(introspection(keycloak).current("t", SIGNED)).contains(SIGNED);
    }
  }

  @Test
  void aTokenCountsAsSignedWhileKeycloakIsAway() throws IOException {
    var keycloak = IdentityServer.answering(200, "{\"active\":false}");
    Introspection introspection = introspection(keycloak);
    keycloak.close();
    assertThat(introspection.current("t", SIGNED)).contains(SIGNED);
    assertThat(rung).containsExactly(SecurityEvent.INTROSPECTION_FAILED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|{\"error\":\"invalid_request\"}",
        "401|{\"error\":\"invalid_client\"}",
        "403|{}",
        "404|{}",
        "302|{}",
        "200|<html>Welcome</html>"
      })
  void noTokenCountsWhereTheQuestionIsRefused(int status, String answer) throws IOException {
    try (var keycloak = IdentityServer.answering(status, answer)) {
      Introspection introspection = introspection(keycloak);
      assertThatThrownBy(() -> introspection.current("t", SIGNED))
          .isInstanceOf(IntrospectionRefused.class);
      assertThat(introspection.works()).isFalse();
    }
  }

  @Test
  void worksWhereAQuestionIsAnswered() throws IOException {
    try (var keycloak = IdentityServer.answering(200, "{\"active\":false}")) {
      assertThat(introspection(keycloak).works()).isTrue();
    }
  }

  private Introspection introspection(IdentityServer keycloak) {
    var introspection = new Introspection();
    introspection.settings = keycloak.settings();
    introspection.alarm =
        new SecurityAlarm() {
          @Override
          public void ring(SecurityEvent event, String code) {
            rung.add(event);
          }
        };
    return introspection;
  }
}
