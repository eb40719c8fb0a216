package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Breaking the glass needs a second factor before anything else is looked at. */
@ExtendWith(ApiExtension.class)
class BreakGlassIT {
  private static final String OPEN =
      """
      {"reference":"%s","dataClasses":["D2"],"reason":"RISK_TO_LIFE",
       "text":"The caller reports that an attack is going on there now."}
      """;

  private final Api api;
  private final Referrals referrals;

  BreakGlassIT(Api api) {
    this.api = api;
    referrals = new Referrals(api);
  }

  @Test
  void aTokenOfTooLowALevelIsToldSoWhateverItAsksFor() {
    Answer hidden = open("btp.hco", referrals.received().reference());
    Answer unknown = open("btp.hco", "HCR-2060-000001-X");
    Answer nonsense = api.post("btp.hco", "/api/break-glass", "{}");
    assertThat(hidden.status()).isEqualTo(401);
    assertThat(hidden.code()).isEqualTo("insufficient-user-authentication");
    assertThat(hidden.header("WWW-Authenticate").orElseThrow())
        .contains("insufficient_user_authentication")
        .contains("acr_values=\"second-factor\"")
        .contains("max_age=300");
    assertThat(unknown.body()).isEqualTo(hidden.body());
    assertThat(nonsense.body()).isEqualTo(hidden.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "council.officer", // leads no team
        "nhs.practitioner",
        "cps.reviewer",
        "police.governance",
        "council.admin",
        "board.analyst",
        "tprc.reporter"
      })
  void aRoleThatNeverDoesIsRefused(String user) {
    assertThat(open(user, "HCR-2060-000001-X").status()).isEqualTo(403);
  }

  @Test
  void onlyGovernanceReviews() {
    assertThat(api.get("police.governance", "/api/break-glass/reviews").status()).isEqualTo(200);
    assertThat(api.get("police.hco", "/api/break-glass/reviews").status()).isEqualTo(403);
  }

  private Answer open(String user, String reference) {
    return api.post(user, "/api/break-glass", OPEN.formatted(reference));
  }
}
