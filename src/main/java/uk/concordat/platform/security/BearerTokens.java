package uk.concordat.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks access tokens offline: signature by a key of the realm, type, issuer, audience, expiry and
 * not-before with five seconds of grace, and that it is an access token (RFC 9068, RFC 8725).
 */
@ApplicationScoped
class BearerTokens {
  private static final int GRACE_SECONDS = 5;

  @Inject OidcSettings settings;
  @Inject RealmKeys keys;
  private DefaultJWTProcessor<SecurityContext> processor;

  @PostConstruct
  void build() {
    // A plain HashSet: a set that forbids null fails on a token without an audience.
    var claims =
        new DefaultJWTClaimsVerifier<SecurityContext>(
            new HashSet<>(List.of(settings.audience())),
            new JWTClaimsSet.Builder().issuer(settings.getIssuer()).claim("typ", "Bearer").build(),
            Set.of("sub", "exp", "iat"),
            null);
    claims.setMaxClockSkew(GRACE_SECONDS);
    processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt")));
    processor.setJWSKeySelector(keys.selector());
    processor.setJWTClaimsSetVerifier(claims);
  }

  /** The claims of a good token; empty for any other. */
  Optional<Map<String, Object>> claims(String token) {
    try {
      return Optional.of(processor.process(token, null).getClaims());
    } catch (BadJOSEException | ParseException | JOSEException refused) {
      return Optional.empty();
    }
  }
}
