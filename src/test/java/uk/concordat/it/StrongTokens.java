package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.concordat.stack.DemoAccount;
import uk.concordat.stack.SecondFactor;

/**
 * Tokens for the API that a second factor stands behind, as a script gets them (RFC 8252, 9470).
 */
public final class StrongTokens {
  private static final String BACK = "http://127.0.0.1:49152/token";
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

  /** The verifier and its S256 challenge of RFC 7636, appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final URI portal;
  private final String issuer;
  private final SecondFactor demo;

  /**
   * @param demo the second factor of the demo accounts that have one
   */
  StrongTokens(String portal, String issuer, SecondFactor demo) {
    this.portal = URI.create(portal);
    this.issuer = issuer;
    this.demo = demo;
  }

  /** What a demo account that may break the glass proves with who it is. */
  public SecondFactor ofDemoAccounts() {
    return demo;
  }

  /** A fresh access token of somebody who enters their password and a code. */
  public String token(String username, SecondFactor secondFactor) {
    var browser = new Visitor(portal, new Exchanges());
    Answer first =
        browser.follow(
            issuer
                + "/protocol/openid-connect/auth?response_type=code&client_id=concordat-cli"
                + "&scope=openid&acr_values=second-factor&prompt=login&max_age=0&redirect_uri="
                + BACK
                + "&code_challenge_method=S256&code_challenge="
                + CHALLENGE);
    Answer second =
        browser.enter(first, Map.of("username", username, "password", DemoAccount.PASSWORD));
    Answer last = browser.post(Visitor.form(second), Map.of("otp", secondFactor.code()));
    return redeem(browser, last.header("Location").orElseThrow());
  }

  private String redeem(Visitor browser, String location) {
    Matcher code = CODE.matcher(location);
    assertThat(code.find()).as(location).isTrue();
    Answer answer =
        browser.post(
            issuer + "/protocol/openid-connect/token",
            Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "concordat-cli",
                "redirect_uri",
                BACK,
                "code",
                code.group(1),
                "code_verifier",
                VERIFIER));
    try {
      return new ObjectMapper().readTree(answer.body()).required("access_token").asText();
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
