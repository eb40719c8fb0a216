package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.stack.Waiting;

/** Only a token of the realm, for this API, in its time, opens the door. */
@ExtendWith(ApiExtension.class)
class TokenIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final Api api;
  private final RealmTokens realm;

  TokenIT(Api api, RealmTokens realm) {
    this.api = api;
    this.realm = realm;
  }

  @Test
  void aGoodOneOpens() {
    assertThat(opened(realm.copied())).isEqualTo(200);
  }

  @Test
  void noneIsAskedFor() {
    Answer answer = api.send("GET", "/api/me", null, null);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate").orElseThrow())
        .startsWith("Bearer")
        .doesNotContain("error");
    assertThat(answer.code()).isEqualTo("no-token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api", "/api/", "/api/referrals", "/api/referrals/HCR-2026-000001-N", "/api/x"})
  void noneIsAskedForEverywhere(String path) {
    assertThat(api.send("GET", path, null, null).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a.b.c", "eyJhbGciOiJSUzI1NiJ9.e30.", "null", "{}", "é"})
  void garbageIsRefused(String token) {
    refused(token.equals("é") ? "%C3%A9" : token);
  }

  @Test
  void anExpiredOneIsRefused() {
    String token = realm.shortLived();
    assertThat(Waiting.until(SOON, () -> opened(token) == 401)).as("it expires").isTrue();
    refused(token);
  }

  @Test
  void oneForAnotherAudienceIsRefused() {
    refused(realm.forAnotherAudience());
  }

  @Test
  void oneForNoAudienceIsRefused() {
    refused(realm.withoutAudience());
  }

  @Test
  void oneOfAnotherKeyIsRefused() throws JOSEException, ParseException {
    SignedJWT genuine = SignedJWT.parse(api.token("council.officer"));
    RSAKey key = new RSAKeyGenerator(2048).keyID(genuine.getHeader().getKeyID()).generate();
    refused(signed(genuine, JWSAlgorithm.RS256, JOSEObjectType.JWT, new RSASSASigner(key)));
    RSAKey unknown = new RSAKeyGenerator(2048).keyID("unknown").generate();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID("unknown")
            .jwk(unknown.toPublicJWK())
            .type(JOSEObjectType.JWT)
            .build();
    var own = new SignedJWT(header, genuine.getJWTClaimsSet());
    own.sign(new RSASSASigner(unknown));
    refused(own.serialize());
  }

  @Test
  void oneThatNobodySignedIsRefused() throws ParseException {
    JWTClaimsSet claims = SignedJWT.parse(api.token("council.officer")).getJWTClaimsSet();
    refused(new PlainJWT(claims).serialize());
  }

  @Test
  void oneOfAnotherAlgorithmIsRefused() throws JOSEException, ParseException {
    SignedJWT genuine = SignedJWT.parse(api.token("council.officer"));
    refused(signed(genuine, JWSAlgorithm.HS256, JOSEObjectType.JWT, new MACSigner(new byte[64])));
  }

  @Test
  void oneThatWasChangedIsRefused() throws ParseException {
    SignedJWT genuine = SignedJWT.parse(api.token("council.officer"));
    JWTClaimsSet changed =
        new JWTClaimsSet.Builder(genuine.getJWTClaimsSet()).claim("agency", "HERTS-POLICE").build();
    refused(
        genuine.getParsedParts()[0]
            + "."
            + new PlainJWT(changed).getPayload().toBase64URL()
            + "."
            + genuine.getParsedParts()[2]);
  }

  @Test
  void anIdTokenIsRefused() {
    refused(realm.idToken());
  }

  private static String signed(
      SignedJWT genuine, JWSAlgorithm algorithm, JOSEObjectType type, JWSSigner signer)
      throws JOSEException, ParseException {
    JWSHeader header =
        new JWSHeader.Builder(algorithm).keyID(genuine.getHeader().getKeyID()).type(type).build();
    var forged = new SignedJWT(header, genuine.getJWTClaimsSet());
    forged.sign(signer);
    return forged.serialize();
  }

  private int opened(String token) {
    return api.send("GET", "/api/me", token, null).status();
  }

  private void refused(String token) {
    Answer answer = api.send("GET", "/api/me", token, null);
    assertThat(answer.status()).as(answer.body()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("invalid-token");
    assertThat(answer.header("WWW-Authenticate").orElseThrow()).contains("error=\"invalid_token\"");
  }
}
