package uk.concordat.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The times in a token count here too, whatever Keycloak is asked later. */
class BearerTokensTest {
  private RSAKey key;
  private IdentityServer keys;
  private final BearerTokens tokens = new BearerTokens();

  @BeforeEach
  void serveTheKeys() throws JOSEException, IOException {
    key = new RSAKeyGenerator(2048).keyID("ours").generate();
    keys = IdentityServer.answering(200, new JWKSet(key.toPublicJWK()).toString());
    tokens.settings = keys.settings();
    tokens.keys = new RealmKeys();
    tokens.keys.settings = tokens.settings;
    tokens.keys.build();
    tokens.build();
  }

  @AfterEach
  void stop() {
    keys.close();
  }

  /** Half a minute is far from the five seconds of grace, on the slowest machine. */
  @ParameterizedTest
  @CsvSource({"300,-300,true", "30,0,true", "-1,-300,true", "-30,-300,false", "300,30,false"})
  void aTokenIsGoodFromItsFirstSecondToItsLast(long expires, long begins, boolean good)
      throws JOSEException {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        claims()
            .expirationTime(Date.from(now.plusSeconds(expires)))
            .notBeforeTime(Date.from(now.plusSeconds(begins)))
            .build();
    assertThat(tokens.claims(signed(claims)).isPresent()).isEqualTo(good);
  }

  @Test
  void aTokenWithoutAnEndIsNone() throws JOSEException {
    assertThat(tokens.claims(signed(claims().build()))).isEmpty();
  }

  private JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(tokens.settings.getIssuer())
        .audience(IdentityServer.AUDIENCE)
        .subject("somebody")
        .claim("typ", "Bearer")
        .issueTime(new Date());
  }

  private String signed(JWTClaimsSet claims) throws JOSEException {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(key.getKeyID())
            .type(JOSEObjectType.JWT)
            .build();
    var token = new SignedJWT(header, claims);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }
}
