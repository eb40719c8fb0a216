package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The description is served as it was written, and its example works as it stands. */
@ExtendWith(ApiExtension.class)
class OpenApiIT {
  private final Api api;

  OpenApiIT(Api api) {
    this.api = api;
  }

  @Test
  void isServedByteForByteToAnybody() {
    Answer answer = api.open("/openapi");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/yaml");
    assertThat(answer.body()).isEqualTo(api.description().text());
  }

  @Test
  void itsExampleIsCreatedAndSubmittedAsItStands() {
    Answer draft =
        api.post("council.officer", "/api/referrals", api.description().example().toString());
    assertThat(draft.status()).as(draft.body()).isEqualTo(201);
    Answer sent = api.move("council.officer", draft.reference(), "{\"move\":\"submit\"}");
    assertThat(sent.status()).as(sent.body()).isEqualTo(200);
    assertThat(sent.text("/state")).isEqualTo("SUBMITTED");
  }
}
