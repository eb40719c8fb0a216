package uk.concordat.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the ID token that ends a code flow of ours: signature, issuer, audience, expiry and nonce
 * (OpenID Connect Core, 3.1.3.7).
 */
@ApplicationScoped
class IdTokens {
  @Inject OidcSettings settings;
  @Inject RealmKeys keys;

  /** The claims of a good token; empty for any other. */
  Optional<Map<String, Object>> claims(String token, String nonce) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSKeySelector(keys.selector());
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            settings.getClientId(),
            new JWTClaimsSet.Builder()
                .issuer(settings.getIssuer())
                .claim("nonce", nonce)
                .claim("typ", "ID")
                .build(),
            Set.of("sub", "exp", "iat", "auth_time", "acr")));
    try {
      return Optional.of(processor.process(token, null).getClaims());
    } catch (BadJOSEException | ParseException | JOSEException refused) {
      return Optional.empty();
    }
  }
}
