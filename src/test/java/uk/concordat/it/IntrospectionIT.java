package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A portal that Keycloak does not answer lets nobody in, and says that it is not ready. */
@ExtendWith(ApiExtension.class)
class IntrospectionIT {
  private final Api api;
  private final Visitors visitors;
  private final StaffDirectory directory;

  IntrospectionIT(Api api, Visitors visitors, StaffDirectory directory) {
    this.api = api;
    this.visitors = visitors;
    this.directory = directory;
  }

  @Test
  void aWrongSecretLetsNobodyIn() {
    String token = api.token("council.officer");
    Visitor session = visitors.signedIn("council.officer");
    assertThat(api.open("/ready").status()).isEqualTo(200);
    directory.withAnotherSecret(
        () -> {
          Answer refused = api.send("GET", "/api/me", token, null);
          assertThat(refused.status()).as(refused.body()).isEqualTo(503);
          assertThat(refused.code()).isEqualTo("unavailable");
          Answer page = session.get("/");
          assertThat(page.status()).isEqualTo(503);
          assertThat(page.body()).contains("The service is not available just now");
          Answer ready = api.open("/ready");
          assertThat(ready.status()).isEqualTo(503);
          assertThat(ready.body()).isEqualTo("{\"status\":\"DOWN\"}");
        });
    assertThat(api.open("/ready").status()).isEqualTo(200);
    assertThat(api.send("GET", "/api/me", token, null).status()).isEqualTo(200);
    assertThat(session.get("/").status()).isEqualTo(200);
  }
}
